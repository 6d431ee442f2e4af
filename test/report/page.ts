/** The tags of a page that are opened and not closed, or closed and not opened. */
export function openedIn(html: string): string[] {
  const open: string[] = [];
  const body = html.slice(html.indexOf('</style>') + '</style>'.length, html.indexOf('</html>'));
  for (const [, slash, tag = ''] of body.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (tag === 'input' || (slash !== '' && tag === 'head')) continue;
    // A browser ends a paragraph where a block begins, whatever was meant.
    if (slash === '' && open.at(-1) === 'p' && BLOCKS.has(tag)) open.push(`p around ${tag}`);
    if (slash === '') open.push(tag);
    else if (open.at(-1) === tag) open.pop();
    else open.push(`/${tag}`);
  }
  return open;
}

const BLOCKS = new Set(['div', 'dl', 'h1', 'h2', 'h3', 'h4', 'p', 'section', 'table', 'ul']);

/** What no page has: it loads nothing, runs nothing, leads nowhere. */
export const ACTIVE = /<(script|link|img|iframe|object|embed|form)\b|\son\w+=|@import|url\(|https?:\/\//i;
