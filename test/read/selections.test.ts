import { describe, expect, test } from 'vitest';
import { readResources, simply } from './reading';

const PLAN = {
  Type: 'AWS::Backup::BackupPlan',
  Properties: { BackupPlan: { BackupPlanName: 'Ledger', BackupPlanRule: [] } },
};

function selectionOf(selection: unknown, others: object = {}, plan: unknown = { Ref: 'Plan' }) {
  const { selections, notes } = readResources({
    Plan: PLAN,
    Selection: { Type: 'AWS::Backup::BackupSelection', Properties: { BackupPlanId: plan, BackupSelection: selection } },
    ...others,
  });
  return { ...selections[0], notes };
}

describe('a selection', () => {
  test.each<[string, unknown, object]>([
    [
      'its Ref',
      { Ref: 'Plan' },
      { name: 'Ledger', declared: { stack: 'app.json', logicalId: 'Plan', type: PLAN.Type } },
    ],
    [
      'its id',
      { 'Fn::GetAtt': ['Plan', 'BackupPlanId'] },
      { name: 'Ledger', declared: { stack: 'app.json', logicalId: 'Plan', type: PLAN.Type } },
    ],
    ['an id in so many words', '0a1b', { name: '0a1b' }],
    ['an import', { 'Fn::ImportValue': 'Plan' }, { name: { unknown: `\${Fn::ImportValue Plan}` } }],
  ])('belongs to a plan by %s', (_, id, plan) => {
    expect(simply(selectionOf({}, {}, id).plan)).toEqual(plan);
  });

  test('names tags, conditions, exceptions and a role', () => {
    const { notes, tags, conditions, notResources, role } = selectionOf(
      {
        IamRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
        ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'stage', ConditionValue: 'prod' }],
        Conditions: {
          StringNotEquals: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'off' }],
          StringLike: { ConditionKey: 'aws:ResourceTag/team', ConditionValue: 'a*' },
        },
        NotResources: ['arn:aws:s3:::scratch'],
      },
      { Role: { Type: 'AWS::IAM::Role' } },
    );
    expect(notes).toEqual([]);
    expect(simply(tags)).toEqual([{ key: 'stage', value: 'prod' }]);
    expect(simply(conditions)).toEqual([
      { operator: 'StringNotEquals', key: 'aws:ResourceTag/backup', value: 'off' },
      { operator: 'StringLike', key: 'aws:ResourceTag/team', value: 'a*' },
    ]);
    expect(simply(notResources)).toEqual(['arn:aws:s3:::scratch']);
    expect(simply(role)).toEqual({ stack: 'app.json', logicalId: 'Role', type: 'AWS::IAM::Role' });
  });

  test('notes a comparison of tags that AWS Backup does not know', () => {
    const { notes, tags } = selectionOf({
      ListOfTags: [
        { ConditionType: 'STRINGLIKE', ConditionKey: 'a', ConditionValue: 'b' },
        { ConditionType: 'StringEquals', ConditionKey: 'a', ConditionValue: 'b' },
      ],
    });
    expect(tags).toEqual([
      { key: 'a', value: 'b', operator: 'STRINGLIKE' },
      { key: 'a', value: 'b' },
    ]);
    expect(notes).toMatchObject([
      {
        property: 'BackupSelection.ListOfTags[0].ConditionType',
        says: 'AWS Backup compares tags with STRINGEQUALS only, got STRINGLIKE',
      },
    ]);
  });
});

describe('a resource of a selection', () => {
  const own = `\${AWS::Region}:\${AWS::AccountId}`;

  test.each<[type: string, arn: unknown]>([
    ['AWS::DynamoDB::Table', { 'Fn::GetAtt': ['It', 'Arn'] }],
    ['AWS::DynamoDB::Table', { 'Fn::Sub': `arn:aws:dynamodb:${own}:table/\${It}` }],
    ['AWS::DynamoDB::GlobalTable', { 'Fn::GetAtt': 'It.Arn' }],
    ['AWS::EFS::FileSystem', { 'Fn::Sub': `arn:\${AWS::Partition}:elasticfilesystem:${own}:file-system/\${It}` }],
    ['AWS::EC2::Instance', { 'Fn::Sub': `arn:aws:ec2:${own}:instance/\${It}` }],
    ['AWS::EC2::Volume', { 'Fn::Join': ['/', [{ 'Fn::Sub': `arn:aws:ec2:${own}:volume` }, { Ref: 'It' }]] }],
    ['AWS::RDS::DBInstance', { 'Fn::GetAtt': ['It', 'DBInstanceArn'] }],
    ['AWS::RDS::DBInstance', { 'Fn::Join': [':', [{ 'Fn::Sub': `arn:aws:rds:${own}:db` }, { Ref: 'It' }]] }],
    ['AWS::RDS::DBCluster', { 'Fn::Sub': `arn:aws:rds:${own}:cluster:\${It}` }],
    ['AWS::S3::Bucket', { 'Fn::Sub': `arn:aws:s3:::\${It}` }],
  ])('of type %s is found by its ARN %j', (type, arn) => {
    expect(simply(selectionOf({ Resources: [arn] }, { It: { Type: type } }).resources)).toEqual([
      { stack: 'app.json', logicalId: 'It', type },
    ]);
  });

  test.each<[why: string, type: string, arn: unknown, text: string]>([
    ['a Ref is no ARN', 'AWS::S3::Bucket', { Ref: 'It' }, '{It}'],
    ['the service is another', 'AWS::DynamoDB::Table', { 'Fn::Sub': `arn:aws:s3:::\${It}` }, 'arn:aws:s3:::{It}'],
    ['the ARN goes on', 'AWS::S3::Bucket', { 'Fn::Sub': `arn:aws:s3:::\${It}/*` }, 'arn:aws:s3:::{It}/*'],
    ['the name is longer', 'AWS::S3::Bucket', { 'Fn::Sub': `arn:aws:s3:::a-\${It}` }, 'arn:aws:s3:::a-{It}'],
    ['the attribute is no ARN', 'AWS::DynamoDB::Table', { 'Fn::GetAtt': ['It', 'StreamLabel'] }, '{It.StreamLabel}'],
    ['the ids are two', 'AWS::S3::Bucket', { 'Fn::Sub': `arn:aws:s3:::\${It}\${It}` }, 'arn:aws:s3:::{It}{It}'],
    [
      'the Region is one of which nobody knows whether it is that of the stack',
      'AWS::EC2::Volume',
      { 'Fn::Sub': `arn:aws:ec2:eu-west-1:\${AWS::AccountId}:volume/\${It}` },
      'arn:aws:ec2:eu-west-1:{AWS::AccountId}:volume/{It}',
    ],
    ['it stands elsewhere', 'AWS::S3::Bucket', { 'Fn::GetAtt': ['Other', 'Arn'] }, '{Other.Arn}'],
  ])('is not guessed where %s', (_, type, arn, text) => {
    expect(simply(selectionOf({ Resources: [arn] }, { It: { Type: type } }).resources)).toEqual([
      { unknown: text.replaceAll('{', '$${') },
    ]);
  });

  test('keeps an ARN in so many words', () => {
    expect(simply(selectionOf({ Resources: ['arn:aws:dynamodb:*:*:table/*'] }).resources)).toEqual([
      'arn:aws:dynamodb:*:*:table/*',
    ]);
  });
});
