import { expect, test } from 'vitest';
import { copyFromAirGappedVault } from '../../../src/check/rules/copy-from-air-gapped-vault';
import { copying } from '../copying';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';

const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'BackupVaultArn'] });
const airGapped = (BackupVaultName: string) => ({
  Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
  Properties: { BackupVaultName, MinRetentionDays: 7, MaxRetentionDays: 90 },
});
const vault = (properties: object = {}) => ({
  Type: 'AWS::Backup::BackupVault',
  Properties: { BackupVaultName: 'far', ...properties },
});
const Bunker = airGapped('bunker');
const Plan = copying([arnOf('Far')], { TargetLogicallyAirGappedBackupVaultArn: arnOf('Bunker') });

testRule(copyFromAirGappedVault, [
  {
    title: 'a copy from one air-gapped vault to another',
    wrong: { Bunker, Far: airGapped('far'), Plan },
    at: 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0.TargetLogicallyAirGappedBackupVaultArn',
    right: LEFT_OUT,
    neverUnknown: 'a target that only deployment knows is an air-gapped vault as well',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
      says: /^the copy of rule 'daily' starts, .* and goes to vault 'far', which is air-gapped too: no plan/,
    },
  },
  {
    title: 'a copy from an air-gapped vault to a vault without a key of its own',
    wrong: { Bunker, Far: vault(), Plan },
    at: 'Resources.Far.Properties.EncryptionKeyArn',
    right: KEY,
    finds: { says: /goes to vault 'far', which has no EncryptionKeyArn and so the key aws\/backup/ },
  },
]);

test('A key that was not understood may be one of your own.', () => {
  const Far = vault({ EncryptionKeyArn: [1] });
  expect(findingsOf(copyFromAirGappedVault, { Resources: { Bunker, Far, Plan } })).toEqual([]);
});
