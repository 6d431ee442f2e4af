import { ArnFormat, type Duration, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_backup, aws_mpa } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { airGappedMaximum, airGappedMinimum, airGappedOrder } from '../service/air-gapped';
import { isKnown } from '../service/known';
import type { IBackupVault } from './backup-vault';
import { checkAtSynth } from './checked';
import type { CopySource } from './copy-source';
import { conversionPhrase, knowableDays } from './durations';
import { refuse, report, type ToldProblem } from './problems';
import { MonitoredVault, VaultBase } from './vault-base';
import { arnOfVaultName, nameOfVault, splitVaultArn } from './vault-names';
import { VaultNotification } from './vault-notification';
import { inspectNotifications, renderNotifications } from './vault-notifications';
import { VaultPolicy } from './vault-policy';

/** A logically air-gapped vault, declared in this app or imported. It can stand wherever a vault can. */
export interface ILogicallyAirGappedBackupVault extends IBackupVault, aws_backup.ILogicallyAirGappedBackupVaultRef {}

/** What a logically air-gapped vault is called, which retention it enforces, how it is encrypted and who it notifies. */
export interface LogicallyAirGappedBackupVaultProps {
  /**
   * The name of the vault: 2 to 50 letters, digits, `-` or `_`. A new name means a new vault.
   *
   * @default - a name made of the construct path
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_CreateLogicallyAirGappedBackupVault.html
   */
  readonly backupVaultName?: string;

  /**
   * The shortest retention that the vault lets in. It is set for good: another one means a new vault.
   *
   * Unit: whole days, at least 7.
   */
  readonly minRetention: Duration;

  /**
   * The longest retention that the vault lets in. It is set for good: another one means a new vault.
   *
   * Unit: whole days, at least `minRetention` (they may be equal) and at most 36500.
   */
  readonly maxRetention: Duration;

  /**
   * The key that encrypts everything in the vault. It is set for good when the vault is created. AWS recommends the
   * default, or else a key of an account of its own: whoever controls the key can make the recovery points unreadable.
   *
   * @default - a key that AWS owns
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html
   */
  readonly encryptionKey?: kms.IKeyRef;

  /**
   * The multi-party approval team whose approval opens the vault when its account cannot be reached.
   *
   * @default - no team
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/multipartyapproval.html
   */
  readonly mpaApprovalTeam?: aws_mpa.IApprovalTeamRef;

  /**
   * The ARN of the multi-party approval team, if it is not declared in this app. Not together with `mpaApprovalTeam`.
   *
   * @default - that of `mpaApprovalTeam`
   */
  readonly mpaApprovalTeamArn?: string;

  /**
   * The access policy of the vault. Its actions must be named in full, without wildcards.
   *
   * @default - access is not restricted beyond IAM
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
   */
  readonly accessPolicy?: iam.PolicyDocument;

  /**
   * Whether the access policy denies everybody the deletion of recovery points, by hand or by a shorter lifecycle.
   *
   * @default false
   */
  readonly blockRecoveryPointDeletion?: boolean;

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
   * @default - all that AWS Backup still sends but those of access points (`VaultNotification.sent()`), if a topic is given
   */
  readonly notifyOf?: VaultNotification[];

  /**
   * What becomes of the vault when it leaves the stack. AWS Backup deletes empty vaults only.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * The tags of the vault, besides those of `Tags.of()`.
   *
   * @default - no tags
   */
  readonly tags?: { [key: string]: string };
}

/**
 * A logically air-gapped vault: always locked in compliance mode, kept in an account of AWS Backup's, and shared for
 * restores through AWS RAM or multi-party approval.
 *
 * It is the destination of copies, or the air-gapped target of a rule beside the rule's vault. Jobs whose retention is
 * outside the bounds fail: when they run, not at deployment. The bounds and the key cannot be changed later. The vault is
 * usable one to three minutes after it was created.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html
 * @example
 * const vault = new LogicallyAirGappedBackupVault(this, 'AirGapped', {
 *   minRetention: Duration.days(7),
 *   maxRetention: Duration.days(365),
 * });
 * vault.onCopyJobFailed('CopyFailed');
 */
@propertyInjectable
export class LogicallyAirGappedBackupVault extends MonitoredVault implements ILogicallyAirGappedBackupVault {
  /** The id under which property injectors know this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-strongroom.LogicallyAirGappedBackupVault';

  /**
   * An existing logically air-gapped vault of this stack's account and Region, by its name.
   *
   * @param scope the construct under which the import stands
   * @param id the import's id in that scope
   * @param backupVaultName 2 to 50 letters, digits, `-` or `_`
   * @throws where the name is one that no vault can have
   */
  public static fromBackupVaultName(
    scope: Construct,
    id: string,
    backupVaultName: string,
  ): ILogicallyAirGappedBackupVault {
    const arn = arnOfVaultName(scope, id, backupVaultName);
    return LogicallyAirGappedBackupVault.fromBackupVaultArn(scope, id, arn);
  }

  /**
   * An existing logically air-gapped vault by its ARN, of whichever account and Region.
   *
   * @param scope the construct under which the import stands
   * @param id the import's id in that scope
   * @param backupVaultArn an ARN such as `arn:aws:backup:us-east-1:123456789012:backup-vault:name`
   * @throws where the ARN is that of something else
   */
  public static fromBackupVaultArn(
    scope: Construct,
    id: string,
    backupVaultArn: string,
  ): ILogicallyAirGappedBackupVault {
    const { account, region, resourceName } = splitVaultArn(scope, id, backupVaultArn);
    class ImportedVault extends VaultBase implements ILogicallyAirGappedBackupVault {
      public readonly backupVaultName = resourceName;
      public readonly backupVaultArn = backupVaultArn;
      public readonly logicallyAirGappedBackupVaultRef = { backupVaultName: resourceName };
    }
    return new ImportedVault(scope, id, { account, region });
  }

  // Not `private`: a subclass may have members of these names.
  readonly #vault: backup.CfnLogicallyAirGappedBackupVault;
  readonly #policy: VaultPolicy;
  readonly #encryptionKey: kms.IKeyRef | undefined;

  /**
   * @param scope the construct under which the vault stands
   * @param id the vault's id in that scope
   * @param props what the vault is like
   * @throws where AWS Backup is documented to refuse a value, with the values allowed and the fix
   */
  constructor(scope: Construct, id: string, props: LogicallyAirGappedBackupVaultProps) {
    super(scope, id);
    checkAtSynth(this);
    const backupVaultName = nameOfVault(this, props.backupVaultName);
    report(this, inspectBounds(props));
    inspectNotifications(this, props);
    if (props.mpaApprovalTeam && props.mpaApprovalTeamArn) {
      refuse(this, 'ApprovalTeamTwice', 'mpaApprovalTeamArn: the team is given here and in mpaApprovalTeam; keep one');
    }
    this.#policy = new VaultPolicy(this, props.accessPolicy);
    this.#encryptionKey = props.encryptionKey;
    if (props.blockRecoveryPointDeletion) this.blockRecoveryPointDeletion();

    this.#vault = new backup.CfnLogicallyAirGappedBackupVault(this, 'Resource', {
      backupVaultName,
      minRetentionDays: props.minRetention.toDays(),
      maxRetentionDays: props.maxRetention.toDays(),
      encryptionKeyArn: props.encryptionKey?.keyRef.keyArn,
      mpaApprovalTeamArn: props.mpaApprovalTeam?.approvalTeamRef.approvalTeamArn ?? props.mpaApprovalTeamArn,
      accessPolicy: this.#policy.rendered(),
      notifications: renderNotifications(props, () => VaultNotification.sent().map(({ name }) => name)),
      backupVaultTags: props.tags,
    });
    this.#vault.applyRemovalPolicy(props.removalPolicy);
  }

  /** The ARN of the vault, known when it is deployed. */
  public get backupVaultArn(): string {
    return this.#vault.attrBackupVaultArn;
  }

  /** The name of the vault, known when it is deployed. */
  public get backupVaultName(): string {
    // Of the ARN: AWS documents the reference (`Ref`) as the name in one place and as the ARN in another.
    return Stack.of(this).splitArn(this.backupVaultArn, ArnFormat.COLON_RESOURCE_NAME).resourceName as string;
  }

  /** The reference by which other constructs take this vault as an air-gapped one. */
  public get logicallyAirGappedBackupVaultRef(): aws_backup.LogicallyAirGappedBackupVaultReference {
    return { backupVaultName: this.backupVaultName };
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
   * The vault's lock does so already until the minimum retention is over; this goes on until the policy is changed.
   */
  public blockRecoveryPointDeletion(): void {
    this.#policy.blockRecoveryPointDeletion();
  }

  /**
   * Lets another account, an organization or a part of one copy recovery points into this vault.
   *
   * The access policy of the vault allows it. If the vault's key is a construct that has a policy (`kms.Key`), that policy
   * lets the source use the key through AWS Backup; to an imported key, add such statements where it is made (a warning says so). A vault with
   * the key that AWS owns needs none. To restore from the vault elsewhere, share it through AWS RAM.
   *
   * @param source who may copy
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
   */
  public allowCopyFrom(source: CopySource): void {
    this.#policy.allowCopyFrom(source, this.#encryptionKey);
  }
}

function inspectBounds({ minRetention, maxRetention }: LogicallyAirGappedBackupVaultProps): ToldProblem[] {
  const least = knowableDays(minRetention);
  const most = knowableDays(maxRetention);
  const told = [
    {
      problem: isKnown(least) ? airGappedMinimum(least) : undefined,
      part: 'minRetention',
      phrase: conversionPhrase(() => minRetention.toDays()),
    },
    {
      problem: isKnown(most) ? airGappedMaximum(most) : undefined,
      part: 'maxRetention',
      phrase: conversionPhrase(() => maxRetention.toDays()),
    },
    {
      problem:
        isKnown(least) && isKnown(most)
          ? airGappedOrder({ minRetentionDays: least, maxRetentionDays: most })
          : undefined,
      part: 'maxRetention',
    },
  ];
  return told.flatMap(({ problem, ...telling }) => (problem ? [{ problem, ...telling }] : []));
}
