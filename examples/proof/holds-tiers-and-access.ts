import { CfnOutput, Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { BackupAccessPoint, BackupVault, LegalHold, TieringConfiguration } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** A legal hold, cheaper storage for backups of S3, and a look into one of them without a restore. */
export class HoldsTiersAndAccess extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vault = BackupVault.fromBackupVaultName(this, 'Vault', 'archive');

    new LegalHold(this, 'Case17', {
      title: 'Case 17',
      description: 'Asked for by the legal department on 2 May 2026',
      vaults: [vault],
      createdFrom: new Date('2025-01-01T00:00:00Z'),
      createdTo: new Date('2025-12-31T23:59:59Z'),
    });

    new TieringConfiguration(this, 'Tiering', {
      backupVault: vault,
      resourceSelections: [
        { buckets: [s3.Bucket.fromBucketName(this, 'Logs', 'my-logs')], moveAfter: Duration.days(60) },
        { buckets: [s3.Bucket.fromBucketName(this, 'Photos', 'my-photos')], moveAfter: Duration.days(180) },
      ],
    });

    const accessPoint = new BackupAccessPoint(this, 'AccessPoint', {
      recoveryPointArn: 'arn:aws:backup:us-east-1:123456789012:recovery-point:rp-1234567890abcdef0',
      accessPointInTime: new Date('2026-07-01T12:00:00Z'),
    });
    Validations.of(accessPoint).acknowledge({
      id: 'CloudFormation-Validate::F3006',
      reason: 'AWS::Backup::BackupAccessPoint is newer than the types that this CDK knows',
    });
    new CfnOutput(this, 'ReadBy', { value: accessPoint.s3AccessPointAlias });
  }
}
