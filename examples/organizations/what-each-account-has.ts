import { Stack, type StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BackupVault } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** The vault that the policy names: for every account, in each Region of the policy, those of copies included. */
export class VaultOfEachAccount extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    new BackupVault(this, 'Central', { backupVaultName: 'central' });
  }
}

/** The role that the policy names: for every account, in one Region, since a role is there in all of them. */
export class RoleOfEachAccount extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    new iam.Role(this, 'Role', {
      roleName: 'central-backup',
      assumedBy: new iam.ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup')],
    });
  }
}
