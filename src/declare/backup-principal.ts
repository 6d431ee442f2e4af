import * as iam from 'aws-cdk-lib/aws-iam';

const SERVICE = 'backup.amazonaws.com';

/**
 * AWS Backup as a principal, by its name. In the CDK's own principal stands a token that is worked out for each stack, and
 * comes to this name in all of them.
 *
 * Each role has one of its own: programs may change it, and the CDK takes one that it meets twice for a repetition.
 */
export class BackupPrincipal extends iam.ServicePrincipal {
  constructor() {
    super(SERVICE);
  }

  public override get policyFragment(): iam.PrincipalPolicyFragment {
    return new iam.PrincipalPolicyFragment({ Service: [SERVICE] });
  }
}
