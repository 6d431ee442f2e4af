import { expect, test } from 'vitest';
import { tieringVaultTaken } from '../../../src/check/rules/tiering-vault-taken';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';

const tiering = (vault: unknown) => ({
  Type: 'AWS::Backup::TieringConfiguration',
  Properties: { TieringConfigurationName: 'tier', BackupVaultName: vault },
});
const vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'ledger' } };

testRule(tieringVaultTaken, [
  {
    title: 'a vault twice',
    wrong: { One: tiering('ledger'), Two: tiering('ledger') },
    at: 'Resources.Two.Properties.BackupVaultName',
    right: '*',
    finds: {
      logicalId: 'Two',
      property: 'BackupVaultName',
      says: /^vault 'ledger' has a tiering configuration already, 'One'$/,
    },
  },
  {
    title: 'all vaults twice',
    wrong: { One: tiering('*'), Two: tiering('*') },
    at: 'Resources.Two.Properties.BackupVaultName',
    right: 'ledger',
    finds: { logicalId: 'Two', says: /^all vaults have a tiering configuration already, 'One'$/ },
  },
]);

test('By its name and by its reference it is one vault; two of which nothing is known are not.', () => {
  expect(
    foundIn(tieringVaultTaken, { Vault: vault, One: tiering('ledger'), Two: tiering({ Ref: 'Vault' }) }),
  ).toHaveLength(1);
  const One = { ...tiering('ledger'), Condition: 'Nowhere' };
  expect(foundIn(tieringVaultTaken, { One: tiering(undefined), Two: tiering(undefined) })).toEqual([]);
  expect(foundIn(tieringVaultTaken, { One, Two: tiering('ledger') })).toEqual([]);
});
