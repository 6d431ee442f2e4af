/**
 * Characters that act instead of showing: controls, which can steer a terminal, and formatting marks, which turn the
 * direction of text or take no room, so that one name passes for another.
 */
const ACTING = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Makes text from a template safe for a terminal: what would act is written out, as `\u{1b}`. */
export function visible(text: string): string {
  return text.replace(ACTING, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** Makes a JSON document safe for a terminal, and leaves its meaning and its line breaks as they are. */
export function visibleJson(json: string): string {
  return json.replace(ACTING, (character) => (character === '\n' ? character : escapeUnits(character)));
}

function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
