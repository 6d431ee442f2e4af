import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BackupPlan, BackupPlanRule, BackupResource, BackupSelection, BackupVault } from 'cdk-strongroom';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check';
import { CHECK_RULES } from '../../src/check/rules';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import { arnPattern, RESOURCE_TYPE_IDS } from '../../src/service/resource-types';
import { modelOf } from '../permit/synthesized';

const RULES = CHECK_RULES.filter(({ id }) => id.startsWith('role-without-'));

/** What checks find a role to lack that backs up, copies and restores what a pattern names. */
function lacking(arn: string, role?: (stack: Stack) => iam.IRole): string[] {
  const app = new App({ context: { 'strongroom:checks': 'off' } });
  const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-central-1' } });
  const plan = new BackupPlan(stack, 'Plan');
  const offsite = BackupVault.fromBackupVaultArn(
    stack,
    'Offsite',
    'arn:aws:backup:eu-west-1:111122223333:backup-vault:offsite',
  );
  plan.addRule(new BackupPlanRule({ copyActions: [{ destinationBackupVault: offsite }] }));
  new BackupSelection(stack, 'Selection', {
    backupPlan: plan,
    resources: [BackupResource.fromArn(arn)],
    ...(role ? { role: role(stack) } : { leastPrivilegeRole: true, allowRestores: true }),
  });
  const { findings } = check(modelOf(app), { assumptions: Assumptions.DEFAULT, from: 0, rules: RULES });
  return findings.map(({ rule }) => rule);
}

describe('the least-privilege role of a selection, and the checks of roles, read the same tables', () => {
  test.each(RESOURCE_TYPE_IDS.map((type) => [type, arnPattern(type, 'aws')]))('for %s', (_, arn) => {
    expect(lacking(arn)).toEqual([]);
  });

  test('and the checks find what a role without powers lacks', () => {
    const empty = (stack: Stack) =>
      new iam.Role(stack, 'Empty', {
        assumedBy: new iam.ServicePrincipal('backup.amazonaws.com'),
      }).withoutPolicyUpdates();
    expect(lacking('arn:aws:dynamodb:*:*:table/*', empty)).toEqual(
      expect.arrayContaining(['role-without-backup-permissions', 'role-without-copy-permissions']),
    );
  });
});
