/** Arguments that cannot be used. The message is one line: which, why, and what to do. */
export class UnusableArguments extends Error {
  public override readonly name = 'UnusableArguments';
}
