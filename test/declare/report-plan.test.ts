import { App, CfnParameter, Stack, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Framework, ReportFormat, ReportPlan, type ReportPlanProps, ReportTemplate } from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown, warningsOf } from './app';
import { stackWithInjected } from './injection';

const REPORT = 'AWS::Backup::ReportPlan';
const JOBS = { template: ReportTemplate.BACKUP_JOB_REPORT };
const KEY_ARN = 'arn:aws:kms:eu-west-1:111111111111:key/1234';

const roleArn = {
  'Fn::Join': [
    '',
    [
      'arn:',
      { Ref: 'AWS::Partition' },
      ':iam::',
      { Ref: 'AWS::AccountId' },
      ':role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports',
    ],
  ],
};

const framework = (stack: Stack, id: string) =>
  Framework.fromFrameworkArn(stack, id, `arn:aws:backup:eu-west-1:111111111111:framework:${id}`);

/** The statement of the bucket policy that lets reports in. */
function delivery(stack: Stack) {
  const { PolicyDocument } = onlyResource(stack, 'AWS::S3::BucketPolicy');
  const { Statement } = PolicyDocument as { readonly Statement: { readonly Action: unknown }[] };
  return Statement.filter(({ Action }) => Action === 's3:PutObject');
}

describe('a report plan', () => {
  it('makes a private bucket that keeps what is in it, and has a name of its own', () => {
    const stack = newStack();
    const plan = new ReportPlan(stack, 'Job-Report', JOBS);
    expect(onlyResource(stack, REPORT)).toEqual({
      ReportDeliveryChannel: { S3BucketName: stack.resolve(plan.bucket.bucketName) },
      ReportPlanName: expect.stringMatching(/^StackJobReport[A-Z0-9]{8}$/),
      ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' },
    });
    Template.fromStack(stack).hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    });
    expect(onlyResource(stack, 'AWS::S3::Bucket').BucketEncryption).toEqual({
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    });
    expect(warningsOf(stack)).toEqual([]);
  });

  it('makes a bucket that nobody reads or writes without TLS', () => {
    const stack = newStack();
    new ReportPlan(stack, 'Report', JOBS);
    expect(onlyResource(stack, 'AWS::S3::BucketPolicy').PolicyDocument).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          Action: 's3:*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          Effect: 'Deny',
          Principal: { AWS: '*' },
        }),
      ]),
    });
  });

  it('leaves the format of a report on all of the organization to AWS Backup', () => {
    const stack = newStack();
    new ReportPlan(stack, 'Report', { ...JOBS, accounts: ['ROOT'], regions: ['*'] });
    expect(onlyResource(stack, REPORT).ReportDeliveryChannel).not.toHaveProperty('Formats');
  });

  it('renders every property, those of the two JSON properties in the case that CloudFormation reads', () => {
    const stack = newStack();
    const bucket = Bucket.fromBucketName(stack, 'Bucket', 'reports');
    const plan = new ReportPlan(stack, 'Report', {
      accounts: ['111111111111'],
      bucket,
      description: 'For the auditor',
      formats: [ReportFormat.CSV],
      frameworks: [framework(stack, 'a'), framework(stack, 'b')],
      keyPrefix: 'audit',
      organizationalUnits: ['ou-abcd-12345678'],
      regions: ['eu-west-1', 'eu-central-1'],
      reportPlanName: 'audit_1',
      tags: { team: 'storage' },
      template: ReportTemplate.CONTROL_COMPLIANCE_REPORT,
    });
    Tags.of(plan).add('stage', 'prod');
    expect(onlyResource(stack, REPORT)).toEqual({
      ReportDeliveryChannel: { Formats: ['CSV'], S3BucketName: 'reports', S3KeyPrefix: 'audit' },
      ReportPlanDescription: 'For the auditor',
      ReportPlanName: 'audit_1',
      ReportPlanTags: [
        { Key: 'stage', Value: 'prod' },
        { Key: 'team', Value: 'storage' },
      ],
      ReportSetting: {
        Accounts: ['111111111111'],
        FrameworkArns: [
          'arn:aws:backup:eu-west-1:111111111111:framework:a',
          'arn:aws:backup:eu-west-1:111111111111:framework:b',
        ],
        OrganizationUnits: ['ou-abcd-12345678'],
        Regions: ['eu-west-1', 'eu-central-1'],
        ReportTemplate: 'CONTROL_COMPLIANCE_REPORT',
      },
    });
    const logicalId = Object.keys(Template.fromStack(stack).findResources(REPORT))[0];
    expect(
      stack.resolve([plan.reportPlanArn, plan.reportPlanRef, plan.reportPlanName, plan.bucket === bucket]),
    ).toEqual([{ 'Fn::GetAtt': [logicalId, 'ReportPlanArn'] }, { reportPlanArn: { Ref: logicalId } }, 'audit_1', true]);
  });

  it('knows every template and format by the name that AWS Backup uses', () => {
    for (const names of [ReportTemplate, ReportFormat]) expect(Object.keys(names)).toEqual(Object.values(names));
    expect(Object.keys(ReportTemplate)).toHaveLength(6);
  });

  it.each<[string, Partial<ReportPlanProps>, string]>([
    ['a name', { reportPlanName: 'my-report' }, 'report-plan-name'],
    ['a description', { description: ' ' }, 'report-plan-description'],
    ['JSON for several Regions', { formats: [ReportFormat.JSON], regions: ['*'] }, 'report-formats'],
    ['JSON for a unit', { formats: [ReportFormat.JSON], organizationalUnits: ['ou-a-1'] }, 'report-formats'],
    ['JSON for all accounts', { accounts: ['ROOT'], formats: [ReportFormat.JSON] }, 'report-formats'],
    ['a framework for jobs', { frameworks: [framework(newStack(), 'a')] }, 'report-frameworks'],
  ])('refuses %s that AWS Backup refuses, at the line that gives it', (_, props, rule) => {
    const message = thrown(() => new ReportPlan(newStack(), 'Report', { ...JOBS, ...props }));
    expect(message).toMatch(/^Stack\/Report: /);
    expect(message).toContain(`[Strongroom::${rule}]`);
  });

  it('leaves alone what only deployment knows', () => {
    const stack = newStack();
    const text = new CfnParameter(stack, 'Text').valueAsString;
    new ReportPlan(stack, 'Report', {
      description: text,
      frameworks: [framework(stack, 'a')],
      reportPlanName: text,
      template: text as ReportTemplate,
    });
    expect(onlyResource(stack, REPORT)).toMatchObject({
      ReportPlanDescription: { Ref: 'Text' },
      ReportPlanName: { Ref: 'Text' },
      ReportSetting: { ReportTemplate: { Ref: 'Text' } },
    });
  });

  it('is known to property injectors', () => {
    const stack = stackWithInjected('cdk-strongroom.ReportPlan', { reportPlanName: 'injected' });
    new ReportPlan(stack, 'Report', JOBS);
    expect(onlyResource(stack, REPORT).ReportPlanName).toBe('injected');
  });
});

describe('the bucket of a report plan', () => {
  it('lets in the service-linked role, of any partition, once the report plan has made it', () => {
    const stack = newStack();
    const plan = new ReportPlan(stack, 'Report', JOBS);
    expect(delivery(stack)).toEqual([
      {
        Action: 's3:PutObject',
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
        Effect: 'Allow',
        Principal: { AWS: roleArn },
        Resource: { 'Fn::Join': ['', [stack.resolve(plan.bucket.bucketArn), '/*']] },
      },
    ]);
    Template.fromStack(stack).hasResource('AWS::S3::BucketPolicy', {
      DependsOn: Object.keys(Template.fromStack(stack).findResources(REPORT)),
    });
  });

  it('lets it put what the prefix says only', () => {
    const stack = newStack();
    const bucket = new Bucket(stack, 'Bucket');
    new ReportPlan(stack, 'Report', { ...JOBS, bucket, keyPrefix: 'backup' });
    expect(delivery(stack)).toMatchObject([
      { Resource: { 'Fn::Join': ['', [stack.resolve(bucket.bucketArn), '/backup*']] } },
    ]);
  });

  it('takes the reports of several plans', () => {
    const stack = newStack();
    const bucket = new Bucket(stack, 'Bucket');
    for (const id of ['A', 'B']) new ReportPlan(stack, id, { ...JOBS, bucket });
    const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::S3::BucketPolicy'));
    expect(policy?.DependsOn).toHaveLength(2);
  });

  it('may stand in another stack, whose policy then waits for nothing', () => {
    const app = new App();
    const other = new Stack(app, 'Other');
    const bucket = new Bucket(other, 'Bucket');
    const stack = new Stack(app, 'Stack');
    new ReportPlan(stack, 'Report', { ...JOBS, bucket });
    expect(delivery(other)).toHaveLength(1);
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  it('gives a warning where it is imported, since its policy cannot be amended', () => {
    const stack = newStack();
    new ReportPlan(stack, 'Report', { ...JOBS, bucket: Bucket.fromBucketName(stack, 'Bucket', 'reports') });
    expect(warningsOf(stack)).toEqual([
      '/Stack/Report/Resource: the policy of the bucket is not of this app: let AWSServiceRoleForBackupReports do ' +
        's3:PutObject there by hand, or no report arrives [ack: Strongroom::report-bucket-policy]',
    ]);
  });

  it('is one of the same account, as far as that is known', () => {
    const stack = newStack({ env: { account: '111111111111', region: 'eu-west-1' } });
    const of = (account: string) =>
      Bucket.fromBucketAttributes(stack, account, { account, bucketName: `bucket-${account}` });
    expect(thrown(() => new ReportPlan(stack, 'Report', { ...JOBS, bucket: of('222222222222') }))).toContain(
      '[Strongroom::report-bucket-account]',
    );
    expect(() => new ReportPlan(stack, 'Same', { ...JOBS, bucket: of('111111111111') })).not.toThrow();
    const agnostic = newStack();
    const bucket = Bucket.fromBucketAttributes(agnostic, 'B', { account: '222222222222', bucketName: 'bucket' });
    expect(() => new ReportPlan(agnostic, 'Report', { ...JOBS, bucket })).not.toThrow();
  });
});

describe('the key of the reports', () => {
  const statement = {
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Condition: {
      ArnEquals: { 'aws:PrincipalArn': roleArn },
      StringEquals: { 'kms:CallerAccount': { Ref: 'AWS::AccountId' } },
    },
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Resource: '*',
  };
  const keyPolicy = (stack: Stack) => onlyResource(stack, 'AWS::KMS::Key').KeyPolicy as { Statement: unknown[] };

  it('encrypts the new bucket, and lets in the role before that exists', () => {
    const stack = newStack();
    const key = new Key(stack, 'Key');
    new ReportPlan(stack, 'Report', { ...JOBS, encryptionKey: key });
    expect(onlyResource(stack, 'AWS::S3::Bucket').BucketEncryption).toEqual({
      ServerSideEncryptionConfiguration: [
        {
          BucketKeyEnabled: true,
          ServerSideEncryptionByDefault: { KMSMasterKeyID: stack.resolve(key.keyArn), SSEAlgorithm: 'aws:kms' },
        },
      ],
    });
    expect(keyPolicy(stack).Statement).toContainEqual(statement);
    expect(warningsOf(stack)).toEqual([]);
  });

  it('is that of the bucket, if it has one', () => {
    const stack = newStack();
    const bucket = new Bucket(stack, 'Bucket', { encryptionKey: new Key(stack, 'Key') });
    new ReportPlan(stack, 'Report', { ...JOBS, bucket });
    expect(keyPolicy(stack).Statement).toContainEqual(statement);
  });

  it('gives a warning where it is imported', () => {
    const stack = newStack();
    new ReportPlan(stack, 'Report', { ...JOBS, encryptionKey: Key.fromKeyArn(stack, 'Key', KEY_ARN) });
    expect(warningsOf(stack)).toEqual([
      '/Stack/Report/Resource: the policy of the key is not of this app: let AWSServiceRoleForBackupReports do ' +
        'kms:GenerateDataKey there by hand, or no report arrives [ack: Strongroom::report-key-policy]',
    ]);
  });
});
