import { App, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { AutomaticChecks } from '../verify/automatic-checks';
import { strictnessOf } from '../verify/strictness';

/** Marks the root of an app whose checks are arranged for; two copies of this package share it. */
const CHECKED = Symbol.for('cdk-strongroom.checked');

/**
 * Arranges that the app of a construct is checked when it is synthesized. Only apps run checks, and each is checked once.
 * Where the CDK's own validation is switched off, as it is for speed, nobody waits for ours either, unless they ask for it.
 */
export function checkAtSynth(construct: IConstruct): void {
  if (process.env.CDK_VALIDATION === 'false') return;
  const { root } = construct.node;
  if (CHECKED in root || !App.isApp(root)) return;
  Object.defineProperty(root, CHECKED, { value: true });
  if (strictnessOf(root) !== 'off') Validations.of(root).addPlugins(new AutomaticChecks());
}
