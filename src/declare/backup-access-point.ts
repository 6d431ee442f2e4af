import { CfnResource, type CfnTag, type ITaggableV2, Lazy, Resource, TagManager, TagType, Token } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { accessPointName } from '../service/access-point';
import { checkAtSynth } from './checked';
import { isoInstant } from './instants';
import { reportOne } from './problems';

const TYPE = 'AWS::Backup::BackupAccessPoint';

/** What an access point shows, and to whom. */
export interface BackupAccessPointProps {
  /** The ARN of the recovery point, which is one of an S3 bucket. */
  readonly recoveryPointArn: string;

  /**
   * The moment that the access point shows, where the recovery point is continuous: one in its window.
   *
   * @default - for a snapshot, that of the snapshot
   */
  readonly accessPointInTime?: Date;

  /**
   * The policy of the access point.
   *
   * @default - whoever has permission by IAM may read
   */
  readonly accessPointPolicy?: iam.PolicyDocument;

  /**
   * The name of the access point: 3 to 50 lower-case letters, digits or `-`. S3 access points of the account and Region
   * share its name space.
   *
   * @default - a name made at deployment
   */
  readonly backupAccessPointName?: string;

  /**
   * Tags of the access point, besides those of `Tags.of()`.
   *
   * @default - no tags
   */
  readonly tags?: { readonly [key: string]: string };
}

/**
 * A backup access point: read-only access to an S3 recovery point through S3's own API, without a restore.
 *
 * **As long as it is there, the recovery point neither expires nor can be deleted.** A recovery point has at most 5.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-access-points.html
 *
 * @example
 * const accessPoint = new BackupAccessPoint(this, 'AccessPoint', {
 *   recoveryPointArn: 'arn:aws:backup:us-east-1:123456789012:recovery-point:rp-1234567890abcdef0',
 *   accessPointInTime: new Date('2026-07-01T12:00:00Z'),
 * });
 * new CfnOutput(this, 'Alias', { value: accessPoint.s3AccessPointAlias });
 */
@propertyInjectable
export class BackupAccessPoint extends Resource implements ITaggableV2 {
  /** The id under which property injectors know this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-strongroom.BackupAccessPoint';

  /** The tags of the access point: aws-cdk-lib has had a low-level construct for it, which would hold them, since 2.276. */
  public readonly cdkTagManager: TagManager;

  // Not `private`: a subclass may have a member of this name.
  readonly #accessPoint: CfnResource;

  /**
   * @param scope the construct under which the access point stands
   * @param id the access point's id in that scope
   * @param props what the access point shows
   * @throws where the name is one that AWS Backup refuses
   */
  constructor(scope: Construct, id: string, props: BackupAccessPointProps) {
    super(scope, id);
    checkAtSynth(this);
    const { accessPointPolicy, backupAccessPointName: name } = props;
    if (name !== undefined && !Token.isUnresolved(name)) reportOne(this, accessPointName(name));
    this.cdkTagManager = new TagManager(TagType.STANDARD, TYPE, undefined, { tagPropertyName: 'Tags' });
    for (const [key, value] of Object.entries(props.tags ?? {})) this.cdkTagManager.setTag(key, value);
    this.#accessPoint = new CfnResource(this, 'Resource', {
      type: TYPE,
      properties: {
        AccessPointInTime: props.accessPointInTime && isoInstant(props.accessPointInTime),
        // Not cached, or else whoever looks early keeps out what is added later.
        AccessPointPolicy: accessPointPolicy && Lazy.uncachedAny({ produce: () => accessPointPolicy.toJSON() }),
        Name: name,
        RecoveryPointArn: props.recoveryPointArn,
        Tags: Lazy.uncachedAny({ produce: () => renderedTags(this.cdkTagManager) }),
      },
    });
  }

  /** The ARN of the access point, known when it is deployed. */
  public get backupAccessPointArn(): string {
    return this.#attribute('Arn');
  }

  /** The ARN of the S3 access point by which to read, known when it is deployed. */
  public get s3AccessPointArn(): string {
    return this.#attribute('AccessPointMetadata.S3AccessPointArn');
  }

  /** The alias of the S3 access point, to be used like the name of a bucket, known when it is deployed. */
  public get s3AccessPointAlias(): string {
    return this.#attribute('AccessPointMetadata.S3AccessPointAlias');
  }

  /** The moment that the access point shows, known when it is deployed. */
  public get shownPointInTime(): string {
    return this.#attribute('AccessPointMetadata.AccessPointInTime');
  }

  /** The ARN of the vault of the recovery point, known when it is deployed. */
  public get backupVaultArn(): string {
    return this.#attribute('BackupVaultArn');
  }

  /** The name of the vault of the recovery point, known when it is deployed. */
  public get backupVaultName(): string {
    return this.#attribute('BackupVaultName');
  }

  /** When the access point was made, known when it is deployed. */
  public get creationTime(): string {
    return this.#attribute('CreationTime');
  }

  /** The ARN of the bucket that was backed up, known when it is deployed. */
  public get resourceArn(): string {
    return this.#attribute('ResourceArn');
  }

  /** The type of what was backed up, known when it is deployed. */
  public get resourceType(): string {
    return this.#attribute('ResourceType');
  }

  /** How far AWS Backup has got with the access point, known when it is deployed. */
  public get status(): string {
    return this.#attribute('Status');
  }

  #attribute(name: string): string {
    return this.#accessPoint.getAtt(name).toString();
  }
}

/** A manager renders tags for a low-level construct that changes their case; a generic one takes them as they are. */
function renderedTags(manager: TagManager): { readonly Key: string; readonly Value: string }[] | undefined {
  const tags: CfnTag[] | undefined = manager.renderTags();
  return tags?.map(({ key, value }) => ({ Key: key, Value: value }));
}
