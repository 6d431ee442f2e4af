import { Annotations, type CfnResource, type Resource, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';

/** The service-linked role by which AWS Backup writes reports; making a framework or a report plan makes it. */
export function reportsRoleArn(stack: Stack): string {
  return stack.formatArn({
    service: 'iam',
    region: '',
    resource: 'role',
    resourceName: 'aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports',
  });
}

/** Lets AWS Backup put reports into a bucket. */
export function allowDelivery(reportPlan: CfnResource, bucket: s3.IBucket, keyPrefix: string | undefined): void {
  const stack = Stack.of(reportPlan);
  const { statementAdded } = bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ArnPrincipal(reportsRoleArn(stack))],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`${keyPrefix ?? ''}*`)],
      conditions: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    }),
  );
  if (!statementAdded) warn(reportPlan, 'report-bucket-policy', 'the policy of the bucket', 's3:PutObject');
  const { policy } = bucket;
  // S3 takes only principals that exist, and the role may be made no sooner than with the first report plan.
  if (policy && Stack.of(policy) === stack) policy.node.addDependency(reportPlan);
}

/** Lets AWS Backup encrypt reports with the customer's key. */
export function allowEncryption(reportPlan: CfnResource, key: kms.IKey): void {
  const stack = Stack.of(reportPlan);
  const { statementAdded } = key.addToResourcePolicy(
    new iam.PolicyStatement({
      // Not the role itself: KMS takes only principals that exist, and the key is there before the bucket and the plan.
      principals: [new iam.AnyPrincipal()],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: {
        ArnEquals: { 'aws:PrincipalArn': reportsRoleArn(stack) },
        StringEquals: { 'kms:CallerAccount': stack.account },
      },
    }),
  );
  if (!statementAdded) warn(reportPlan, 'report-key-policy', 'the policy of the key', 'kms:GenerateDataKey');
}

/** The accounts of a bucket and of whoever writes to it, where both are known. */
export function knownAccounts(
  reportPlan: Resource,
  bucket: s3.IBucket,
): { bucketAccount: string; reportPlanAccount: string } | undefined {
  const bucketAccount = bucket.env.account;
  const reportPlanAccount = reportPlan.env.account;
  return Token.isUnresolved(bucketAccount) || Token.isUnresolved(reportPlanAccount)
    ? undefined
    : { bucketAccount, reportPlanAccount };
}

function warn(reportPlan: CfnResource, id: string, what: string, action: string): void {
  Annotations.of(reportPlan).addWarningV2(
    `Strongroom::${id}`,
    `${what} is not of this app: let AWSServiceRoleForBackupReports do ${action} there by hand, or no report arrives`,
  );
}
