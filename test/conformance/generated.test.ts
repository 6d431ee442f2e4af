import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Description, featuresOf } from './description';
import { descriptions } from './generate';
import { interpret } from './interpret';
import { OFFICIAL, OURS } from './libraries';
import { brokenRules, deviations, withoutDeviations } from './oracle';
import type { BackupLibrary } from './program';
import { type Accepted, isRejected, type Outcome, synthesize } from './synthesize';

const RUNS = Number(process.env.STRONGROOM_RUNS ?? (process.env.CI ? 2000 : 150));
const SAMPLE = { seed: 20260115, numRuns: 1000 };

function run(description: Description, lib: BackupLibrary): Outcome {
  return synthesize(interpret(description), lib, { templateValidation: false });
}

describe('generated programs', () => {
  test(
    'both libraries make the same of a program, unless it breaks a rule of AWS Backup',
    () => {
      fc.assert(fc.property(descriptions(), compare), { numRuns: RUNS });
    },
    20 * 60_000,
  );

  test('two in five programs and more are accepted by both libraries', () => {
    const sample = fc.sample(descriptions(), { ...SAMPLE, numRuns: 100 });
    const accepted = sample.filter((description) =>
      [OFFICIAL, OURS].every((lib) => !isRejected(run(description, lib))),
    );
    expect(accepted.length / sample.length).toBeGreaterThanOrEqual(0.4);
  });

  test('every feature is in 3 of 100 programs and more', () => {
    const sample = fc.sample(descriptions(), SAMPLE).map(featuresOf);
    const features = [...new Set(sample.flatMap((each) => [...each]))];
    const rare = features.filter((feature) => sample.filter((each) => each.has(feature)).length < 0.03 * sample.length);
    expect(rare).toStrictEqual([]);
    expect(features.length).toBeGreaterThanOrEqual(FEATURES);
  });

  test('every rule that the oracle knows is broken by some program', () => {
    const broken = new Set(
      fc.sample(descriptions(), { ...SAMPLE, numRuns: 5000 }).flatMap((each) => [...brokenRules(each)]),
    );
    expect([...broken].sort()).toStrictEqual(RULES);
  });
});

const FEATURES = 40;

const RULES: readonly string[] = [
  'cold-storage-stay',
  'cold-storage-transition',
  'continuous-cold-storage',
  'continuous-retention',
  'copy-actions-per-rule',
  'existing-vault-name',
  'index-actions-per-rule',
  'lock-grace',
  'lock-maximum',
  'lock-minimum',
  'lock-order',
  'notification-topic-account',
  'notification-topic-kind',
  'plan-name',
  'recovery-point-tags-per-rule',
  'retention',
  'rule-name',
  'rules-per-plan',
  'schedule',
  'schedule-frequency',
  'schedule-timezone',
  'selection-name',
  'selection-not-empty',
  'selection-tag-key',
  'selection-tag-operation',
  'start-window',
  'vault-arn',
  'vault-name',
  'vault-policy-action',
];

function compare(description: Description): void {
  const theirs = run(description, OFFICIAL);
  const ours = run(description, OURS);
  const broken = brokenRules(description);
  if (isRejected(ours)) {
    const told = [...ours.rejected.matchAll(/\[Strongroom::([a-z-]+)\]/g)].map(([, rule]) => rule);
    expect([...broken], 'the oracle agrees with every rule that we say is broken').toEqual(
      expect.arrayContaining(told),
    );
    // What the CDK core itself rejects, both pass on as it is, unless the official library stops at something before.
    const isOfTheCore =
      isRejected(theirs) && /^Duration must be specified as 'Duration\.\w+\(\)' here/.test(ours.rejected);
    if (!isOfTheCore) expect(told, `we reject without a rule: ${ours.rejected}`).not.toStrictEqual([]);
    return;
  }
  expect([...broken], 'we accept what breaks a rule').toStrictEqual([]);
  if (!isRejected(theirs)) {
    sameResources(theirs, ours);
    return;
  }
  expect(deviations(description), `only the official library rejects: ${theirs.rejected}`).not.toStrictEqual(new Set());
  // With the deviation taken out nothing may be left for the official library to reject.
  compareAccepted(withoutDeviations(description));
}

function compareAccepted(description: Description): void {
  const theirs = run(description, OFFICIAL);
  const ours = run(description, OURS);
  if (isRejected(theirs)) throw new Error(`the official library rejects more than the deviation: ${theirs.rejected}`);
  if (isRejected(ours)) throw new Error(`we reject the program without its deviation: ${ours.rejected}`);
  sameResources(theirs, ours);
}

function sameResources(theirs: Accepted, ours: Accepted): void {
  expect(ours.templates).toStrictEqual(theirs.templates);
  expect(ours.messages).toEqual(expect.arrayContaining([...theirs.messages]));
}
