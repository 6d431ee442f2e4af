import { expect, test } from 'vitest';
import { indexInAirGappedVault } from '../../../src/check/rules/index-in-air-gapped-vault';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';
import { arn, plan, RULE } from './plan-and-selection';

const TargetLogicallyAirGappedBackupVaultArn = arn('backup', 'backup-vault:bunker');

testRule(indexInAirGappedVault, [
  {
    title: 'an index of what goes behind an air gap',
    wrong: { Plan: plan({ TargetLogicallyAirGappedBackupVaultArn, IndexActions: [{ ResourceTypes: ['S3'] }] }) },
    at: `${RULE}.TargetLogicallyAirGappedBackupVaultArn`,
    right: LEFT_OUT,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].IndexActions[0]',
      says: /^rule 'daily' asks for an index and backs up into an air-gapped vault, where there is none$/,
    },
  },
]);

test('An air-gapped target without an index is left alone.', () => {
  const template = { Resources: { Plan: plan({ TargetLogicallyAirGappedBackupVaultArn }) } };
  expect(findingsOf(indexInAirGappedVault, template)).toEqual([]);
});

test('A vault that the template declares is known without its name.', () => {
  const vault = {
    Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
    Properties: { BackupVaultName: { Ref: 'Name' }, MinRetentionDays: 7, MaxRetentionDays: 90 },
  };
  const Plan = plan({
    TargetLogicallyAirGappedBackupVaultArn: { 'Fn::GetAtt': ['Bunker', 'BackupVaultArn'] },
    IndexActions: [{ ResourceTypes: ['EBS'] }],
  });
  const template = { Parameters: { Name: { Type: 'String' } }, Resources: { Bunker: vault, Plan } };
  expect(findingsOf(indexInAirGappedVault, template)).toHaveLength(1);
});
