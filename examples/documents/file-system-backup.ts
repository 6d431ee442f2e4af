import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as events from 'aws-cdk-lib/aws-events';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** The blog's backup of an EFS file system today: no hand-built ARN, no role to write, and values checked at this line. */
export class FileSystemBackup extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    // A file system needs a network; this one is as small as can be and costs nothing.
    const vpc = new ec2.Vpc(this, 'Vpc', {
      maxAzs: 1,
      natGateways: 0,
      subnetConfiguration: [{ name: 'Files', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
    });
    const uploads = new efs.FileSystem(this, 'Uploads', { vpc, encrypted: true });

    // Left to itself, the vault gets a name that no other stack uses.
    const vault = new BackupVault(this, 'Vault');

    const plan = new BackupPlan(this, 'UploadsBackup', {
      backupVault: vault,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'DailyWarm',
          scheduleExpression: events.Schedule.cron({ hour: '8', minute: '0' }),
          deleteAfter: Duration.days(35),
        }),
        new BackupPlanRule({
          ruleName: 'MonthlyCold',
          scheduleExpression: events.Schedule.cron({ day: '1', hour: '8', minute: '0' }),
          // What has gone cold has to stay for at least 90 days more before it is deleted.
          moveToColdStorageAfter: Duration.days(30),
          deleteAfter: Duration.days(365),
        }),
      ],
    });

    plan.addSelection('Uploads', {
      resources: [BackupResource.fromEfsFileSystem(uploads)],
    });
  }
}
