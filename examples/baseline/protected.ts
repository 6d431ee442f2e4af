import { type Environment, Mixins, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import { BackedUpBy, BackupBaseline, BackupVault, RestoreTestingTarget } from 'cdk-strongroom';
import { Construct } from 'constructs';
import { COPY_VAULT_NAME } from './elsewhere';

export interface ProtectedProps extends StackProps {
  readonly destination: Required<Environment>;
}

/** Data, and a baseline that backs all of it up. */
export class Protected extends Stack {
  constructor(scope: Construct, id: string, { destination, ...props }: ProtectedProps) {
    super(scope, id, props);
    // A key of your own: of most types, what an AWS managed key encrypts is not copied to another account.
    const key = new kms.Key(this, 'Key', { enableKeyRotation: true });
    const data = new Construct(this, 'Data');
    new dynamodb.TableV2(data, 'Orders', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      encryption: dynamodb.TableEncryptionV2.customerManagedKey(key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    });
    new s3.Bucket(data, 'Documents', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: key,
      enforceSSL: true,
      // AWS Backup backs up versioned buckets only.
      versioned: true,
    });

    const { account, region } = destination;
    const copies = `arn:aws:backup:${region}:${account}:backup-vault:${COPY_VAULT_NAME}`;
    const baseline = new BackupBaseline(this, 'Baseline', {
      copyVaults: [BackupVault.fromBackupVaultArn(this, 'Copies', copies)],
      restoreTests: [RestoreTestingTarget.dynamoDb(), RestoreTestingTarget.s3()],
    });
    baseline.notificationTopic?.addSubscription(new subscriptions.EmailSubscription('backups@example.com'));

    Mixins.of(data).apply(new BackedUpBy(baseline.backupPlan));
  }
}
