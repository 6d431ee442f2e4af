import { describe, expect, test } from 'vitest';
import { addSelectionStacks } from '../../examples/selections/stacks';
import { synthesized } from './synthesized';

describe('The example of selections', () => {
  const { complaints, propertiesOf } = synthesized(addSelectionStacks);

  test('has no finding of the CDK itself, and no warning', () => {
    expect(complaints()).toEqual([]);
  });

  test('backs up the data of an application, but for its cache, by a role for tables and buckets', () => {
    const [selection] = propertiesOf('OneApplication', 'AWS::Backup::BackupSelection');
    expect(selection).toMatchObject({
      BackupSelection: {
        Resources: [
          { 'Fn::GetAtt': [expect.stringMatching(/^DataOrders/), 'Arn'] },
          { 'Fn::GetAtt': [expect.stringMatching(/^DataInvoices/), 'Arn'] },
          { 'Fn::GetAtt': [expect.stringMatching(/^DataCache/), 'Arn'] },
        ],
        NotResources: [{ 'Fn::GetAtt': [expect.stringMatching(/^DataCache/), 'Arn'] }],
      },
    });
    const role = JSON.stringify(propertiesOf('OneApplication', 'AWS::IAM::Role'));
    expect(role).toContain(':policy/AWSBackupServiceRolePolicyForS3Backup');
    expect(role).not.toContain('service-role/');
    const policy = JSON.stringify(propertiesOf('OneApplication', 'AWS::IAM::Policy'));
    expect(policy).toContain('dynamodb:StartAwsBackupJob');
    expect(policy).not.toMatch(/rds:|ec2:|CopyFromBackupVault/);
  });

  test('backs up everything but tests, and volumes only where both tags ask for it', () => {
    expect(propertiesOf('EverythingButTests', 'AWS::Backup::BackupSelection')).toMatchObject([
      {
        BackupSelection: {
          Resources: ['*'],
          NotResources: [{ 'Fn::Join': ['', expect.arrayContaining([':ec2:*:*:volume/*'])] }],
          Conditions: {
            StringNotEquals: [{ ConditionKey: 'aws:ResourceTag/stage', ConditionValue: 'test' }],
            StringNotLike: [{ ConditionKey: 'aws:ResourceTag/team', ConditionValue: 'sandbox-*' }],
          },
        },
      },
      {
        BackupSelection: {
          Conditions: {
            StringEquals: [
              { ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'true' },
              { ConditionKey: 'aws:ResourceTag/stage', ConditionValue: 'prod' },
            ],
          },
        },
      },
    ]);
  });
});
