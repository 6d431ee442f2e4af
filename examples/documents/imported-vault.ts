import { Stack, type StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BackupVault } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** A vault that exists already, and a role that may start backup jobs into it. */
export class ImportedVault extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const importedVault = BackupVault.fromBackupVaultName(this, 'Vault', 'myVaultName');

    const role = new iam.Role(this, 'Access Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });

    importedVault.grant(role, 'backup:StartBackupJob');
  }
}
