import { Resource, Token } from 'aws-cdk-lib';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { destinationVaultName } from '../service/names';
import { partitionOf } from './partition-of';
import { reportOne } from './problems';

/** What the vault of each account is called, and where it is. */
export interface OrganizationBackupVaultProps {
  /** The name of the vault, the same in every account: 2 to 50 letters, digits, `-` or `_`. */
  readonly backupVaultName: string;

  /**
   * The Region of the vault.
   *
   * @default - the Region that is backed up; as the destination of copies a vault needs one
   */
  readonly region?: string;
}

/**
 * A vault that every account of an organization has under the same name: what the rules of a backup policy back up into
 * and copy to. This makes none; the vaults have to exist, in each account and Region, before a policy runs.
 *
 * It is for backup policies only: its ARN has placeholders that AWS Organizations fills in.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html
 * @example
 * const vault = new OrganizationBackupVault(this, 'Copies', {
 *   backupVaultName: 'copies',
 *   region: 'eu-west-1',
 * });
 * new BackupPlanRule({ copyActions: [{ destinationBackupVault: vault }] });
 */
@propertyInjectable
export class OrganizationBackupVault
  extends Resource
  implements aws_backup.IBackupVaultRef, aws_backup.ILogicallyAirGappedBackupVaultRef
{
  /** The id under which property injectors know this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-strongroom.OrganizationBackupVault';

  /** The name of the vault. */
  public readonly backupVaultName: string;

  /** The ARN of the vault, with the placeholders `$account` and, unless the Region is given, `$region`. */
  public readonly backupVaultArn: string;

  /**
   * @param scope the construct under which this stands
   * @param id its id in that scope
   * @param props what the vault of each account is called, and where it is
   * @throws where no vault can have the name
   */
  constructor(scope: Construct, id: string, props: OrganizationBackupVaultProps) {
    super(scope, id);
    const { backupVaultName, region } = props;
    if (!Token.isUnresolved(backupVaultName)) reportOne(this, destinationVaultName(backupVaultName));
    this.backupVaultName = backupVaultName;
    this.backupVaultArn = `arn:${partitionOf(region)}:backup:${region ?? '$region'}:$account:backup-vault:${backupVaultName}`;
  }

  /** The reference by which the rules of a backup policy take this vault. */
  public get backupVaultRef(): aws_backup.BackupVaultReference {
    return { backupVaultName: this.backupVaultName, backupVaultArn: this.backupVaultArn };
  }

  /** The reference by which the rules of a backup policy take this vault as their air-gapped target. */
  public get logicallyAirGappedBackupVaultRef(): aws_backup.LogicallyAirGappedBackupVaultReference {
    return { backupVaultName: this.backupVaultName };
  }
}
