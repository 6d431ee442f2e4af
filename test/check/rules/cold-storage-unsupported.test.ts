import { describe, expect, test } from 'vitest';
import { coldStorageUnsupported } from '../../../src/check/rules/cold-storage-unsupported';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, RULE, SELECTION, selection } from './plan-and-selection';

const COLD = { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 };

testRule(coldStorageUnsupported, [
  {
    title: 'a move to cold storage of what stays warm',
    wrong: {
      Plan: plan({ Lifecycle: COLD }),
      Selection: selection({ Resources: [arn('rds', 'db:orders')] }),
    },
    at: `${SELECTION}.Resources.0`,
    right: arn('elasticfilesystem', 'file-system/fs-1'),
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].Lifecycle.MoveToColdStorageAfterDays',
      says: /^rule 'daily' moves its points to cold storage after 30 days, and those of RDS DB instances \(selection 'ours'\) stay warm$/,
    },
  },
  {
    title: 'a move of copies to cold storage, where only some can go cold',
    wrong: {
      Plan: plan({
        CopyActions: [{ DestinationBackupVaultArn: arn('backup', 'backup-vault:elsewhere'), Lifecycle: COLD }],
      }),
      Selection: selection({ Resources: [arn('rds', 'db:orders'), arn('elasticfilesystem', 'file-system/fs-1')] }),
    },
    at: `${RULE}.CopyActions.0.Lifecycle.MoveToColdStorageAfterDays`,
    right: -1,
    finds: {
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].Lifecycle.MoveToColdStorageAfterDays',
      says: /moves its points to cold storage after 30 days, and those of RDS DB instances/,
      severity: 'info',
    },
  },
]);

describe('cold-storage-unsupported', () => {
  const found = (days: number, Resources: unknown[], ListOfTags: unknown[] = []) =>
    findingsOf(coldStorageUnsupported, {
      Resources: {
        Plan: plan({ Lifecycle: { MoveToColdStorageAfterDays: days } }),
        Selection: selection({ Resources, ListOfTags }),
      },
    });

  test('claims a move on the day of the backup too', () => {
    expect(found(0, [arn('rds', 'db:orders')])).toMatchObject([{ severity: 'warning' }]);
  });

  test.each([
    ['FSx for OpenZFS among other systems', arn('fsx', 'file-system/fs-1')],
    ['Aurora DSQL', arn('dsql', 'cluster/x')],
    ['Redshift', arn('redshift', 'cluster:x')],
  ])('claims nothing where pages contradict each other: %s', (_, named) => {
    expect(found(30, [named])).toEqual([]);
  });

  test('tells only what is certain where something else is not', () => {
    expect(found(30, [arn('dsql', 'cluster/x'), arn('s3', 'x')])).toMatchObject([
      { message: expect.not.stringContaining('DSQL'), severity: 'warning' },
    ]);
  });

  test('is information where tags may select what can go cold', () => {
    const tag = { ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'yes' };
    expect(found(30, [arn('rds', 'db:orders')], [tag])).toMatchObject([{ severity: 'info' }]);
  });
});
