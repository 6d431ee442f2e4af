import { expect, test } from 'vitest';
import { copyColdStorageStay } from '../../../src/check/rules/copy-cold-storage-stay';
import { vaultArn } from '../copying';
import { findingsOf, testRule } from '../rule-cases';

const RULE = 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0';
const program = (lifecycle: object, copy: object) => ({
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanName: 'nightly',
        BackupPlanRule: [
          {
            RuleName: 'daily',
            TargetBackupVault: 'nightly',
            Lifecycle: lifecycle,
            CopyActions: [{ DestinationBackupVaultArn: vaultArn('far', 'eu-west-1'), ...copy }],
          },
        ],
      },
    },
  },
});
const cold = (days: number, more: object = {}) => ({ Lifecycle: { MoveToColdStorageAfterDays: days, ...more } });

testRule(copyColdStorageStay, [
  {
    title: 'a copy that expires with its source soon after it went cold',
    wrong: program({ DeleteAfterDays: 119 }, cold(30, { DeleteAfterDays: -1 })),
    at: `${RULE}.Lifecycle.DeleteAfterDays`,
    right: 120,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].Lifecycle.MoveToColdStorageAfterDays',
      says: /^the copy of rule 'daily' goes to cold storage after 30 days and expires with its source after 119 days: 89 days/,
    },
  },
  {
    title: 'a copy without a retention that goes cold late',
    wrong: program({ DeleteAfterDays: 120 }, cold(31)),
    at: `${RULE}.CopyActions.0.Lifecycle.MoveToColdStorageAfterDays`,
    right: 30,
    finds: { says: /after 31 days and expires with its source after 120 days: 89 days/ },
  },
  {
    title: 'a copy that would expire before it goes cold',
    wrong: program({ DeleteAfterDays: 14 }, cold(30, { DeleteAfterDays: -1 })),
    at: `${RULE}.CopyActions.0.Lifecycle.DeleteAfterDays`,
    right: 120,
    finds: { says: /: 0 days in cold storage/ },
  },
]);

test.each([
  ['has its own lifecycle, which is a rule of values', { DeleteAfterDays: 14 }, cold(30, { DeleteAfterDays: 35 })],
  ['has the lifecycle of its rule', { DeleteAfterDays: 100, MoveToColdStorageAfterDays: 30 }, {}],
  ['lives for ever with its source', {}, cold(30)],
])('A copy is left alone that %s.', (_, lifecycle, copy) => {
  expect(findingsOf(copyColdStorageStay, { Resources: program(lifecycle, copy) })).toEqual([]);
});
