import type { Duration } from 'aws-cdk-lib';
import { type Knowable, UNKNOWN } from '../service/known';

/** The days of a duration as value rules judge them: fractions are kept, tokens are unknown. */
export function knowableDays(duration: Duration | undefined): Knowable<number> | undefined {
  if (!duration) return undefined;
  return duration.isUnresolved() ? UNKNOWN : duration.toDays({ integral: false });
}

/** The hours of a duration as value rules judge them: fractions are kept, tokens are unknown. */
export function knowableHours(duration: Duration | undefined): Knowable<number> | undefined {
  if (!duration) return undefined;
  return duration.isUnresolved() ? UNKNOWN : duration.toHours({ integral: false });
}

/** The minutes of a duration as value rules judge them: fractions are kept, tokens are unknown. */
export function knowableMinutes(duration: Duration | undefined): Knowable<number> | undefined {
  if (!duration) return undefined;
  return duration.isUnresolved() ? UNKNOWN : duration.toMinutes({ integral: false });
}

/** What CDK itself says of a duration that cannot be converted; nothing where it can. */
export function conversionPhrase(convert: () => unknown): string | undefined {
  try {
    convert();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
