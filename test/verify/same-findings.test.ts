import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, Validations } from 'aws-cdk-lib';
import * as official from 'aws-cdk-lib/aws-backup';
import * as ours from 'cdk-strongroom';
import { BackupChecks } from 'cdk-strongroom';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check';
import { CHECK_RULES } from '../../src/check/rules';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import type { BackupModel } from '../../src/read/model';
import { readModel } from '../../src/read/read-model';
import { readFrom } from '../read/reading';
import { byConstructs, byLowLevelConstructs } from '../read/same-model/apps';
import { synthesized } from './synth';

/** The app, with days in its plan that the lock of its vault does not take. */
const YAML = readFileSync(join(__dirname, '..', 'read', 'same-model', 'app.yaml'), 'utf8').replace(
  /DeleteAfterDays: 14\b/,
  'DeleteAfterDays: 5',
);
/** What only a CDK app tells: constructs, and where its stack goes. */
const PLACED: Partial<BackupModel['stacks'][number]> = { account: '111122223333', region: 'eu-central-1' };

function broken(app: App): App {
  const plan = app.node.findAll().find((node) => node instanceof official.CfnBackupPlan) as official.CfnBackupPlan;
  plan.addPropertyOverride('BackupPlan.BackupPlanRule.1.Lifecycle.DeleteAfterDays', 5);
  return app;
}

function assemblyOf(app: App): BackupModel {
  return readModel([{ kind: 'assembly', path: app.synth().directory }], (path) => readFileSync(path, 'utf8'));
}

function templateOf(text: string): BackupModel {
  const model = readFrom({ App: text }, [{ kind: 'template', path: 'App' }]);
  return { ...model, stacks: model.stacks.map((stack) => ({ ...stack, ...PLACED })) };
}

/** Findings without what only an assembly tells. The order of resources is not meant. */
function findingsIn(model: BackupModel): string[] {
  const { findings } = check(model, { assumptions: Assumptions.DEFAULT, from: 0, rules: CHECK_RULES });
  return findings.map(({ constructPath: _, program: __, ...finding }) => JSON.stringify(finding)).sort();
}

describe('the findings in one app are the same', () => {
  const app = broken(byConstructs(ours));
  const expected = findingsIn(assemblyOf(app));

  test('and there are some', () => {
    expect(expected.some((finding) => finding.includes('retention-outside-lock'))).toBe(true);
  });

  test.each<[string, () => BackupModel]>([
    ["the official library's constructs", () => assemblyOf(broken(byConstructs(official)))],
    ['low-level constructs', () => assemblyOf(broken(byLowLevelConstructs()))],
    ['the template alone, in JSON', () => templateOf(JSON.stringify(app.synth().getStackByName('App').template))],
    ['a template written by hand, in YAML', () => templateOf(YAML)],
  ])('read from %s', (_, model) => {
    expect(findingsIn(model())).toEqual(expected);
  });

  test.each<[string, () => App]>([
    ['our constructs', () => byConstructs(ours)],
    ["the official library's", () => byConstructs(official)],
    ['low-level constructs', byLowLevelConstructs],
  ])('told by the plugin in an app of %s', (_, make) => {
    const checked = broken(make());
    Validations.of(checked).addPlugins(new BackupChecks());
    const told = synthesized(checked).violations.map(({ ruleName, severity }) => `${severity} ${ruleName}`);
    const rules = expected.map((finding) => JSON.parse(finding)).map(({ rule, severity }) => `${severity} ${rule}`);
    expect(told.sort()).toEqual(rules.sort());
  });
});
