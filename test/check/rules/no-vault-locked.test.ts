import { expect, test } from 'vitest';
import { noVaultLocked } from '../../../src/check/rules/no-vault-locked';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { plan } from './plan-and-selection';

const vault = (more: object = {}) => ({
  Type: 'AWS::Backup::BackupVault',
  Properties: { BackupVaultName: 'ledger', ...more },
});

testRule(noVaultLocked, [
  {
    title: 'a vault without a lock',
    wrong: { Plan: plan(), Vault: vault() },
    at: 'Resources.Vault.Properties.LockConfiguration',
    right: { MinRetentionDays: 30 },
    finds: { says: /^the only vault has no lock, so that whoever may delete recovery points may delete each of them$/ },
  },
]);

test('An air-gapped vault is locked, and vaults are counted.', () => {
  const Bunker = { Type: 'AWS::Backup::LogicallyAirGappedBackupVault', Properties: {} };
  expect(foundIn(noVaultLocked, { Plan: plan(), Vault: vault(), Bunker })).toEqual([]);
  expect(foundIn(noVaultLocked, { Plan: plan(), Vault: vault(), More: vault() })[0]?.message).toMatch(
    /^none of the 2 vaults has a lock, so/,
  );
});

test('Without a plan, without a vault or with something unread, nothing is said.', () => {
  expect(foundIn(noVaultLocked, { Vault: vault() })).toEqual([]);
  expect(foundIn(noVaultLocked, { Plan: plan() })).toEqual([]);
  const Unread = { Type: 'AWS::Backup::BackupVault', Properties: { LockConfiguration: [['locked']] } };
  expect(foundIn(noVaultLocked, { Plan: plan(), Unread })).toEqual([]);
  expect(
    foundIn(noVaultLocked, { Plan: plan(), Vault: vault(), Fleet: { Type: 'AWS::CloudFormation::StackSet' } }),
  ).toEqual([]);
});
