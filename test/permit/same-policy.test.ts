import { App, Stack } from 'aws-cdk-lib';
import * as official from 'aws-cdk-lib/aws-backup';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as own from 'cdk-strongroom';
import { describe, expect, test } from 'vitest';
import { addDocumentStacks } from '../../examples/documents/stacks';
import { permissionsFor } from '../../src/permit/permit';
import type { BackupModel } from '../../src/read/model';
import { VERBS } from '../../src/service/permissions/permission';
import { ACCOUNT, apps, REGION } from './deployed';
import { modelOf } from './synthesized';

const env = { account: ACCOUNT, region: REGION };

/** The same app, through one library or the other. */
function written(library: typeof official | typeof own): App {
  const app = new App({ context: { 'strongroom:checks': 'off' } });
  const stack = new Stack(app, 'Ledger', { env });
  const vault = new library.BackupVault(stack, 'Vault', {
    backupVaultName: 'ledger',
    notificationTopic: new sns.Topic(stack, 'Topic'),
  });
  const plan = new library.BackupPlan(stack, 'Plan', { backupVault: vault as never });
  plan.addRule(library.BackupPlanRule.daily() as never);
  const disk = new efs.CfnFileSystem(stack, 'Disk');
  plan.addSelection('Disks', { resources: [library.BackupResource.fromEfsFileSystem(disk as never) as never] });
  return app;
}

/** The same again, as a template of resources that somebody wrote by hand. */
function byHand(): BackupModel {
  const { template } = written(official).synth().getStackByName('Ledger');
  const resources = Object.entries(template.Resources as Record<string, { Type: string; Properties?: object }>);
  return apps({
    Ledger: Object.fromEntries(resources.map(([id, { Type, Properties }]) => [id, { Type, Properties }])),
  });
}

describe('the same resources take the same policy', () => {
  const policiesOf = (model: BackupModel) => permissionsFor(model, { holder: 'role', verbs: VERBS }).policies;
  const policies = (app: App) => policiesOf(modelOf(app));
  const expected = policies(written(official));

  test('through the official library and through this one', () => {
    expect(policies(written(own))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  test('through a template by hand', () => {
    expect(policiesOf(byHand())).toEqual(expected);
  });

  test('every time', () => {
    expect(policies(written(own))).toEqual(policies(written(own)));
  });
});

test('the example app takes a policy', async () => {
  const app = new App({ context: { 'strongroom:checks': 'off' } });
  addDocumentStacks(app);
  const { policies, gaps } = permissionsFor(modelOf(app), { holder: 'role', verbs: VERBS });
  expect(gaps).toEqual([]);
  await expect(`${JSON.stringify(policies, undefined, 2)}\n`).toMatchFileSnapshot(
    '../golden/permissions/documents.json',
  );
});
