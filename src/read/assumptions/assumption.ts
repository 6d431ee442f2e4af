import type { Shape } from './shape';

/** Something that no template can tell, and what is taken for granted until somebody says otherwise. */
export interface Assumption<Value> {
  /** What it is about, in one sentence. */
  readonly title: string;
  /** What holds where nothing is said, in words. */
  readonly standard: string;
  /** Why that is the default. */
  readonly reason: string;
  /** A page that can be opened. */
  readonly source: string;
  /** Commands of the AWS CLI that tell how it is, and change nothing. What is to be filled in stands in capitals. */
  readonly confirm: readonly [string, ...string[]];
  /** How it is said in the file, without its name: YAML, each line by itself. */
  readonly example: readonly [string, ...string[]];
  /** What may be said of it. */
  readonly shape: Shape<Value>;
}

/** An assumption that is one value for everything, whatever the stack, the Region or the resource. */
export interface Switch<Value> extends Assumption<Value> {
  /** The value where nothing is said. */
  readonly value: Value;
}
