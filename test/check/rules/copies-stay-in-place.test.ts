import { expect, test } from 'vitest';
import { copiesStayInPlace } from '../../../src/check/rules/copies-stay-in-place';
import { copying, DESTINATION, vaultArn } from '../copying';
import { findingsOf, testRule } from '../rule-cases';

const around = { at: '111122223333/eu-central-1' };
const near = vaultArn('near');

testRule(copiesStayInPlace, [
  {
    title: 'an app whose only copy stays in the Region',
    wrong: { Plan: copying([near]) },
    around,
    at: DESTINATION,
    right: vaultArn('far', 'eu-west-1'),
    finds: { says: /^the only copy of recovery points stays in the account and the Region of the original$/ },
  },
  {
    title: 'an app all of whose copies stay in the account and the Region',
    wrong: { Plan: copying([near, vaultArn('nearer')]) },
    around,
    at: DESTINATION,
    right: vaultArn('far', 'eu-central-1', '222233334444'),
    finds: { says: /^each of the 2 copies of recovery points stays/ },
  },
  {
    title: 'an app whose copies go to a vault beside the original',
    wrong: {
      Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'near' } },
      Plan: copying([{ 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }]),
    },
    at: 'Resources.Vault.Type',
    right: 'AWS::Backup::LogicallyAirGappedBackupVault',
    neverUnknown: 'the type of a resource is no value',
    finds: { says: /stays/ },
  },
]);

test('An app without copies is no matter of this rule.', () => {
  expect(findingsOf(copiesStayInPlace, { Resources: { Plan: copying([]) } }, around)).toEqual([]);
});
