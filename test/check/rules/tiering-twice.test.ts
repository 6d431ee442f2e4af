import { describe, expect, test } from 'vitest';
import { tieringTwice } from '../../../src/check/rules/tiering-twice';
import { findingsOf, testRule } from '../rule-cases';

const Vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'nightly' } };
const tiering = (BackupVaultName: unknown, more: object = {}) => ({
  Type: 'AWS::Backup::TieringConfiguration',
  ...more,
  Properties: {
    TieringConfigurationName: 'cheap',
    BackupVaultName,
    ResourceSelection: [{ ResourceType: 'S3', Resources: ['*'], TieringDownSettingsInDays: 60 }],
  },
});
const SECOND = 'Resources.Second.Properties.BackupVaultName';

testRule(tieringTwice, [
  {
    title: 'two configurations for a vault by its name',
    wrong: { First: tiering('nightly'), Second: tiering('nightly') },
    at: SECOND,
    right: '*',
    finds: {
      logicalId: 'Second',
      property: 'BackupVaultName',
      says: /^vault 'nightly' has a tiering configuration already, First$/,
    },
  },
  {
    title: 'two configurations for a vault of the template',
    wrong: { Vault, First: tiering({ Ref: 'Vault' }), Second: tiering({ Ref: 'Vault' }) },
    at: SECOND,
    right: 'weekly',
    finds: { logicalId: 'Second', says: /^vault Vault has a tiering configuration already, First$/ },
  },
  {
    title: 'two configurations for all vaults',
    wrong: { First: tiering('*'), Second: tiering('*') },
    at: SECOND,
    right: 'nightly',
    finds: { says: /^what is for all vaults has a tiering configuration already/ },
  },
]);

describe('tiering-twice', () => {
  test('does not count what may not be there', () => {
    const template = {
      Parameters: { Size: { Type: 'String' } },
      Conditions: { Large: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] } },
      Resources: { First: tiering('nightly', { Condition: 'Large' }), Second: tiering('nightly') },
    };
    expect(findingsOf(tieringTwice, template)).toEqual([]);
  });

  test('tells stacks apart', () => {
    const around = {
      at: '111122223333/eu-central-1',
      beside: { '111122223333/eu-west-1': { Second: tiering('nightly') } },
    };
    expect(findingsOf(tieringTwice, { Resources: { First: tiering('nightly') } }, around)).toEqual([]);
  });
});
