/** A place in a text, both counted from one. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The keys and the indexes that lead from the root of a document to a value, functions in their long form. */
export type DocumentPath = readonly (string | number)[];

/** The lines of a text, to tell where an offset stands. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) this.starts.push(end + 1);
  }

  /** The line and the column of an offset. */
  public at(offset: number): Position {
    let line = 0;
    let beyond = this.starts.length;
    while (beyond - line > 1) {
      const middle = (line + beyond) >> 1;
      if ((this.starts[middle] as number) <= offset) line = middle;
      else beyond = middle;
    }
    return { line: line + 1, column: offset - (this.starts[line] as number) + 1 };
  }
}
