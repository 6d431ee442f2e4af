import { Stack, type StackProps } from 'aws-cdk-lib';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnBackupPlan, CfnBackupSelection, CfnBackupVault } from 'cdk-strongroom';
import type { Construct } from 'constructs';

export interface LowLevelFileSystemBackupProps extends StackProps {
  /** The beginning of every name; the vault is called just that. */
  readonly siteName: string;
}

/** The blog's backup of an EFS file system as it was written then: low-level constructs, every name and ARN by hand. */
export class LowLevelFileSystemBackup extends Stack {
  constructor(scope: Construct, id: string, { siteName, ...props }: LowLevelFileSystemBackupProps) {
    super(scope, id, props);

    const uploads = new efs.CfnFileSystem(this, 'Uploads');

    const vault = new CfnBackupVault(this, `${siteName}BackupVault`, {
      backupVaultName: siteName,
    });

    const role = new iam.Role(this, `${siteName}EFSBackupRole`, {
      assumedBy: new iam.ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup')],
    });

    const plan = new CfnBackupPlan(this, `${siteName}EFSBackupPlan`, {
      backupPlan: {
        backupPlanName: `${siteName}EFSBackupPlan`,
        backupPlanRule: [
          {
            ruleName: `${siteName}DailyWarmBackup`,
            lifecycle: { deleteAfterDays: 35 },
            targetBackupVault: vault.attrBackupVaultName,
            scheduleExpression: 'cron(0 8 * * ? *)',
          },
          {
            ruleName: `${siteName}MonthlyColdBackup`,
            lifecycle: { deleteAfterDays: 365, moveToColdStorageAfterDays: 30 },
            targetBackupVault: vault.attrBackupVaultName,
            scheduleExpression: 'cron(0 8 1 * ? *)',
          },
        ],
      },
    });

    new CfnBackupSelection(this, `${siteName}EFSBackupPlanSelection`, {
      backupPlanId: plan.attrBackupPlanId,
      backupSelection: {
        iamRoleArn: role.roleArn,
        selectionName: `${siteName}EFS`,
        resources: [`arn:aws:elasticfilesystem:${this.region}:${this.account}:file-system/${uploads.ref}`],
      },
    });
  }
}
