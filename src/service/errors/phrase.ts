/** What may stand for a `*` in a phrase: enough for two ARNs, too little to join what does not belong together. */
const REACH = 300;

/** A text as phrases know it: in lower case, on one line, with straight quotes, without frames and escapes. */
export function plainText(text: string): string {
  return unescaped(text).toLowerCase();
}

/** A text on one line, with straight quotes, without the frames that tools draw and the escapes of JSON and logs. */
export function unescaped(text: string): string {
  return text
    .replace(/\\[nrt]/g, ' ')
    .replace(/\\/g, '')
    .replace(/[\u2500-\u257f]/g, ' ')
    .replace(/[\u2018\u2019\u201b`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Whether a text holds a phrase. The time it takes grows with the text and not faster, whatever the text is: texts come
 * from anywhere.
 *
 * @param text as `plainText` writes it
 */
export function holds(text: string, phrase: string): boolean {
  const [first = '', ...rest] = phrase.split('*');
  let ends = startsOf(text, first).map((start) => start + first.length);
  for (const piece of rest) {
    ends = within(ends, startsOf(text, piece)).map((start) => start + piece.length);
  }
  return ends.length > 0;
}

function startsOf(text: string, piece: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) starts.push(at);
  return starts;
}

/** The starts that come after one of the ends, and not far after it. */
function within(ends: readonly number[], starts: readonly number[]): number[] {
  let next = 0;
  return starts.filter((start) => {
    while (next < ends.length && (ends[next] as number) <= start) next++;
    const nearest = ends[next - 1];
    return nearest !== undefined && start - nearest <= REACH;
  });
}
