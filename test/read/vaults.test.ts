import { describe, expect, test } from 'vitest';
import { readResources, readTemplate, simply } from './reading';

function vaultOf(properties: unknown, others: object = {}) {
  const { vaults, notes } = readTemplate({
    Parameters: { Days: { Type: 'Number' }, Effect: { Type: 'String' }, Who: { Type: 'String' } },
    Resources: { Vault: { Type: 'AWS::Backup::BackupVault', Properties: properties }, ...others },
  });
  return { ...vaults[0], notes };
}

describe('a vault', () => {
  test('has a name and where it stands', () => {
    const { vaults } = readResources({
      Vault: {
        Type: 'AWS::Backup::BackupVault',
        Condition: 'IsProd',
        Properties: { BackupVaultName: 'ledger' },
        Metadata: { 'aws:cdk:path': 'App/Vault/Resource' },
      },
    });
    expect(simply(vaults)).toEqual([
      {
        stack: 'app.json',
        logicalId: 'Vault',
        type: 'AWS::Backup::BackupVault',
        constructPath: 'App/Vault/Resource',
        condition: 'IsProd',
        kind: 'standard',
        name: 'ledger',
        tags: [],
      },
    ]);
  });

  test('says which key of the template encrypts it', () => {
    const key = { Key: { Type: 'AWS::KMS::Key' } };
    expect(simply(vaultOf({ EncryptionKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } }, key).encryptionKey)).toEqual({
      stack: 'app.json',
      logicalId: 'Key',
      type: 'AWS::KMS::Key',
    });
  });

  test('does not take the id of a key for its ARN', () => {
    const key = { Key: { Type: 'AWS::KMS::Key' } };
    expect(simply(vaultOf({ EncryptionKeyArn: { Ref: 'Key' } }, key).encryptionKey)).toEqual({ unknown: `\${Key}` });
  });

  test('keeps the ARN of a key that stands elsewhere', () => {
    expect(vaultOf({ EncryptionKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/a' }).encryptionKey).toBe(
      'arn:aws:kms:eu-west-1:111122223333:key/a',
    );
  });

  test.each([
    ['governance mode', { MinRetentionDays: 7, MaxRetentionDays: 30 }, { minRetentionDays: 7, maxRetentionDays: 30 }],
    ['compliance mode', { MinRetentionDays: 7, ChangeableForDays: 3 }, { minRetentionDays: 7, changeableForDays: 3 }],
    ['digits in a text', { MinRetentionDays: '7' }, { minRetentionDays: 7 }],
    ['a parameter', { MinRetentionDays: { Ref: 'Days' } }, { minRetentionDays: { unknown: `\${Days}` } }],
    ['AWS::NoValue', { MinRetentionDays: 7, MaxRetentionDays: { Ref: 'AWS::NoValue' } }, { minRetentionDays: 7 }],
  ])('has a lock of %s', (_, lock, expected) => {
    const { lock: read, notes } = vaultOf({ LockConfiguration: lock });
    expect(simply(read)).toEqual(expected);
    expect(notes).toEqual([]);
  });

  test('takes no digits after a zero for a number', () => {
    const { lock, notes } = vaultOf({ LockConfiguration: { MinRetentionDays: '035', MaxRetentionDays: '0' } });
    expect(simply(lock)).toEqual({ maxRetentionDays: 0 });
    expect(notes).toMatchObject([{ property: 'LockConfiguration.MinRetentionDays' }]);
  });

  test('has no lock where AWS::NoValue stands for it', () => {
    expect(vaultOf({ LockConfiguration: { Ref: 'AWS::NoValue' } })).not.toHaveProperty('lock');
  });

  test('notifies a topic of events', () => {
    const notifications = { BackupVaultEvents: ['BACKUP_JOB_FAILED'], SNSTopicArn: { Ref: 'Topic' } };
    const topic = { Topic: { Type: 'AWS::SNS::Topic' } };
    expect(simply(vaultOf({ Notifications: notifications }, topic).notifications)).toEqual({
      topic: { stack: 'app.json', logicalId: 'Topic', type: 'AWS::SNS::Topic' },
      events: ['BACKUP_JOB_FAILED'],
    });
  });

  test('that is logically air-gapped is locked by nature', () => {
    const { vaults } = readResources({
      Vault: {
        Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
        Properties: { BackupVaultName: 'gap', MinRetentionDays: 7, MaxRetentionDays: 90 },
      },
    });
    expect(vaults[0]).toMatchObject({
      kind: 'logicallyAirGapped',
      name: 'gap',
      lock: { minRetentionDays: 7, maxRetentionDays: 90 },
    });
  });
});

describe('the access policy of a vault', () => {
  const statement = {
    effect: 'Deny',
    principals: ['*'],
    exceptPrincipals: false,
    actions: ['a:b'],
    exceptActions: false,
    resources: [],
    exceptResources: false,
    conditions: [],
  };

  test.each<[string, unknown, object]>([
    ['everybody', { Effect: 'Deny', Principal: '*', Action: 'a:b' }, statement],
    ['everybody, the way the CDK writes it', { Effect: 'Deny', Principal: { AWS: '*' }, Action: ['a:b'] }, statement],
    [
      'principals of several kinds',
      {
        Effect: 'Allow',
        Principal: { AWS: ['arn:aws:iam::111122223333:root'], Service: 's.amazonaws.com' },
        Action: 'a:b',
      },
      { ...statement, effect: 'Allow', principals: ['arn:aws:iam::111122223333:root', 's.amazonaws.com'] },
    ],
    [
      'everybody and everything but some',
      { Effect: 'Deny', NotPrincipal: { AWS: 'x' }, NotAction: ['a:b'] },
      { ...statement, principals: ['x'], exceptPrincipals: true, exceptActions: true },
    ],
    [
      'a condition',
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 'a:b',
        Condition: { StringNotLike: { 'aws:userId': ['x', 'y'] }, Bool: { k: false } },
      },
      {
        ...statement,
        conditions: [
          { operator: 'StringNotLike', key: 'aws:userId', values: ['x', 'y'] },
          { operator: 'Bool', key: 'k', values: ['false'] },
        ],
      },
    ],
    [
      'who knows whom',
      { Effect: { Ref: 'Effect' }, Principal: { AWS: { Ref: 'Who' } }, Action: 'a:b' },
      { ...statement, effect: { unknown: `\${Effect}` }, principals: [{ unknown: `\${Who}` }] },
    ],
  ])('speaks of %s', (_, given, expected) => {
    expect(simply(vaultOf({ AccessPolicy: { Version: '2012-10-17', Statement: [given] } }).policy)).toEqual([expected]);
  });

  test('may have its one statement without a list, and may be JSON in a text', () => {
    const policy = { Statement: { Effect: 'Deny', Principal: '*', Action: 'a:b' } };
    expect(simply(vaultOf({ AccessPolicy: policy }).policy)).toEqual([statement]);
    expect(simply(vaultOf({ AccessPolicy: JSON.stringify(policy) }).policy)).toEqual([statement]);
  });

  test('that only deployment knows has one statement of which nothing is known', () => {
    const unknown = { unknown: `\${Who}` };
    expect(simply(vaultOf({ AccessPolicy: { Ref: 'Who' } }).policy)).toEqual([
      { ...statement, effect: unknown, principals: [unknown], actions: [unknown], resources: [unknown] },
    ]);
  });

  test('that is a broken text is noted', () => {
    const { policy, notes } = vaultOf({ AccessPolicy: '{"Statement"' });
    expect(simply(policy)).toEqual([]);
    expect(simply(notes)).toEqual([
      {
        stack: 'app.json',
        logicalId: 'Vault',
        property: 'AccessPolicy',
        says: 'this text is not JSON, so it was not read',
      },
    ]);
  });
});
