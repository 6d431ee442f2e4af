import { DEEPEST, type Fault, TOO_DEEP } from './broken-text';

/** What a scan of a JSON text tells of. */
export interface JsonListener {
  /**
   * A value begins.
   *
   * @param depth how many objects and lists it stands in
   * @param step its key or its index there
   * @param offset where its key begins, or the value where it has none; a fault of it ends the scan
   */
  value(depth: number, step: string | number | undefined, offset: number): Fault | undefined;
  /** A number was read. */
  number?(start: number, end: number): void;
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Goes through a JSON text once, without recursion.
 *
 * The engine's parser is faster and makes the values; but it keeps the last of two equal keys in silence, rounds long
 * numbers, and its errors tell a place only at times.
 *
 * @returns the first fault, if the text is not JSON
 */
export function scanJson(text: string, listener: JsonListener): Fault | undefined {
  return new JsonScan(text, listener).run();
}

class JsonScan {
  private at = 0;
  /** The objects (-1) and lists (the index of the next item) around the place. */
  private readonly open: number[] = [];
  /** Whether nothing was read yet of the innermost of them. */
  private justOpened = false;

  constructor(
    private readonly text: string,
    private readonly listener: JsonListener,
  ) {}

  public run(): Fault | undefined {
    this.skip(SPACE);
    let fault = this.value(undefined, this.at);
    while (!fault && this.open.length > 0) fault = this.next();
    if (fault) return fault;
    this.skip(SPACE);
    return this.at < this.text.length ? this.unexpected('the end of the file') : undefined;
  }

  /** Reads on after the beginning of a container or after a value in it. */
  private next(): Fault | undefined {
    const index = this.open.at(-1) as number;
    const isList = index >= 0;
    const close = isList ? ']' : '}';
    this.skip(SPACE);
    const isFirst = this.justOpened;
    this.justOpened = false;
    if (this.text[this.at] === close) {
      this.at++;
      this.open.pop();
      return undefined;
    }
    if (!isFirst) {
      if (this.text[this.at] !== ',') return this.unexpected(`a comma or ${close}`);
      this.at++;
      this.skip(SPACE);
    }
    if (!isList) return this.property(isFirst);
    this.open[this.open.length - 1] = index + 1;
    return this.value(index, this.at);
  }

  private property(isFirst: boolean): Fault | undefined {
    const start = this.at;
    if (this.text[start] !== '"')
      return this.unexpected(isFirst ? 'a key in double quotes or }' : 'a key in double quotes');
    const fault = this.string();
    if (fault) return fault;
    const raw = this.text.slice(start + 1, this.at - 1);
    const key: string = raw.includes('\\') ? JSON.parse(`"${raw}"`) : raw;
    this.skip(SPACE);
    if (this.text[this.at] !== ':') return this.unexpected('a colon');
    this.at++;
    this.skip(SPACE);
    return this.value(key, start);
  }

  private value(step: string | number | undefined, place: number): Fault | undefined {
    const fault = this.listener.value(this.open.length, step, place);
    if (fault) return fault;
    const start = this.at;
    switch (this.text[start]) {
      case '{':
      case '[':
        if (this.open.length >= DEEPEST) return { offset: start, says: TOO_DEEP, isFinal: true };
        this.open.push(this.text[start] === '[' ? 0 : -1);
        this.justOpened = true;
        this.at++;
        return undefined;
      case '"':
        return this.string();
      default:
        if (this.skip(NUMBER)) {
          this.listener.number?.(start, this.at);
          return undefined;
        }
        return this.skip(WORD) ? undefined : this.unexpected('a value');
    }
  }

  private string(): Fault | undefined {
    const start = this.at++;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x22) {
        this.at++;
        return undefined;
      }
      if (Number.isNaN(code)) return { offset: start, says: 'this text in quotes does not end', isFinal: true };
      if (code < 0x20)
        return { offset: this.at, says: 'a line break or another control character stands in a text here' };
      if (code !== 0x5c) this.at++;
      else if (!this.skip(ESCAPE)) return { offset: this.at, says: 'this backslash begins nothing that JSON knows' };
    }
  }

  /** Moves past what matches here; whether that is anything. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private unexpected(wanted: string): Fault {
    if (this.at < this.text.length) return { offset: this.at, says: `${wanted} is expected` };
    return { offset: this.at, says: `the file ends too early, where ${wanted} is missing`, isFinal: true };
  }
}
