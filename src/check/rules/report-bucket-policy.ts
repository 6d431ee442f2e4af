import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { PoliciesBeside } from '../policies-of';
import { referred } from '../referred';
import { mayAllow, mayBeNamed } from '../service-grants';

const ROLE = 'AWSServiceRoleForBackupReports';

/** Buckets that do not let reports in. */
export const reportBucketPolicy: CheckRule = {
  id: 'report-bucket-policy',
  title: 'The policy of a bucket for reports lets AWS Backup write to it',
  why: `AWS Backup writes reports with its role ${ROLE}, which only the policy of the bucket lets in. Without that the report plan deploys, and no report ever arrives.`,
  severity: 'error',
  certainty: 'documented',
  source: guide('create-report-plan-console'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const beside = new PoliciesBeside(context, 'S3');
    for (const report of context.model.reportPlans) {
      const bucket = context.resource(referred(report.bucket));
      const policies = bucket && beside.of(bucket);
      if (!policies || policies.some(({ statements }) => mayAllow(statements, 's3:PutObject', mayBeReports))) continue;
      yield {
        at: report,
        property: 'ReportDeliveryChannel.S3BucketName',
        says: `report plan '${known(report.name) ?? report.logicalId}' delivers to bucket '${bucket.logicalId}', which has no policy that lets ${ROLE} put objects, so no report arrives`,
        fix: `allow s3:PutObject in an AWS::S3::BucketPolicy to the role aws-service-role/reports.backup.amazonaws.com/${ROLE} of the account`,
      };
    }
  },
};

/** The account as a whole counts: what its roles may do is then for IAM to say. */
function mayBeReports(principal: Parameters<typeof mayBeNamed>[0]): boolean {
  return mayBeNamed(
    principal,
    (name) => name.endsWith(`/${ROLE}`) || /^(\d{12}|arn:[^:]+:iam::\d{12}:root)$/.test(name),
  );
}
