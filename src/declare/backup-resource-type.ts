import { Aws } from 'aws-cdk-lib';
import { arnPattern, type ResourceTypeId } from '../service/resource-types';
import { resourceTypeId } from './resource-type-id';

/**
 * A type of resource that AWS Backup backs up, as its ARNs tell it.
 *
 * Types whose ARNs are alike are one here, because no selection can tell them apart: to have Aurora clusters but no
 * DocumentDB clusters, take their ARNs, or `DATABASE_CLUSTER` and a condition on a tag.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
 *
 * @example
 * plan.addSelection('Volumes', {
 *   resources: [BackupResource.ofType(BackupResourceType.EBS_VOLUME)],
 *   conditions: [BackupCondition.stringEquals('stage', 'prod')],
 * });
 */
export class BackupResourceType {
  /** CloudFormation stacks: their templates, and every resource in them that AWS Backup can back up. */
  public static readonly CLOUDFORMATION_STACK = new BackupResourceType('CloudFormationStack');

  /**
   * Database clusters, of which the ARNs are alike: Aurora, Multi-AZ clusters of RDS, DocumentDB and Neptune.
   *
   * Aurora, DocumentDB and Neptune each need the account's opt-in in the Region, even by their ARN.
   */
  public static readonly DATABASE_CLUSTER = new BackupResourceType('DatabaseCluster');

  /** Aurora DSQL clusters. */
  public static readonly DSQL_CLUSTER = new BackupResourceType('DsqlCluster');

  /** DynamoDB tables, global ones included. */
  public static readonly DYNAMODB_TABLE = new BackupResourceType('DynamoDbTable');

  /** EBS volumes. */
  public static readonly EBS_VOLUME = new BackupResourceType('EbsVolume');

  /** EC2 instances, with the volumes attached to them. */
  public static readonly EC2_INSTANCE = new BackupResourceType('Ec2Instance');

  /** EFS file systems. */
  public static readonly EFS_FILE_SYSTEM = new BackupResourceType('EfsFileSystem');

  /** EKS clusters: their state, and the volumes in EBS, EFS and S3 that they claim. */
  public static readonly EKS_CLUSTER = new BackupResourceType('EksCluster');

  /** FSx file systems of the kinds Lustre, Windows File Server and OpenZFS, of which the ARNs are alike. */
  public static readonly FSX_FILE_SYSTEM = new BackupResourceType('FsxFileSystem');

  /** Volumes of FSx for NetApp ONTAP, which is backed up by volume. */
  public static readonly FSX_ONTAP_VOLUME = new BackupResourceType('FsxOntapVolume');

  /** RDS instances that belong to no cluster. */
  public static readonly RDS_INSTANCE = new BackupResourceType('RdsInstance');

  /** Provisioned Redshift clusters. */
  public static readonly REDSHIFT_CLUSTER = new BackupResourceType('RedshiftCluster');

  /** Namespaces of Redshift Serverless. */
  public static readonly REDSHIFT_SERVERLESS_NAMESPACE = new BackupResourceType('RedshiftServerlessNamespace');

  /** S3 buckets. The role of a selection that names this type gets the managed policies for S3. */
  public static readonly S3_BUCKET = new BackupResourceType('S3Bucket');

  /** SAP HANA databases on EC2 instances. */
  public static readonly SAP_HANA_DATABASE = new BackupResourceType('SapHanaDatabase');

  /** Volumes of Storage Gateway. */
  public static readonly STORAGE_GATEWAY_VOLUME = new BackupResourceType('StorageGatewayVolume');

  /** Tables of Timestream for LiveAnalytics. */
  public static readonly TIMESTREAM_TABLE = new BackupResourceType('TimestreamTable');

  /** VMware virtual machines, known through a backup gateway. */
  public static readonly VIRTUAL_MACHINE = new BackupResourceType('VirtualMachine');

  /** The name of the type here. */
  public readonly name: string;

  private constructor(name: ResourceTypeId) {
    this.name = name;
  }

  /** The pattern that the ARNs of all resources of this type match, in whatever partition. */
  public get arnPattern(): string {
    return arnPattern(resourceTypeId(this), Aws.PARTITION);
  }
}
