import type { RemovalPolicy } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { BackupVaultEvents } from './backup-vault-events';
import { checkAtSynth } from './checked';
import { warnOfManagedKey } from './copy-key';
import type { CopySource } from './copy-source';
import { inspectLock, type LockConfiguration } from './lock-configuration';
import { refuse, report } from './problems';
import { MonitoredVault, VaultBase } from './vault-base';
import { arnOfVaultName, nameOfVault, splitVaultArn } from './vault-names';
import type { VaultNotification } from './vault-notification';
import { inspectNotifications, renderNotifications } from './vault-notifications';
import { VaultPolicy } from './vault-policy';

/** A place for recovery points, declared in this app or imported. */
export interface IBackupVault extends backup.IBackupVault {}

/** What a vault is called, how it is encrypted, who it notifies and how it is protected. */
export interface BackupVaultProps {
  /**
   * The name of the vault: 2 to 50 letters, digits, `-` or `_`. A new name means a new vault.
   *
   * @default - a name made of the construct path
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_CreateBackupVault.html
   */
  readonly backupVaultName?: string;

  /**
   * The access policy of the vault. Its actions must be named in full, without wildcards.
   *
   * @default - access is not restricted beyond IAM
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
   */
  readonly accessPolicy?: iam.PolicyDocument;

  /**
   * The key that encrypts the recovery points of the resource types that AWS Backup fully manages. It is set for good
   * when the vault is created. Recovery points of other types keep the key of their source.
   *
   * @default - the AWS managed key `aws/backup`
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
   */
  readonly encryptionKey?: kms.IKeyRef;

  /**
   * The topic that the vault notifies: a standard topic of the same account.
   *
   * @default - no notifications
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
   */
  readonly notificationTopic?: sns.ITopic;

  /**
   * The events that the topic is notified of.
   *
   * @default - all of `BackupVaultEvents`, if a topic is given
   */
  readonly notificationEvents?: BackupVaultEvents[];

  /**
   * The events that the topic is notified of, out of all that AWS Backup knows. Not together with `notificationEvents`.
   *
   * `VaultNotification.sent()` are all that AWS Backup still sends, but for those of access points. A warning is raised where the topic would wait for
   * nothing but events that AWS calls deprecated.
   *
   * @default - those of `notificationEvents`
   */
  readonly notifyOf?: VaultNotification[];

  /**
   * What becomes of the vault when it leaves the stack. AWS Backup deletes empty vaults only.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Whether the access policy denies everybody the deletion of recovery points, by hand or by a shorter lifecycle.
   *
   * @default false
   */
  readonly blockRecoveryPointDeletion?: boolean;

  /**
   * The lock of the vault.
   *
   * @default - no lock
   */
  readonly lockConfiguration?: LockConfiguration;

  /**
   * The tags of the vault, besides those of `Tags.of()`.
   *
   * @default - no tags
   */
  readonly tags?: { [key: string]: string };
}

/**
 * A vault: the place in which AWS Backup keeps recovery points.
 *
 * A vault stays when it leaves the stack, unless you say otherwise: it holds your backups.
 *
 * @example
 * const vault = new BackupVault(this, 'Vault', {
 *   encryptionKey: new kms.Key(this, 'Key'),
 *   lockConfiguration: { minRetention: Duration.days(30) },
 * });
 */
@propertyInjectable
export class BackupVault extends MonitoredVault implements IBackupVault {
  /** The id under which property injectors know this class: that of the official library, so that they go on to work. */
  public static readonly PROPERTY_INJECTION_ID: string = 'aws-cdk-lib.aws-backup.BackupVault';

  /**
   * An existing vault of this stack's account and Region, by its name.
   *
   * @param scope the construct under which the import stands
   * @param id the import's id in that scope
   * @param backupVaultName 2 to 50 letters, digits, `-` or `_`
   * @throws where the name is one that no vault can have
   */
  public static fromBackupVaultName(scope: Construct, id: string, backupVaultName: string): IBackupVault {
    return BackupVault.fromBackupVaultArn(scope, id, arnOfVaultName(scope, id, backupVaultName));
  }

  /**
   * An existing vault by its ARN, of whichever account and Region.
   *
   * @param scope the construct under which the import stands
   * @param id the import's id in that scope
   * @param backupVaultArn an ARN such as `arn:aws:backup:us-east-1:123456789012:backup-vault:name`
   * @throws where the ARN is that of something else
   */
  public static fromBackupVaultArn(scope: Construct, id: string, backupVaultArn: string): IBackupVault {
    const { account, region, resourceName } = splitVaultArn(scope, id, backupVaultArn);
    class ImportedBackupVault extends VaultBase {
      public readonly backupVaultName = resourceName;
      public readonly backupVaultArn = backupVaultArn;
    }
    return new ImportedBackupVault(scope, id, { account, region });
  }

  /** The name of the vault, known when it is deployed. */
  public readonly backupVaultName: string;

  /** The ARN of the vault, known when it is deployed. */
  public readonly backupVaultArn: string;

  // Not `private`: a subclass may have members of these names.
  readonly #policy: VaultPolicy;
  readonly #encryptionKey: kms.IKeyRef | undefined;

  /**
   * @param scope the construct under which the vault stands
   * @param id the vault's id in that scope
   * @param props what the vault is like; by default it has a generated name, the AWS managed key and no lock
   * @throws where AWS Backup is documented to refuse a value, with the values allowed and the fix
   */
  constructor(scope: Construct, id: string, props: BackupVaultProps = {}) {
    super(scope, id);
    checkAtSynth(this);
    const backupVaultName = nameOfVault(this, props.backupVaultName);
    if (props.lockConfiguration) report(this, inspectLock(props.lockConfiguration));
    if (props.notificationEvents && props.notifyOf) {
      refuse(this, 'NotificationEventsTwice', 'notifyOf: events are named here and in notificationEvents; keep one');
    }
    inspectNotifications(this, props);
    this.#policy = new VaultPolicy(this, props.accessPolicy);
    this.#encryptionKey = props.encryptionKey;
    if (props.blockRecoveryPointDeletion) this.blockRecoveryPointDeletion();

    const vault = new backup.CfnBackupVault(this, 'Resource', {
      backupVaultName,
      accessPolicy: this.#policy.rendered(),
      encryptionKeyArn: props.encryptionKey?.keyRef.keyArn,
      notifications: renderNotifications(props, () => props.notificationEvents ?? Object.values(BackupVaultEvents)),
      lockConfiguration: lock(props.lockConfiguration),
      backupVaultTags: props.tags ?? undefined,
    });
    vault.applyRemovalPolicy(props.removalPolicy);
    this.backupVaultName = vault.attrBackupVaultName;
    this.backupVaultArn = vault.attrBackupVaultArn;
  }

  /**
   * Adds a statement to the access policy of the vault.
   *
   * @param statement the statement; its actions in full, without wildcards
   * @throws where an action has a wildcard
   */
  public addToAccessPolicy(statement: iam.PolicyStatement): void {
    this.#policy.add(statement);
  }

  /**
   * Denies everybody the deletion of recovery points of this vault, by hand or by a shorter lifecycle.
   *
   * Whoever may change the access policy can lift this again; a vault lock is stronger.
   */
  public blockRecoveryPointDeletion(): void {
    this.#policy.blockRecoveryPointDeletion();
  }

  /**
   * Lets another account, an organization or a part of one copy recovery points into this vault.
   *
   * The access policy of the vault allows it. If the vault's key is a construct that has a policy (`kms.Key`), that policy
   * lets the source use the key through AWS Backup; to an imported key, add such statements where it is made. A vault
   * without a key of its own takes from other accounts only what AWS Backup manages fully. Both cases raise a warning.
   *
   * @param source who may copy
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
   */
  public allowCopyFrom(source: CopySource): void {
    if (!this.#encryptionKey) warnOfManagedKey(this);
    this.#policy.allowCopyFrom(source, this.#encryptionKey);
  }
}

function lock(
  configuration: LockConfiguration | undefined,
): backup.CfnBackupVault.LockConfigurationTypeProperty | undefined {
  if (!configuration) return undefined;
  return {
    minRetentionDays: configuration.minRetention.toDays(),
    maxRetentionDays: configuration.maxRetention?.toDays(),
    changeableForDays: configuration.changeableFor?.toDays(),
  };
}
