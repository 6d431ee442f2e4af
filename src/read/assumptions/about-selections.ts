import { guide } from '../../service/documentation';
import type { Switch } from './assumption';
import { FLAG, oneOf } from './shape';

/** A command that shows whether a certain resource was backed up, which settles what the documentation leaves open. */
const WAS_BACKED_UP = 'aws backup list-recovery-points-by-resource --region REGION --resource-arn ARN';

/** What a selection reaches, where the documentation is silent or contradicts itself. */
export const SELECTION_SWITCHES = {
  partition: {
    title: 'Which partition of AWS a stack is in, where its Region does not tell it',
    standard: 'aws',
    value: 'aws',
    reason: 'most accounts are in it; an ARN of another partition names nothing that a selection could reach',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    confirm: ['aws sts get-caller-identity --query Arn'],
    example: ['aws-us-gov'],
    shape: oneOf(['aws', 'aws-cn', 'aws-us-gov', 'aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f', 'aws-eusc']),
  },
  'absent-tag-satisfies-not-equals': {
    title: 'Whether a resource without a tag passes a condition that the tag must not equal, or not be like, a value',
    standard: 'true',
    value: true,
    reason:
      'AWS Backup does not document it; a policy condition of IAM with these operators holds where the key is absent',
    source: guide('assigning-resources-json'),
    confirm: [WAS_BACKED_UP],
    example: ['false'],
    shape: FLAG,
  },
  'star-obeys-opt-in': {
    title: "Whether a selection of everything ('*') leaves out the resource types that are not opted in",
    standard: 'true',
    value: true,
    reason: "only a type that is named goes without opt-in, and '*' names none",
    source: guide('getting-started'),
    confirm: [WAS_BACKED_UP],
    example: ['false'],
    shape: FLAG,
  },
  'wildcards-within-names': {
    title: "Whether '*' matches at the beginning and in the middle of a resource's name, and not only at its end",
    standard: 'true',
    value: true,
    reason: 'the guide to selections allows it everywhere; the reference of the API allows it only at the end',
    source: guide('assigning-resources-json'),
    confirm: [WAS_BACKED_UP],
    example: ['false'],
    shape: FLAG,
  },
  'read-replicas-backed-up': {
    title: 'Whether a selected read replica of an RDS database is backed up as any other instance',
    standard: 'false',
    value: false,
    reason: 'AWS Backup does not document it, and nobody should count on a backup that nobody promises',
    source: guide('backup-feature-availability'),
    confirm: [WAS_BACKED_UP],
    example: ['true'],
    shape: FLAG,
  },
  'buckets-need-versioning': {
    title: 'Whether backups of a bucket fail as long as its template does not switch versioning on',
    standard: 'true',
    value: true,
    reason: 'AWS Backup asks for versioning; say false where something other than the template switches it on',
    source: guide('s3-backups'),
    confirm: ['aws s3api get-bucket-versioning --bucket BUCKET'],
    example: ['false'],
    shape: FLAG,
  },
} satisfies Readonly<Record<string, Switch<unknown>>>;
