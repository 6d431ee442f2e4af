import { expect, test } from 'vitest';
import { reportBucketPolicy } from '../../../src/check/rules/report-bucket-policy';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { reportPlan } from './audited';

const ROLE =
  'arn:aws:iam::111122223333:role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports';
const Bucket = { Type: 'AWS::S3::Bucket' };
const policy = (principal: string, action = 's3:PutObject', bucket: unknown = { Ref: 'Bucket' }) => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: bucket,
    PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: action, Resource: '*' }] },
  },
});
const Reports = reportPlan({ Ref: 'Bucket' });
const STATEMENT = 'Resources.Policy.Properties.PolicyDocument.Statement.0';

testRule(reportBucketPolicy, [
  {
    title: 'a policy for another role',
    wrong: { Reports, Bucket, Policy: policy('arn:aws:iam::111122223333:role/AWSServiceRoleForBackup') },
    at: `${STATEMENT}.Principal.AWS`,
    right: ROLE,
    finds: {
      logicalId: 'Reports',
      property: 'ReportDeliveryChannel.S3BucketName',
      says: /^report plan 'jobs' delivers to bucket 'Bucket', which has no policy that lets AWSServiceRoleForBackupReports put/,
    },
  },
  {
    title: 'a policy for reading',
    wrong: { Reports, Bucket, Policy: policy(ROLE, 's3:GetObject') },
    at: `${STATEMENT}.Action`,
    right: 's3:Put*',
    finds: { logicalId: 'Reports', says: /so no report arrives$/ },
  },
  {
    title: 'a policy of another bucket',
    wrong: { Reports, Bucket, Other: Bucket, Policy: policy(ROLE, 's3:PutObject', { Ref: 'Other' }) },
    at: 'Resources.Policy.Properties.Bucket.Ref',
    right: 'Bucket',
    neverUnknown: 'the name of a resource is no value',
    finds: { logicalId: 'Reports', says: /no policy/ },
  },
]);

test('The account as a whole may let the role in, and so may everybody.', () => {
  const found = (principal: string) => foundIn(reportBucketPolicy, { Reports, Bucket, Policy: policy(principal) });
  for (const principal of ['111122223333', 'arn:aws:iam::111122223333:root', '*']) expect(found(principal)).toEqual([]);
  for (const principal of ['1111222233334', 'arn:aws:iam::111122223333:root/x', 'x-arn:aws:iam::111122223333:root']) {
    expect(found(principal)).toHaveLength(1);
  }
});

test('Of a bucket from elsewhere nothing is known; without a policy no report comes.', () => {
  expect(foundIn(reportBucketPolicy, { Reports: reportPlan('bucket') })).toEqual([]);
  expect(foundIn(reportBucketPolicy, { Reports, Bucket })).toHaveLength(1);
  const Named = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'reports' } };
  expect(foundIn(reportBucketPolicy, { Reports, Bucket: Named, Policy: policy(ROLE, 's3:*', 'reports') })).toEqual([]);
});
