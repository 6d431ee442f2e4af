import { describe, expect, test } from 'vitest';
import { concerns, concernsEverybody, has, isAbout } from '../../src/check/statements';
import { readResources } from '../read/reading';
import { contextOf } from './contexts';

const vault = (statement: object) => ({
  Vault: { Type: 'AWS::Backup::BackupVault', Properties: { AccessPolicy: { Statement: [statement] } } },
  Role: { Type: 'AWS::IAM::Role', Properties: {} },
});
const read = (statement: object) => {
  const [first] = readResources(vault(statement)).vaults[0]?.policy ?? [];
  if (!first) throw new Error('no statement');
  return first;
};
const GUESS = { 'Fn::Transform': { Name: 'Guess' } };

describe('A statement is about an action', () => {
  test.each([
    ['by its name', { Action: 'backup:CopyIntoBackupVault' }, 'yes'],
    ['by its name in another case', { Action: ['a:B', 'BACKUP:copyintobackupvault'] }, 'yes'],
    ['by a wildcard', { Action: 'backup:Copy*' }, 'yes'],
    ['by wildcards', { Action: 'b*:Copy*Vault**' }, 'yes'],
    ['by a wildcard that has to be tried twice', { Action: 'backup:*BackupVault' }, 'yes'],
    ['by a wildcard for one letter', { Action: 'backup:CopyInt?BackupVault' }, 'yes'],
    ['by everything', { Action: '*' }, 'yes'],
    ['not by another', { Action: 'backup:CopyFromBackupVault' }, 'no'],
    ['not by the beginning of it', { Action: 'backup:CopyInto' }, 'no'],
    ['not by more than it', { Action: 'backup:CopyIntoBackupVaults' }, 'no'],
    ['not by a wildcard for more', { Action: 'backup:CopyIntoBackupVault?' }, 'no'],
    ['not by a wildcard for others', { Action: 'backup:*Point' }, 'no'],
    ['not by none', { Action: [] }, 'no'],
    ['perhaps by what nobody knows', { Action: ['a:B', GUESS] }, 'perhaps'],
    ['for certain, whatever the rest is', { Action: [GUESS, 'backup:CopyIntoBackupVault'] }, 'yes'],
    ['by leaving out another', { NotAction: 'a:B' }, 'yes'],
    ['not by leaving it out', { NotAction: '*' }, 'no'],
    ['perhaps by leaving out what nobody knows', { NotAction: GUESS }, 'perhaps'],
  ])('%s', (_, statement, expected) => {
    expect(isAbout(read(statement), 'backup:CopyIntoBackupVault')).toBe(expected);
  });
});

describe('A statement concerns an account', () => {
  const context = contextOf(vault({}));
  test.each([
    ['as everybody', { Principal: '*' }, 'yes'],
    ['as everybody of AWS', { Principal: { AWS: '*' } }, 'yes'],
    ['by its number', { Principal: { AWS: ['999999999999', '111122223333'] } }, 'yes'],
    ['by its root', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }, 'yes'],
    [
      'by its root in some partition',
      { Principal: { AWS: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::111122223333:root` } } },
      'yes',
    ],
    ['perhaps by one of its roles', { Principal: { AWS: 'arn:aws:iam::111122223333:role/backup' } }, 'perhaps'],
    [
      'perhaps by the account of the stack',
      { Principal: { AWS: { 'Fn::Sub': `arn:aws:iam::\${AWS::AccountId}:root` } } },
      'perhaps',
    ],
    ['perhaps by a role that is declared', { Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } } }, 'perhaps'],
    ['perhaps by what nobody knows', { Principal: { AWS: GUESS } }, 'perhaps'],
    ['not by the root of another', { Principal: { AWS: 'arn:aws:iam::999999999999:root' } }, 'no'],
    ['not by the number of another', { Principal: { AWS: '999999999999' } }, 'no'],
    ['not by a service', { Principal: { Service: 'backup.amazonaws.com' } }, 'no'],
    ['not by nobody', {}, 'no'],
    ['by leaving out another', { NotPrincipal: { AWS: '999999999999' } }, 'yes'],
    [
      'perhaps by leaving out one of its roles',
      { NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/backup' } },
      'perhaps',
    ],
    ['perhaps by leaving it out', { NotPrincipal: { AWS: '111122223333' } }, 'perhaps'],
  ])('%s', (_, statement, expected) => {
    expect(concerns(context, read(statement), '111122223333')).toBe(expected);
  });

  test('and everybody only where it says so.', () => {
    expect(concernsEverybody(read({ Principal: '*' }))).toBe(true);
    expect(concernsEverybody(read({ Principal: { AWS: ['111122223333', '*'] } }))).toBe(true);
    expect(concernsEverybody(read({ Principal: { AWS: '111122223333' } }))).toBe(false);
    expect(concernsEverybody(read({ NotPrincipal: '*' }))).toBe(false);
  });
});

test('A statement allows or denies, or nobody knows which.', () => {
  expect(has('Allow', 'Allow')).toBe('yes');
  expect(has('Allow', 'Deny')).toBe('no');
  expect(has('Deny', 'Deny')).toBe('yes');
  expect(has('Deny', undefined)).toBe('no');
  expect(has('Deny', read({ Effect: GUESS }).effect)).toBe('perhaps');
});
