import { describe, expect, test } from 'vitest';
import { restoreTestsWithoutPoints } from '../../../src/check/rules/restore-tests-without-points';
import { planOf, ruleOf, UNKNOWN } from '../plans';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';

const vault = (BackupVaultName: string) => ({ Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName } });
const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'BackupVaultArn'] });
const tests = (points: object) => ({
  Type: 'AWS::Backup::RestoreTestingPlan',
  Properties: {
    RestoreTestingPlanName: 'tests',
    RecoveryPointSelection: { RecoveryPointTypes: ['SNAPSHOT'], IncludeVaults: [arnOf('Full')], ...points },
  },
});
const INTO_FULL = { TargetBackupVault: { Ref: 'Full' } };
const app = (points: object, rule: object = INTO_FULL) => ({
  Full: vault('full'),
  Empty: vault('empty'),
  Plan: planOf(ruleOf('rule', rule)),
  Tests: tests(points),
});
const found = (points: object, rule?: object) =>
  findingsOf(restoreTestsWithoutPoints, { Resources: app(points, rule) });
const SELECTION = 'Resources.Tests.Properties.RecoveryPointSelection';

testRule(restoreTestsWithoutPoints, [
  {
    title: 'a vault that no rule fills',
    wrong: app({ IncludeVaults: [arnOf('Empty')] }),
    at: `${SELECTION}.IncludeVaults.0`,
    right: arnOf('Full'),
    finds: {
      logicalId: 'Tests',
      property: 'RecoveryPointSelection.IncludeVaults',
      says: /^restore testing plan 'tests' takes from vault 'Empty', and no rule or copy of the templates that were read puts recovery points there$/,
    },
  },
  {
    title: 'tests of continuous backups in a vault of snapshots',
    wrong: app({ RecoveryPointTypes: ['CONTINUOUS'] }),
    at: `${SELECTION}.RecoveryPointTypes.0`,
    right: 'SNAPSHOT',
    finds: {
      property: 'RecoveryPointSelection.RecoveryPointTypes',
      says: /^restore testing plan 'tests' tests continuous backups only, and there are snapshots only in vault 'Full'$/,
    },
  },
  {
    title: 'a vault that is included and excluded',
    wrong: app({ ExcludeVaults: [arnOf('Full')] }),
    at: `${SELECTION}.ExcludeVaults.0`,
    right: arnOf('Empty'),
    finds: {
      property: 'RecoveryPointSelection.ExcludeVaults',
      severity: 'error',
      says: /^restore testing plan 'tests' excludes every vault that it includes, so it tests nothing$/,
    },
  },
  {
    title: 'all vaults excluded',
    wrong: app({ IncludeVaults: ['*'], ExcludeVaults: ['*'] }),
    at: `${SELECTION}.ExcludeVaults`,
    right: LEFT_OUT,
    finds: { severity: 'error', says: /excludes every vault/ },
  },
]);

describe('restore-tests-without-points', () => {
  const INTO_EMPTY = { IncludeVaults: [arnOf('Empty')] };
  const CONTINUOUS = { RecoveryPointTypes: ['CONTINUOUS'] };

  test.each([
    ['a rule into a vault that is not known', INTO_EMPTY, { TargetBackupVault: UNKNOWN }],
    [
      'vaults from elsewhere',
      { IncludeVaults: ['arn:aws:backup:eu-west-1:111122223333:backup-vault:other'] },
      INTO_FULL,
    ],
    ['no vaults, which AWS refuses', { IncludeVaults: [] }, INTO_FULL],
    [
      'a part of the vaults excluded',
      { IncludeVaults: [arnOf('Full'), arnOf('Empty')], ExcludeVaults: [arnOf('Empty')] },
      INTO_FULL,
    ],
    ['continuous backups', CONTINUOUS, { ...INTO_FULL, EnableContinuousBackup: true }],
    ['what may be continuous backups', CONTINUOUS, { ...INTO_FULL, EnableContinuousBackup: UNKNOWN }],
    ['both types', { RecoveryPointTypes: ['CONTINUOUS', 'SNAPSHOT'] }, INTO_FULL],
    ['no types, which AWS refuses', { RecoveryPointTypes: [] }, INTO_FULL],
    ['types that were not read', { RecoveryPointTypes: ['CONTINUOUS', []] }, INTO_FULL],
    [
      'vaults that were not read, beside one that is excluded',
      { IncludeVaults: [arnOf('Empty'), []], ExcludeVaults: [arnOf('Empty')] },
      INTO_FULL,
    ],
    [
      'a vault from elsewhere beside an empty one',
      { IncludeVaults: [arnOf('Empty'), 'arn:aws:backup:eu-west-1:111122223333:backup-vault:other'] },
      INTO_FULL,
    ],
    ['vaults that were not read', { IncludeVaults: [arnOf('Empty'), []] }, INTO_FULL],
    ['two vaults of which one is not known', { IncludeVaults: [UNKNOWN], ExcludeVaults: [UNKNOWN] }, INTO_FULL],
  ])('leaves %s alone', (_, points, rule) => {
    expect(found(points, rule)).toEqual([]);
  });

  test('takes copies of continuous backups for the snapshots that they are', () => {
    const copy = { EnableContinuousBackup: true, CopyActions: [{ DestinationBackupVaultArn: arnOf('Full') }] };
    expect(found(CONTINUOUS, copy)).toMatchObject([
      { fix: 'add SNAPSHOT to RecoveryPointTypes, or include a vault with continuous backups' },
    ]);
  });

  test('leaves a vault alone into which one of two rules puts continuous backups', () => {
    const rules = [ruleOf('rule', INTO_FULL), ruleOf('pitr', { ...INTO_FULL, EnableContinuousBackup: true })];
    const Resources = { ...app(CONTINUOUS), Plan: planOf(...rules) };
    expect(findingsOf(restoreTestsWithoutPoints, { Resources })).toEqual([]);
  });

  test('leaves a vault alone that is excluded under a condition', () => {
    const Conditions = { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } };
    const ExcludeVaults = [{ 'Fn::If': ['C', arnOf('Full'), { Ref: 'AWS::NoValue' }] }];
    const Resources = app({ ExcludeVaults });
    expect(findingsOf(restoreTestsWithoutPoints, { Conditions, Resources })).toEqual([]);
  });

  test('says how to mend it', () => {
    expect(found({ IncludeVaults: [arnOf('Empty'), arnOf('Empty')] })).toMatchObject([
      { severity: 'warning', fix: 'include the vaults into which rules and copies put recovery points' },
    ]);
    expect(found({ ExcludeVaults: ['*'] })).toMatchObject([{ severity: 'error' }]);
    expect(found({ ExcludeVaults: [arnOf('Full')] })[0]?.fix).toBe('leave out of ExcludeVaults what is to be tested');
  });
});
