import { Duration, type Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnKey, type IKeyRef, Key } from 'aws-cdk-lib/aws-kms';
import { BackupVault, CopySource, LogicallyAirGappedBackupVault } from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown, warningsOf } from './app';

const UNIT = 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*';
const ACCOUNT = { AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::111122223333:root']] } };

const vaults: [
  string,
  string,
  (stack: Stack, encryptionKey?: IKeyRef) => BackupVault | LogicallyAirGappedBackupVault,
][] = [
  ['a vault', 'AWS::Backup::BackupVault', (stack, encryptionKey) => new BackupVault(stack, 'Vault', { encryptionKey })],
  [
    'a logically air-gapped vault',
    'AWS::Backup::LogicallyAirGappedBackupVault',
    (stack, encryptionKey) =>
      new LogicallyAirGappedBackupVault(stack, 'Vault', {
        minRetention: Duration.days(7),
        maxRetention: Duration.days(8),
        encryptionKey,
      }),
  ],
];

describe.each(vaults)('copies into %s', (_, type, declare) => {
  it.each([
    ['an account', CopySource.account('111122223333'), { Principal: ACCOUNT }],
    [
      'an organization',
      CopySource.organization('o-a1b2c3d4e5'),
      { Principal: { AWS: '*' }, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } },
    ],
    [
      'an organizational unit',
      CopySource.organizationalUnit(UNIT),
      { Principal: { AWS: '*' }, Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': [UNIT] } } },
    ],
  ])('may come from %s', (__, source, expected) => {
    const stack = newStack();
    declare(stack).allowCopyFrom(source);
    expect(onlyResource(stack, type).AccessPolicy).toEqual({
      Version: '2012-10-17',
      Statement: [{ Action: 'backup:CopyIntoBackupVault', Effect: 'Allow', Resource: '*', ...expected }],
    });
  });

  it('may come from several sources, beside what the policy says already', () => {
    const stack = newStack();
    const vault = declare(stack);
    vault.blockRecoveryPointDeletion();
    vault.allowCopyFrom(CopySource.account('111122223333'));
    vault.allowCopyFrom(CopySource.organization('o-a1b2c3d4e5'));
    const { Statement } = onlyResource(stack, type).AccessPolicy as { Statement: { Effect: string }[] };
    expect(Statement.map(({ Effect }) => Effect)).toEqual(['Deny', 'Allow', 'Allow']);
  });

  it('are let use the key of the vault, through AWS Backup only', () => {
    const stack = newStack();
    const vault = declare(stack, new Key(stack, 'Key'));
    const untouched = newStack();
    declare(untouched, new Key(untouched, 'Key'));
    expect(keyStatements(untouched)).toHaveLength(1);
    vault.allowCopyFrom(CopySource.organizationalUnit(UNIT));
    const fromUnit = { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': [UNIT] } };
    const throughBackup = { StringLike: { 'kms:ViaService': 'backup.*.amazonaws.com' } };
    expect(keyStatements(stack).slice(1)).toEqual([
      {
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Resource: '*',
        Condition: { ...fromUnit, ...throughBackup },
      },
      {
        Action: 'kms:CreateGrant',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Resource: '*',
        Condition: { ...fromUnit, ...throughBackup, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ]);
  });

  it('are let use the key as an account too', () => {
    const stack = newStack();
    declare(stack, new Key(stack, 'Key')).allowCopyFrom(CopySource.account('111122223333'));
    expect(
      keyStatements(stack)
        .map(({ Principal }) => Principal)
        .slice(1),
    ).toEqual([ACCOUNT, ACCOUNT]);
  });

  it('leave a key alone whose policy is elsewhere', () => {
    const stack = newStack();
    const keyArn = 'arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    declare(stack, Key.fromKeyArn(stack, 'Imported', keyArn)).allowCopyFrom(CopySource.account('111122223333'));
    expect(onlyResource(stack, type).EncryptionKeyArn).toBe(keyArn);
    const other = newStack();
    const lowLevel = new CfnKey(other, 'LowLevel', { keyPolicy: { Statement: [] } });
    declare(other, lowLevel).allowCopyFrom(CopySource.account('111122223333'));
    expect(onlyResource(other, 'AWS::KMS::Key').KeyPolicy).toEqual({ Statement: [] });
  });
});

describe('the key of a vault that takes copies', () => {
  const SOURCE = CopySource.account('111122223333');
  const keyArn = 'arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const [[, , normal], [, , airGapped]] = vaults as [(typeof vaults)[0], (typeof vaults)[0]];

  it('gets a warning where it is that of AWS Backup, only once, and only in a vault that is not air-gapped', () => {
    const stack = newStack();
    const vault = normal(stack);
    expect(warningsOf(stack)).toEqual([]);
    vault.allowCopyFrom(SOURCE);
    vault.allowCopyFrom(CopySource.organization('o-a1b2c3d4e5'));
    expect(warningsOf(stack)).toEqual([
      '/Stack/Vault: this vault has the AWS managed key aws/backup: copies from other accounts fail for the resource types that ' +
        'AWS Backup does not fully manage, as they do where the source has an AWS managed key; give the vault an encryptionKey, a ' +
        'customer managed one (https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html) ' +
        '[ack: Strongroom::copy-key-managed]',
    ]);
    const other = newStack();
    airGapped(other).allowCopyFrom(SOURCE);
    expect(warningsOf(other)).toEqual([]);
  });

  it.each<[string, (stack: Stack) => IKeyRef]>([
    ['imported', (stack) => Key.fromKeyArn(stack, 'Key', keyArn)],
    ['low-level', (stack) => new CfnKey(stack, 'Key', { keyPolicy: { Statement: [] } })],
  ])('gets a warning where its policy is out of reach: %s', (_, key) => {
    for (const [, , declare] of vaults) {
      const stack = newStack();
      declare(stack, key(stack)).allowCopyFrom(SOURCE);
      expect(warningsOf(stack)).toEqual([
        '/Stack/Vault: the policy of encryptionKey cannot be changed here: let the source do kms:Encrypt, kms:Decrypt, ' +
          'kms:ReEncrypt*, kms:GenerateDataKey*, kms:DescribeKey, kms:CreateGrant there by hand, or its copies fail ' +
          '(https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html) ' +
          '[ack: Strongroom::copy-key-policy]',
      ]);
    }
  });

  it('gets none where it is of this app', () => {
    for (const [, , declare] of vaults) {
      const stack = newStack();
      declare(stack, new Key(stack, 'Key')).allowCopyFrom(SOURCE);
      expect(warningsOf(stack)).toEqual([]);
    }
  });
});

describe('a source of copies', () => {
  it.each<[string, () => CopySource, string]>([
    [
      'account with dashes',
      () => CopySource.account('1111-2222-3333'),
      "CopySource.account: the id of an AWS account must be 12 digits, got '1111-2222-3333'; give the number",
    ],
    [
      'organization by the id of its root',
      () => CopySource.organization('r-ab12'),
      "CopySource.organization: the id of an organization must be 'o-' and 10 to 32 lower-case letters or digits, got 'r-ab12'",
    ],
    [
      'unit by its id alone',
      () => CopySource.organizationalUnit('ou-ab12-11111111'),
      "CopySource.organizationalUnit: the path of an organizational unit must look like o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/, got 'ou-ab12-11111111'; give the ids",
    ],
    [
      'path that would match no account',
      () => CopySource.organizationalUnit('o-a1b2c3d4e5/r-ab12/ou-ab12-11111111'),
      "; end it with '/' for the accounts of that unit, or with '/*' to take in the units below",
    ],
  ])('is no %s', (_, program, message) => {
    expect(thrown(program)).toContain(message);
  });

  it.each(['o-a1b2c3d4e5/r-ab12/*', 'o-a1b2c3d4e5/*', 'o-a1b2c3d4e5/*/ou-ab12-11111111/'])(
    'may be the pattern %s',
    (path) => {
      const stack = newStack();
      new BackupVault(stack, 'Vault').allowCopyFrom(CopySource.organizationalUnit(path));
      expect(JSON.stringify(onlyResource(stack, 'AWS::Backup::BackupVault').AccessPolicy)).toContain(
        `{"aws:PrincipalOrgPaths":["${path}"]}`,
      );
    },
  );

  it('may be known at deployment only', () => {
    const stack = newStack();
    const vault = new BackupVault(stack, 'Vault');
    vault.allowCopyFrom(CopySource.account(Token.asString({ Ref: 'Account' })));
    vault.allowCopyFrom(CopySource.organization(Token.asString({ Ref: 'Organization' })));
    vault.allowCopyFrom(CopySource.organizationalUnit(Token.asString({ Ref: 'Path' })));
    const policy = JSON.stringify(onlyResource(stack, 'AWS::Backup::BackupVault').AccessPolicy);
    for (const name of ['Account', 'Organization', 'Path']) expect(policy).toContain(`{"Ref":"${name}"}`);
  });
});

interface Statement {
  readonly Principal: unknown;
}

function keyStatements(stack: Stack): Statement[] {
  const [key] = Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key'));
  return key?.Properties.KeyPolicy.Statement;
}
