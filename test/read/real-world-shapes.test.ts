import { expect, test } from 'vitest';
import { readFrom, readResources, readTemplate, simply } from './reading';

test.each<[what: string, type: string, attribute: string]>([
  ['a custom resource', 'Custom::Lookup', 'RoleArn'],
  ['a nested stack that was not read', 'AWS::CloudFormation::Stack', 'Outputs.TableArn'],
  ['the stream of a table', 'AWS::DynamoDB::Table', 'StreamArn'],
  ['the secret of a cluster', 'AWS::RDS::DBCluster', 'MasterUserSecret.SecretArn'],
])('an ARN that %s hands out is not its own', (_, type, attribute) => {
  const { selections } = readResources({
    It: { Type: type },
    Selection: {
      Type: 'AWS::Backup::BackupSelection',
      Properties: { BackupSelection: { Resources: [{ 'Fn::GetAtt': ['It', attribute] }] } },
    },
  });
  expect(simply(selections[0]?.resources)).toEqual([{ unknown: `\${It.${attribute}}` }]);
});

test('a stack nested under a condition that does not hold has nothing in it', () => {
  const nested = { Resources: { Vault: { Type: 'AWS::Backup::BackupVault' } } };
  const root = (condition: unknown) => ({
    Conditions: { It: condition },
    Resources: {
      Inner: { Type: 'AWS::CloudFormation::Stack', Condition: 'It', Properties: { TemplateURL: './inner.json' } },
    },
  });
  const read = (condition: unknown) =>
    readFrom({ 'app.json': root(condition), 'inner.json': nested }, [{ kind: 'template', path: 'app.json' }]);
  expect(read({ 'Fn::Equals': ['a', 'a'] }).vaults).toHaveLength(1);
  const { vaults, notes } = read({ 'Fn::Equals': ['a', 'b'] });
  expect(vaults).toEqual([]);
  expect(notes.map(({ says }) => says)).toEqual(['this is left out, because the condition It does not hold here']);
});

test.each<[what: string, passed: unknown, items: unknown]>([
  ['words', 'arn:aws:s3:::a, arn:aws:s3:::b', ['arn:aws:s3:::a', 'arn:aws:s3:::b']],
  ['nothing', '', []],
  [
    'what may hold a comma, which may be any number',
    { 'Fn::Join': [',', ['arn:aws:s3:::a', { Ref: 'More' }]] },
    [{ unknown: `\${Arns}` }],
  ],
])('a list of texts that a nested stack gets from %s', (_, passed, items) => {
  const root = {
    Parameters: { More: { Type: 'String' } },
    Resources: {
      Inner: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: { TemplateURL: './inner.json', Parameters: { Arns: passed } },
      },
    },
  };
  const inner = {
    Parameters: { Arns: { Type: 'CommaDelimitedList' } },
    Resources: {
      Selection: {
        Type: 'AWS::Backup::BackupSelection',
        Properties: { BackupSelection: { Resources: { Ref: 'Arns' } } },
      },
    },
  };
  const files = { 'app.json': root, 'inner.json': inner };
  const { selections } = readFrom(files, [{ kind: 'template', path: 'app.json' }]);
  expect(simply(selections[0]?.resources)).toEqual(items);
});

test('properties that nobody knows are named, but not thousands of them', () => {
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`Property${index}`, 1]));
  const { notes } = readResources({ Vault: { Type: 'AWS::Backup::BackupVault', Properties: many } });
  expect(notes).toHaveLength(1);
  expect(notes[0]?.says).toMatch(/^not known here, so not read: Property0, .* and 4990 more$/);
});

test('a property that a condition decides about is known in both branches', () => {
  const { notes } = readTemplate({
    Parameters: { A: { Type: 'String' } },
    Conditions: { It: { 'Fn::Equals': [{ Ref: 'A' }, 'b'] } },
    Resources: {
      Vault: {
        Type: 'AWS::Backup::BackupVault',
        Properties: {
          LockConfiguration: { 'Fn::If': ['It', { MinRetentionDays: 7 }, { MinRetentionDays: 1, Lost: 2 }] },
        },
      },
    },
  });
  expect(notes).toEqual([
    {
      stack: 'app.json',
      logicalId: 'Vault',
      property: 'LockConfiguration',
      says: 'not known here, so not read: Lost',
    },
  ]);
});

test('a custom resource is noted where it speaks of backups, and only there', () => {
  const { notes } = readResources({
    Call: { Type: 'Custom::AWS', Properties: { Create: '{"service":"Backup","action":"updateRegionSettings"}' } },
    Other: { Type: 'Custom::AWS', Properties: { Create: '{"service":"S3"}', From: { Ref: 'BackupBucket' } } },
    BackupBucket: { Type: 'AWS::S3::Bucket' },
  });
  expect(notes.map(({ logicalId }) => logicalId)).toEqual(['Call']);
});
