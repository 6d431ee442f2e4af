import { describe, expect, test } from 'vitest';
import { roleGoneBeforeItsPoints } from '../../../src/check/rules/role-gone-before-its-points';
import { findingsOf, testRule } from '../rule-cases';
import { plan, selection } from './plan-and-selection';
import { BY_ROLE, role } from './roles';

const vault = (DeletionPolicy: unknown, Type = 'AWS::Backup::BackupVault') => ({
  Type,
  DeletionPolicy,
  Properties: { BackupVaultName: 'ledger' },
});
const program = (own: object, kept: object, rule: object = { TargetBackupVault: { Ref: 'Vault' } }) => ({
  Vault: kept,
  Role: { ...role([]), ...own },
  Plan: plan(rule),
  Selection: selection({ Resources: ['*'], ...BY_ROLE }),
});

testRule(roleGoneBeforeItsPoints, [
  {
    title: 'a role that goes before the vault does',
    wrong: program({ DeletionPolicy: 'Delete' }, vault('Retain')),
    at: 'Resources.Role.DeletionPolicy',
    right: 'Retain',
    finds: {
      logicalId: 'Role',
      property: 'DeletionPolicy',
      says: /^the role of selection 'ours' goes with its stack, while vault 'ledger' is kept, with points that only this role was to delete$/,
    },
  },
  {
    title: 'a role of which nothing is said',
    wrong: program({}, vault('RetainExceptOnCreate')),
    at: 'Resources.Vault.DeletionPolicy',
    right: 'Delete',
    finds: { says: /goes with its stack/ },
  },
]);

describe('role-gone-before-its-points', () => {
  test('looks at air-gapped vaults', () => {
    const sealed = vault('Retain', 'AWS::Backup::LogicallyAirGappedBackupVault');
    const rule = { TargetLogicallyAirGappedBackupVaultArn: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] } };
    expect(findingsOf(roleGoneBeforeItsPoints, { Resources: program({}, sealed, rule) })).toHaveLength(1);
  });

  test('leaves alone roles whose plan was not read', () => {
    const resources = {
      ...program({}, vault('Retain')),
      Selection: selection({ Resources: ['*'], ...BY_ROLE }, { BackupPlanId: 'id' }),
    };
    expect(findingsOf(roleGoneBeforeItsPoints, { Resources: resources })).toEqual([]);
  });
});
