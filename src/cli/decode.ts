import { isUtf8 } from 'node:buffer';
import { UnusableInput } from '../read/unusable-input';

/**
 * The text in a file: UTF-8, or UTF-16 where a byte order mark says so.
 *
 * @throws UnusableInput where the bytes are neither: a character read wrongly would be a wrong name
 */
export function decode(path: string, bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(path, 'utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(path, 'utf-16be', bytes);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new UnusableInput(
    `${path} is not in UTF-8 (line ${lineOfFault(bytes)} has bytes that are no character): save it as UTF-8`,
  );
}

function utf16(path: string, encoding: 'utf-16le' | 'utf-16be', bytes: Buffer): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableInput(`${path} begins as UTF-16 and is not in it to the end: save it as UTF-8`);
  }
}

/** The first line that is not in UTF-8: no character of UTF-8 has the byte of a line break in it. */
function lineOfFault(bytes: Buffer): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
