/** Input that cannot be used at all. The message is one line: which file, what is wrong with it, what to do. */
export class UnusableInput extends Error {
  public override readonly name = 'UnusableInput';
}
