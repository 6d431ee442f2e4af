import { UnscopedValidationError } from 'aws-cdk-lib/core/lib/errors';
import type { IConstruct } from 'constructs';

/** What a finding that is an error does to a synth: it fails it, it warns, or it is not looked for. */
export type Strictness = 'error' | 'warn' | 'off';

/** The key in the context of an app that says which. */
export const STRICTNESS = 'strongroom:checks';

const VALUES: readonly Strictness[] = ['error', 'warn', 'off'];

/** What the context of an app says, or `error`. */
export function strictnessOf(root: IConstruct): Strictness {
  const given: unknown = root.node.tryGetContext(STRICTNESS) ?? 'error';
  const found = VALUES.find((value) => value === given);
  if (found) return found;
  throw new UnscopedValidationError(
    'Strongroom::Checks' as ConstructorParameters<typeof UnscopedValidationError>[0],
    `the context key ${STRICTNESS} takes error, warn or off, got ${JSON.stringify(given)}: change it in cdk.json or after -c`,
  );
}
