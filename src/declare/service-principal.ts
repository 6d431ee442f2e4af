import * as iam from 'aws-cdk-lib/aws-iam';

let backup: iam.IPrincipal | undefined;

/**
 * AWS Backup as a principal, one for all: a principal belongs to no app. The CDK works out the name of a service anew for
 * each stack, which comes to this one everywhere.
 */
export function backupPrincipal(): iam.IPrincipal {
  backup ??= iam.ServicePrincipal.fromStaticServicePrincipleName('backup.amazonaws.com');
  return backup;
}
