import { expect, test } from 'vitest';
import { check } from '../../../src/check/check';
import { vaultNameTaken } from '../../../src/check/rules/vault-name-taken';
import { Assumptions } from '../../../src/read/assumptions/assumptions';
import { readStacks } from '../../read/stacks';
import { findingsOf, testRule } from '../rule-cases';

const vault = (BackupVaultName: string, attributes: object = {}) => ({
  Type: 'AWS::Backup::BackupVault',
  ...attributes,
  Properties: { BackupVaultName },
});
const airGapped = (name: string) => ({ ...vault(name), Type: 'AWS::Backup::LogicallyAirGappedBackupVault' });

testRule(vaultNameTaken, [
  {
    title: 'two vaults of one name in a stack',
    wrong: { One: vault('ledger'), Other: airGapped('ledger') },
    at: 'Resources.Other.Properties.BackupVaultName',
    right: 'Ledger',
    finds: {
      logicalId: 'Other',
      property: 'BackupVaultName',
      says: /^the vault has the name 'ledger', which One has in the same account and Region$/,
    },
  },
]);

const Conditions = { A: { 'Fn::Equals': [{ Ref: 'P' }, 'a'] }, B: { 'Fn::Equals': [{ Ref: 'P' }, 'b'] } };
const found = (...conditions: (string | undefined)[]) =>
  findingsOf(vaultNameTaken, {
    Parameters: { P: { Type: 'String' } },
    Conditions,
    Resources: Object.fromEntries(
      conditions.map((Condition, index) => [
        `V${index}`,
        vault('ledger', Condition === undefined ? {} : { Condition }),
      ]),
    ),
  }).map(({ logicalId }) => logicalId);

test('Vaults under conditions are judged where both are there for certain.', () => {
  expect(found('A', 'B')).toEqual([]);
  expect(found('A', 'A')).toEqual(['V1']);
  expect(found('A', undefined)).toEqual(['V1']);
  expect(found(undefined, 'B')).toEqual(['V1']);
  expect(found('A', undefined, 'B')).toEqual(['V1', 'V2']);
});

test('In two stacks it is judged where both are known to be in one account and Region.', () => {
  const places = (one: string, other: string, Condition?: string) => {
    const model = readStacks({
      One: [one, { Resources: { Vault: vault('ledger', Condition === undefined ? {} : { Condition }) }, Conditions }],
      Other: [other, { Resources: { Copies: vault('ledger', { Condition: 'A' }) }, Conditions }],
    });
    const options = { assumptions: Assumptions.DEFAULT, from: 0, rules: [vaultNameTaken] };
    return check(model, options).findings.map(({ message }) => message);
  };
  expect(places('111122223333/eu-central-1', '111122223333/eu-central-1')).toEqual([
    "the vault has the name 'ledger', which Vault of One has in the same account and Region",
  ]);
  // Conditions of two stacks are two, whatever they are called.
  expect(places('111122223333/eu-central-1', '111122223333/eu-central-1', 'A')).toEqual([]);
  expect(places('111122223333/eu-central-1', '111122223333/eu-west-1')).toEqual([]);
  expect(places('111122223333/eu-central-1', '222233334444/eu-central-1')).toEqual([]);
  expect(places('unknown-account/eu-central-1', 'unknown-account/eu-central-1')).toEqual([]);
  expect(places('111122223333/unknown-region', '111122223333/unknown-region')).toEqual([]);
});
