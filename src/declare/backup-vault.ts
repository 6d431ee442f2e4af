import { ArnFormat, Lazy, Names, type RemovalPolicy, Resource, Stack, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct, IConstruct } from 'constructs';
import { existingVaultName, vaultName } from '../service/names';
import { notificationTopicAccount, notificationTopicKind, vaultArn, vaultPolicyAction } from '../service/vault';
import { BackupVaultEvents } from './backup-vault-events';
import { inspectLock, type LockConfiguration } from './lock-configuration';
import { refuse, report, reportOne, type ToldProblem, tell } from './problems';

/** The longest name that AWS Backup takes for a vault. */
const LONGEST_NAME = 50;

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
}

/** What a declared and an imported vault have in common. */
abstract class BackupVaultBase extends Resource implements IBackupVault {
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
export class BackupVault extends BackupVaultBase {
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
    if (!Token.isUnresolved(backupVaultName)) {
      const phrase = backupVaultName === '' ? 'the ARN of the vault does not have a resource name' : undefined;
      reportOne(scope, existingVaultName(backupVaultName), { phrase }, pathOfImport(scope, id));
    }
    const arn = Stack.of(scope).formatArn({
      service: 'backup',
      resource: 'backup-vault',
      resourceName: backupVaultName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    return BackupVault.fromBackupVaultArn(scope, id, arn);
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
    class ImportedBackupVault extends BackupVaultBase {
      public readonly backupVaultName = resourceName;
      public readonly backupVaultArn = backupVaultArn;
    }
    return new ImportedBackupVault(scope, id, { account, region });
  }

  /** The name of the vault, known when it is deployed. */
  public readonly backupVaultName: string;

  /** The ARN of the vault, known when it is deployed. */
  public readonly backupVaultArn: string;

  // Not `private`: a subclass may have a member of this name.
  readonly #accessPolicy: iam.PolicyDocument;

  /**
   * @param scope the construct under which the vault stands
   * @param id the vault's id in that scope
   * @param props what the vault is like; by default it has a generated name, the AWS managed key and no lock
   * @throws where AWS Backup is documented to refuse a value, with the values allowed and the fix
   */
  constructor(scope: Construct, id: string, props: BackupVaultProps = {}) {
    super(scope, id);
    const backupVaultName = props.backupVaultName || generatedName(this);
    if (!Token.isUnresolved(backupVaultName)) reportOne(this, vaultName(backupVaultName));
    if (props.lockConfiguration) report(this, inspectLock(props.lockConfiguration));
    if (props.notificationTopic) inspectTopic(this, props.notificationTopic);
    this.#accessPolicy = props.accessPolicy ?? new iam.PolicyDocument();
    if (props.accessPolicy) refuseWildcards(this, actionsOf(props.accessPolicy));
    // The caller keeps a hand on the document, and statements can still be added to it.
    this.node.addValidation({ validate: () => wildcardErrors(this.#accessPolicy) });
    if (props.blockRecoveryPointDeletion) this.blockRecoveryPointDeletion();

    const vault = new backup.CfnBackupVault(this, 'Resource', {
      backupVaultName,
      // As JSON rather than as a document, which would drop statements that are there twice: the official library keeps them.
      // Not cached, or else whoever looks early keeps out what is added later.
      accessPolicy: Lazy.uncachedAny({ produce: () => this.#accessPolicy.toJSON() }),
      encryptionKeyArn: props.encryptionKey?.keyRef.keyArn,
      notifications: notifications(props),
      lockConfiguration: lock(props.lockConfiguration),
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
    refuseWildcards(this, statement.actions);
    this.#accessPolicy.addStatements(statement);
  }

  /**
   * Denies everybody the deletion of recovery points of this vault, by hand or by a shorter lifecycle.
   *
   * Whoever may change the access policy can lift this again; a vault lock is stronger.
   */
  public blockRecoveryPointDeletion(): void {
    this.addToAccessPolicy(
      new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        actions: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
        principals: [new iam.AnyPrincipal()],
        resources: ['*'],
      }),
    );
  }
}

function generatedName(vault: BackupVault): string {
  // The end of the unique id holds its hash, so long paths lose their beginning.
  return Names.uniqueId(vault).slice(-LONGEST_NAME);
}

function notifications(props: BackupVaultProps): backup.CfnBackupVault.NotificationObjectTypeProperty | undefined {
  const { notificationTopic } = props;
  if (!notificationTopic) return undefined;
  notificationTopic.grantPublish(new iam.ServicePrincipal('backup.amazonaws.com'));
  return {
    backupVaultEvents: props.notificationEvents ?? Object.values(BackupVaultEvents),
    snsTopicArn: notificationTopic.topicArn,
  };
}

function lock(
  configuration: LockConfiguration | undefined,
): backup.CfnBackupVault.LockConfigurationTypeProperty | undefined {
  return (
    configuration && {
      minRetentionDays: configuration.minRetention.toDays(),
      maxRetentionDays: configuration.maxRetention?.toDays(),
      changeableForDays: configuration.changeableFor?.toDays(),
    }
  );
}

/** An import has its path before it is a construct. */
function pathOfImport(scope: Construct, id: string): string {
  return `${scope.node.path}/${id}`;
}

/** What an import takes from an ARN. */
interface VaultArnParts {
  readonly account?: string;
  readonly region?: string;
  readonly resourceName: string;
}

/** The parts of a vault's ARN, also of one of which only the shape is known before deployment. */
function splitVaultArn(scope: Construct, id: string, arn: string): VaultArnParts {
  const path = pathOfImport(scope, id);
  const parts = readVaultArn(scope, arn);
  if ('phrase' in parts) {
    reportOne(scope, vaultArn(arn), parts, path);
    // Only tokens can hide from the rule what their shape shows.
    return refuse(scope, 'BackupVaultArn', parts.phrase);
  }
  if (!Token.isUnresolved(arn)) reportOne(scope, vaultArn(arn), {}, path);
  return parts;
}

/** The parts, or what the official library or the CDK core under it says of an ARN that has none. */
function readVaultArn(scope: Construct, arn: string): VaultArnParts | { readonly phrase: string } {
  try {
    const { account, region, resourceName, arnFormat } = Stack.of(scope).splitArn(arn, ArnFormat.COLON_RESOURCE_NAME);
    if (arnFormat !== ArnFormat.COLON_RESOURCE_NAME) {
      const phrase = `Backup Vault Arn ${arn} has the wrong format, expected arn:aws:service:region:account:resource:resourceName.`;
      return { phrase };
    }
    return resourceName
      ? { account, region, resourceName }
      : { phrase: `Backup Vault Arn ${arn} does not have a resource name.` };
  } catch (error) {
    return { phrase: (error as Error).message };
  }
}

function inspectTopic(vault: BackupVault, topic: sns.ITopic): void {
  const telling = { part: 'notificationTopic' };
  if (topic.fifo) reportOne(vault, notificationTopicKind({ fifo: true, topic: topic.node.path }), telling);
  const topicAccount = topic.env.account;
  const vaultAccount = vault.env.account;
  if (!Token.isUnresolved(topicAccount) && !Token.isUnresolved(vaultAccount)) {
    reportOne(vault, notificationTopicAccount({ topicAccount, vaultAccount }), telling);
  }
}

function refuseWildcards(scope: IConstruct, actions: readonly string[]): void {
  report(scope, wildcards(actions));
}

function wildcards(actions: readonly string[]): ToldProblem[] {
  return actions.flatMap((action) => {
    // A wildcard beside a token is one all the same; the text of a token has none.
    const problem = vaultPolicyAction(action);
    return problem ? [{ problem, part: 'access policy' }] : [];
  });
}

function wildcardErrors(policy: iam.PolicyDocument): string[] {
  return wildcards(actionsOf(policy)).map(tell);
}

/** The actions that a policy names; the document keeps its statements to itself and shows them only as JSON. */
function actionsOf(policy: iam.PolicyDocument): string[] {
  const statements: { readonly Action?: string | string[] }[] = [policy.toJSON()?.Statement ?? []].flat();
  return statements.flatMap(({ Action }) => Action ?? []).filter((action) => typeof action === 'string');
}
