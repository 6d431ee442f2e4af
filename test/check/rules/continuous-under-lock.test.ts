import { describe, expect, test } from 'vitest';
import { continuousUnderLock } from '../../../src/check/rules/continuous-under-lock';
import { planOf, ruleOf } from '../plans';
import { findingsOf, testRule } from '../rule-cases';

const locked = (min: number) => ({
  Type: 'AWS::Backup::BackupVault',
  Properties: { BackupVaultName: 'locked', LockConfiguration: { MinRetentionDays: min } },
});
const AIR_GAPPED = {
  Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
  Properties: { BackupVaultName: 'gapped', MinRetentionDays: 36, MaxRetentionDays: 365 },
};
const pitr = (more: object) => ruleOf('continuous', { EnableContinuousBackup: true, ...more });
const found = (Resources: object) => findingsOf(continuousUnderLock, { Resources });

testRule(continuousUnderLock, [
  {
    title: 'a lock whose minimum is longer than continuous backups are kept',
    wrong: { Vault: locked(36), Plan: planOf(pitr({ TargetBackupVault: { Ref: 'Vault' } })) },
    at: 'Resources.Vault.Properties.LockConfiguration.MinRetentionDays',
    right: 35,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].TargetBackupVault',
      says: /^rule 'continuous' backs up continuously, which keeps points 35 days at most, and the lock of vault 'locked' takes none that are kept less than 36 days$/,
    },
  },
  {
    title: 'continuous backup into a locked vault',
    wrong: { Vault: locked(90), Plan: planOf(pitr({ TargetBackupVault: { Ref: 'Vault' } })) },
    at: 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0.EnableContinuousBackup',
    right: false,
    finds: { says: /less than 90 days/ },
  },
  {
    title: 'an air-gapped vault, which always has a lock',
    wrong: {
      Vault: AIR_GAPPED,
      Plan: planOf(pitr({ TargetLogicallyAirGappedBackupVaultArn: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] } })),
    },
    at: 'Resources.Vault.Properties.MinRetentionDays',
    right: 7,
    finds: { property: 'BackupPlan.BackupPlanRule[0].TargetLogicallyAirGappedBackupVaultArn', says: /vault 'gapped'/ },
  },
]);

describe('continuous-under-lock', () => {
  test('leaves copies alone, which are snapshots', () => {
    const copy = { DestinationBackupVaultArn: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] } };
    expect(found({ Vault: locked(90), Plan: planOf(pitr({ CopyActions: [copy] })) })).toEqual([]);
  });

  test('says how to mend it', () => {
    expect(found({ Vault: locked(90), Plan: planOf(pitr({ TargetBackupVault: { Ref: 'Vault' } })) })).toMatchObject([
      {
        fix: 'send continuous backups into a vault whose lock asks for 35 days or less, and copies of them into this one',
      },
    ]);
  });
});
