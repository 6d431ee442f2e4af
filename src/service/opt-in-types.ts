/**
 * The names under which a Region's settings switch resource types on and off, as `describe-region-settings` shows them.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_GetSupportedResourceTypes.html
 */
export const OPT_IN_TYPES = [
  'Aurora',
  'CloudFormation',
  'DSQL',
  'DocumentDB',
  'DynamoDB',
  'EBS',
  'EC2',
  'EFS',
  'EKS',
  'FSx',
  'Neptune',
  'RDS',
  'Redshift',
  'Redshift Serverless',
  'S3',
  'SAP HANA on Amazon EC2',
  'Storage Gateway',
  'Timestream',
  'VirtualMachine',
] as const;

/** A resource type, as a Region's settings name it. */
export type OptInType = (typeof OPT_IN_TYPES)[number];
