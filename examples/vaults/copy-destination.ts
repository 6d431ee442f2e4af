import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { BackupVault, CopySource } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** The vault of a backup account, into which other accounts of the organization copy their recovery points. */
export class CopyDestination extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vault = new BackupVault(this, 'Vault', {
      // A name that the other accounts can rely on: their plans name this vault by its ARN
      backupVaultName: 'copies-of-production',
      // A key of its own: what AWS Backup does not manage fully cannot be copied here under the key aws/backup
      encryptionKey: new kms.Key(this, 'Key', { enableKeyRotation: true }),
      lockConfiguration: { minRetention: Duration.days(35), maxRetention: Duration.days(400) },
      tags: { purpose: 'backup' },
    });

    // One account …
    vault.allowCopyFrom(CopySource.account('111122223333'));
    // … and every account of an organizational unit, and of those below it
    vault.allowCopyFrom(CopySource.organizationalUnit('o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*'));

    new CfnOutput(this, 'VaultArn', { value: vault.backupVaultArn });
  }
}
