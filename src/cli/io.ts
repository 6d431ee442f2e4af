/** Where a command writes. */
export interface Sink {
  readonly isTTY?: boolean | undefined;
  /** How wide a terminal is. */
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** What a command knows of the process it runs in. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The instant at which it is asked, in milliseconds from 1970. */
  now(): number;
}
