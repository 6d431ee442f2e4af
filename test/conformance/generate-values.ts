import * as fc from 'fast-check';
import type { Beside, Span, Text } from './description';

export const days = (amount?: number): Span => ({ unit: 'days', amount });
export const hours = (amount?: number): Span => ({ unit: 'hours', amount });
export const minutes = (amount?: number): Span => ({ unit: 'minutes', amount });

/** Makes the values of a program; if careless, a wrong one comes up once in a while. */
export class Values {
  constructor(readonly careless: boolean) {}

  /** A right value, or, once in a while and only if careless, a wrong one. */
  one<T>(right: readonly T[], wrong: readonly T[], weight = 1): fc.Arbitrary<T> {
    const rightly = fc.constantFrom(...right);
    if (!this.careless || wrong.length === 0) return rightly;
    return fc.oneof({ weight: 24, arbitrary: rightly }, { weight, arbitrary: fc.constantFrom(...wrong) });
  }

  /** A text that is right or wrong, or that only deployment or the end of synthesis knows. */
  text(right: readonly Text[], wrong: readonly Text[]): fc.Arbitrary<Text> {
    const token = fc.constantFrom<Text>({ parameter: 'right' }, { lazy: 'right' });
    return fc.oneof({ weight: 6, arbitrary: this.one<Text>(right, wrong) }, { weight: 1, arbitrary: token });
  }

  /** Once in so many times. */
  seldom(times: number): fc.Arbitrary<boolean> {
    return fc.integer({ min: 1, max: times }).map((chance) => chance === 1);
  }

  beside(): fc.Arbitrary<Beside> {
    return fc.constantFrom<Beside>('here', 'here', 'here', 'other stack', 'nested stack');
  }
}
