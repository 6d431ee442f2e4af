import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { ScopeKind } from '../service/audit';

/**
 * A resource type that a control can be limited to.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
 */
export class ControlResourceType {
  /** Aurora clusters. */
  public static readonly AURORA = new ControlResourceType('Aurora');
  /** CloudFormation stacks. */
  public static readonly CLOUDFORMATION = new ControlResourceType('CloudFormation');
  /** DynamoDB tables. */
  public static readonly DYNAMODB = new ControlResourceType('DynamoDB');
  /** EBS volumes. */
  public static readonly EBS = new ControlResourceType('EBS');
  /** EC2 instances. */
  public static readonly EC2 = new ControlResourceType('EC2');
  /** EFS file systems. */
  public static readonly EFS = new ControlResourceType('EFS');
  /** FSx file systems. */
  public static readonly FSX = new ControlResourceType('FSx');
  /** RDS instances. */
  public static readonly RDS = new ControlResourceType('RDS');
  /** S3 buckets. */
  public static readonly S3 = new ControlResourceType('S3');
  /** Volumes of Storage Gateway. */
  public static readonly STORAGE_GATEWAY = new ControlResourceType('Storage Gateway');
  /** Virtual machines. */
  public static readonly VIRTUAL_MACHINE = new ControlResourceType('VirtualMachine');

  /**
   * A type that is not listed here.
   *
   * @param name the name of the type, as AWS Backup spells it
   */
  public static of(name: string): ControlResourceType {
    return new ControlResourceType(name);
  }

  /** The name of the type, as AWS Backup spells it. */
  public readonly value: string;

  private constructor(value: string) {
    this.value = value;
  }
}

/**
 * What a control is limited to: one tag, resource types or a single resource. Which of them a control takes depends on
 * the control.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 *
 * @example
 * const scopes = [
 *   ControlScope.tag('stage', 'prod'),
 *   ControlScope.resourceTypes(ControlResourceType.EFS, ControlResourceType.DYNAMODB),
 * ];
 */
export class ControlScope {
  /**
   * What has a tag; a control takes one tag only.
   *
   * @param key the key of the tag
   * @param value the value of the tag; by default any
   */
  public static tag(key: string, value?: string): ControlScope {
    return new ControlScope('a tag', { Tags: [{ Key: key, Value: value ?? '' }] });
  }

  /**
   * What is of one of these types.
   *
   * @param types the types
   */
  public static resourceTypes(...types: ControlResourceType[]): ControlScope {
    return new ControlScope('resource types', { ComplianceResourceTypes: types.map(({ value }) => value) });
  }

  /**
   * One resource.
   *
   * @param resourceType the type of the resource
   * @param id the id of the resource, as AWS Config knows it
   */
  public static resource(resourceType: ControlResourceType, id: string): ControlScope {
    return new ControlScope('a single resource', {
      ComplianceResourceIds: [id],
      ComplianceResourceTypes: [resourceType.value],
    });
  }

  /**
   * One vault.
   *
   * @param vault the vault
   */
  public static vault(vault: aws_backup.IBackupVaultRef): ControlScope {
    return ControlScope.resource(
      ControlResourceType.of('AWS::Backup::BackupVault'),
      vault.backupVaultRef.backupVaultName,
    );
  }

  /** @internal */
  public readonly _kind: ScopeKind;

  /** @internal as CloudFormation reads it: the low-level resource takes it as it is */
  public readonly _rendered: { readonly [property: string]: unknown };

  private constructor(kind: ScopeKind, rendered: { readonly [property: string]: unknown }) {
    this._kind = kind;
    this._rendered = rendered;
  }
}
