const ANY_YEAR = '[0-9]{4}';
/** Years that can be divided by 4, but by 100 only where by 400. */
const LEAP_YEAR = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const DAY_OF_YEAR = [
  '(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])',
  '(?:0[13-9]|1[0-2])-(?:29|30)',
  '(?:0[13578]|1[02])-31',
].join('|');

/** What a day of the calendar looks like, `2027-03-31`: as a pattern, so that a JSON Schema can say the same. */
export const DAY_PATTERN = `^(?:${ANY_YEAR}-(?:${DAY_OF_YEAR})|${LEAP_YEAR}-02-29)$`;

const DAY = new RegExp(DAY_PATTERN);

/** Whether a text is a day of the calendar, as ISO 8601 writes it: no 30th of February. */
export function isDay(text: string): boolean {
  return DAY.test(text);
}
