import { describe, expect, test } from 'vitest';
import { copyKeyNotShared } from '../../../src/check/rules/copy-key-not-shared';
import { copying, DESTINATION, vaultArn } from '../copying';
import { findingsOf, testRule } from '../rule-cases';
import { selecting } from '../selecting';

type Json = Readonly<Record<string, unknown>>;

const HOME = '111122223333';
const AWAY = '222233334444';
const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });
const key = (...Statement: readonly unknown[]) => ({
  Type: 'AWS::KMS::Key',
  Properties: { KeyPolicy: { Version: '2012-10-17', Statement } },
});
const allow = (account: string, Action: unknown = 'kms:*') => ({
  Effect: 'Allow',
  Principal: root(account),
  Action,
  Resource: '*',
});
const data = (KmsKeyId: unknown = { 'Fn::GetAtt': ['Key', 'Arn'] }) => ({
  Type: 'AWS::RDS::DBInstance',
  Properties: { Engine: 'postgres', StorageEncrypted: true, KmsKeyId },
});
const program = (Key: Json, Data: Json = data()) => ({
  Key,
  Data,
  Selection: selecting({ 'Fn::GetAtt': ['Data', 'DBInstanceArn'] }),
  Plan: copying([vaultArn('far', 'eu-central-1', AWAY)]),
});
const around = { at: `${HOME}/eu-central-1` };

testRule(copyKeyNotShared, [
  {
    title: 'a key for its own account alone',
    wrong: program(key(allow(HOME), allow(HOME, 'kms:Decrypt'))),
    around,
    at: 'Resources.Key.Properties.KeyPolicy.Statement.1.Principal.AWS',
    right: root(AWAY).AWS,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
      says: /^the copy of rule 'daily' goes to account 222233334444, which the keys of Data \(selection 'data'\) do not let in$/,
    },
  },
  {
    title: 'a key that another account may describe and no more',
    wrong: program(key(allow(HOME), allow(AWAY, 'kms:DescribeKey'))),
    around,
    at: 'Resources.Key.Properties.KeyPolicy.Statement.1.Action',
    right: 'kms:CreateGrant',
    finds: { says: /do not let in/ },
  },
  {
    title: 'a key that is told by its id, and copies that leave the account',
    wrong: program(key(allow(HOME)), data({ Ref: 'Key' })),
    around,
    at: DESTINATION,
    right: vaultArn('far', 'eu-west-1', HOME),
    finds: { says: /account 222233334444/ },
  },
]);

describe('copy-key-not-shared', () => {
  const found = (resources: Json) => findingsOf(copyKeyNotShared, { Resources: resources }, around);

  test('says whom to let in', () => {
    expect(found(program(key(allow(HOME))))[0]?.fix).toMatch(/^allow arn:aws:iam::222233334444:root to use the key/);
  });

  test('is content with everybody', () => {
    expect(found(program(key({ ...allow(HOME), Principal: '*' })))).toEqual([]);
  });

  test('is content with one of the permissions, as others may stand elsewhere', () => {
    expect(found(program(key(allow(AWAY, 'kms:Decrypt'))))).toEqual([]);
  });

  test.each<[string, unknown[]]>([
    ['one of several principals', [{ ...allow(HOME), Principal: { AWS: [root(HOME).AWS, root(AWAY).AWS] } }]],
    ['one statement of several', [allow(HOME), allow(AWAY)]],
    ['a statement that was not read', [allow(HOME), 7]],
  ])('is content with %s', (_, statements) => {
    expect(found(program(key(...statements)))).toEqual([]);
  });

  test('leaves copies within the account alone, whomever the key lets in', () => {
    const Plan = copying([vaultArn('far', 'eu-west-1', HOME)]);
    expect(found({ ...program(key(allow('333344445555'))), Plan })).toEqual([]);
  });

  test.each([`alias/\${Key}`, `\${Key}-b`])('knows nothing of the key %s', (name) => {
    expect(found(program(key(allow(HOME)), data({ 'Fn::Sub': name })))).toEqual([]);
  });

  test('knows nothing of keys of other templates', () => {
    const { Key: _, ...resources } = program({}, data('arn:aws:kms:eu-central-1:111122223333:key/1'));
    expect(found(resources)).toEqual([]);
  });

  test('leaves alone what has no key, and what AWS Backup fully manages', () => {
    const bare = { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres' } };
    expect(found(program(key(allow(HOME)), bare))).toEqual([]);
    const files = {
      Type: 'AWS::EFS::FileSystem',
      Properties: { Encrypted: true, KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
    };
    const Selection = selecting({ 'Fn::GetAtt': ['Data', 'Arn'] });
    expect(found({ ...program(key(allow(HOME)), files), Selection })).toEqual([]);
  });
});
