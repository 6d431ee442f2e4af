import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { CopySource, LogicallyAirGappedBackupVault } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** The air-gapped vault of another account and Region. Deploy it first. */
export class Vaults extends Stack {
  public readonly copies: LogicallyAirGappedBackupVault;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.copies = new LogicallyAirGappedBackupVault(this, 'Copies', {
      backupVaultName: 'shop-copies',
      minRetention: Duration.days(7),
      maxRetention: Duration.days(365),
    });
    this.copies.allowCopyFrom(CopySource.account('111122223333'));
  }
}
