import type { Phrase } from './layout';
import { visible } from './visible';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Text for a page: nothing in it is markup, ends an attribute or acts on whoever reads it. */
export function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES.get(character) as string);
}

/** Text of several looks, each as the class of its name. */
export function phraseHtml(phrase: Phrase): string {
  return phrase
    .map((piece) => {
      if (typeof piece === 'string') return escaped(piece);
      return piece.style ? `<span class="${piece.style}">${escaped(piece.text)}</span>` : escaped(piece.text);
    })
    .join('');
}

/** A whole page that needs nothing else: it loads nothing, and runs nothing. */
export function htmlPage(title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
