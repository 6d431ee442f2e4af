import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { BackupVault, CopySource } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** The name by which the other account knows the vault. */
export const COPY_VAULT_NAME = 'copies';

export interface ElsewhereProps extends StackProps {
  readonly sourceAccountId: string;
}

/** The vault for copies, in another account and Region. Deploy it first. */
export class Elsewhere extends Stack {
  constructor(scope: Construct, id: string, { sourceAccountId, ...props }: ElsewhereProps) {
    super(scope, id, props);
    const vault = new BackupVault(this, 'Copies', {
      backupVaultName: COPY_VAULT_NAME,
      // The default key cannot be shared with another account.
      encryptionKey: new kms.Key(this, 'Key', { enableKeyRotation: true }),
      lockConfiguration: { minRetention: Duration.days(35), maxRetention: Duration.days(365) },
    });
    vault.allowCopyFrom(CopySource.account(sourceAccountId));
  }
}
