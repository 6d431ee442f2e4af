import { expect, test } from 'vitest';
import { copyIntoOwnVault } from '../../../src/check/rules/copy-into-own-vault';
import { copying, DESTINATION, vaultArn } from '../copying';
import { findingsOf, testRule } from '../rule-cases';

const around = { at: '111122223333/eu-central-1' };
const vault = (BackupVaultName?: string) => ({ Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName } });
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'BackupVaultArn'] });

testRule(copyIntoOwnVault, [
  {
    title: 'a copy into the vault that the rule fills, by its ARN',
    wrong: { Plan: copying([vaultArn('nightly')]) },
    around,
    at: DESTINATION,
    right: vaultArn('nightly', 'eu-west-1'),
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
      says: /^the copy of rule 'daily' goes to the vault of the original, 'nightly', where it protects from nothing/,
    },
  },
  {
    title: 'a copy into a vault of the same name and Region',
    wrong: { Plan: copying([vaultArn('nightly')]) },
    around,
    at: DESTINATION,
    right: vaultArn('nightly', 'eu-central-1', '222233334444'),
    finds: { says: /'nightly'/ },
  },
  {
    title: 'a copy into the vault that the rule fills, by its resource',
    wrong: {
      Vault: vault('nightly'),
      Other: vault('other'),
      Plan: copying([arnOf('Vault')], { TargetBackupVault: { Ref: 'Vault' } }),
    },
    at: DESTINATION,
    right: arnOf('Other'),
    finds: { says: /the vault of the original, 'nightly'/ },
  },
]);

test('A vault that has no name yet is known by its resource.', () => {
  const template = {
    Parameters: { Name: { Type: 'String' } },
    Resources: {
      Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: { Ref: 'Name' } } },
      Plan: copying([arnOf('Vault')], { TargetBackupVault: { Ref: 'Vault' } }),
    },
  };
  const [{ message } = { message: '' }] = findingsOf(copyIntoOwnVault, template);
  expect(message).toBe("the copy of rule 'daily' goes to the vault of the original, where it protects from nothing");
});

test('Two vaults whose names nobody knows are not one.', () => {
  const template = {
    Parameters: { One: { Type: 'String' }, Other: { Type: 'String' } },
    Resources: {
      Plan: copying([{ 'Fn::Sub': `arn:aws:backup:eu-central-1:111122223333:backup-vault:\${One}` }], {
        TargetBackupVault: { Ref: 'Other' },
      }),
    },
  };
  expect(findingsOf(copyIntoOwnVault, template, around)).toEqual([]);
});
