import { Resource } from 'aws-cdk-lib';
import type * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import { refuseWildcards } from './vault-policy';

/** What vaults of either kind have in common, declared or imported. */
abstract class VaultBase extends Resource implements backup.IBackupVault {
  public abstract readonly backupVaultName: string;
  public abstract readonly backupVaultArn: string;

  /** The reference by which other constructs take this vault. */
  public get backupVaultRef(): aws_backup.BackupVaultReference {
    return { backupVaultName: this.backupVaultName, backupVaultArn: this.backupVaultArn };
  }

  /**
   * Allows a principal to do something with this vault. This leaves the access policy of the vault as it is.
   *
   * @param grantee who is allowed
   * @param actions what is allowed; each action in full, without wildcards
   * @throws where an action has a wildcard
   */
  public grant(grantee: iam.IGrantable, ...actions: string[]): iam.Grant {
    refuseWildcards(this, actions);
    return iam.Grant.addToPrincipal({ grantee, actions, resourceArns: [this.backupVaultArn] });
  }
}

// Without the modifier at its class, jsii leaves the class out and gives its members to the public ones that extend it.
export { VaultBase };
