import { describe, expect, test } from 'vitest';
import { decode } from '../../src/cli/decode';
import { refusalOf } from '../read/reading';

const TEXT = 'a: "é☃𝒳"\n';
const utf16le = Buffer.from(`\uFEFF${TEXT}`, 'utf16le');

describe('the bytes of a file', () => {
  test.each([
    ['in UTF-8', Buffer.from(TEXT)],
    ['in UTF-16, least significant byte first', utf16le],
    ['in UTF-16, most significant byte first', Buffer.from(utf16le).swap16()],
  ])('%s are its text', (_, bytes) => {
    expect(decode('a.yaml', bytes)).toBe(TEXT);
  });

  test.each([
    [
      'in Latin-1',
      Buffer.from('a: 1\nb: é\n', 'latin1'),
      'a.yaml is not in UTF-8 (line 2 has bytes that are no character): save it as UTF-8',
    ],
    [
      'cut off',
      Buffer.from('a: é').subarray(0, 4),
      'a.yaml is not in UTF-8 (line 1 has bytes that are no character): save it as UTF-8',
    ],
    [
      'in UTF-16 and cut off',
      utf16le.subarray(0, 7),
      'a.yaml begins as UTF-16 and is not in it to the end: save it as UTF-8',
    ],
  ])('%s are refused', (_, bytes, message) => {
    expect(refusalOf(() => decode('a.yaml', bytes))).toBe(message);
  });

  test('that no encoding explains are refused', () => {
    expect(refusalOf(() => decode('a.yaml', Buffer.from([0x0a, 0x0a, 0xc0])))).toContain('line 3');
  });
});
