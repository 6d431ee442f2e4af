import { Stack, Token } from 'aws-cdk-lib';
import type {
  aws_docdb,
  aws_dsql,
  aws_dynamodb,
  aws_ec2,
  aws_efs,
  aws_eks,
  aws_fsx,
  aws_neptune,
  aws_rds,
  aws_redshift,
  aws_s3,
  aws_timestream,
} from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { selectionTagKey, selectionTagOperation } from '../service/selection';
import type { BackupResourceTraits } from './backup-resource-traits';
import { BackupResourceType } from './backup-resource-type';
import { refuseOntap } from './fsx-ontap';
import { reportWithoutScope, type ToldProblem } from './problems';
import { arnIn, databaseClusterArn } from './resource-arns';
import type { TagCondition, TagOperation } from './tag-condition';

/**
 * What a selection names: a resource by its ARN, resources by their type or tag, or those of a construct.
 *
 * Several of them in one selection are a union: a resource is selected if any of them names it.
 *
 * @example
 * const resources = [
 *   BackupResource.fromDynamoDbTable(table),
 *   BackupResource.fromTag('stage', 'prod'),
 * ];
 */
export class BackupResource {
  /**
   * The resources under a construct: EFS file systems, DynamoDB tables, EC2 instances and volumes, RDS instances and
   * clusters, also those that are added later.
   *
   * Every other resource there that AWS Backup could back up gives a warning, on the resource, that says so.
   * `allFromConstruct` collects them all.
   *
   * @param construct the construct; a stack and a whole app are constructs too
   */
  public static fromConstruct(construct: Construct): BackupResource {
    return new BackupResource(undefined, undefined, construct);
  }

  /**
   * Every resource under a construct that AWS Backup can back up, also those that are added later.
   *
   * Members of database clusters are backed up with their cluster, and FSx for ONTAP by volume. Virtual machines, volumes
   * of Storage Gateway and SAP HANA databases are no resources of CloudFormation's: name them beside it.
   *
   * @param construct the construct; a stack and a whole app are constructs too
   */
  public static allFromConstruct(construct: Construct): BackupResource {
    return new BackupResource(undefined, undefined, construct, { collectsAll: true });
  }

  /**
   * Everything in this account and Region that AWS Backup can back up, as far as the account has opted in.
   *
   * Conditions and exclusions narrow it down. The role gets the managed policies for S3 as well.
   */
  public static everything(): BackupResource {
    return new BackupResource('*', undefined, undefined, { collectsAll: true });
  }

  /**
   * All resources of a type in this account and Region.
   *
   * @param resourceType the type
   */
  public static ofType(resourceType: BackupResourceType): BackupResource {
    return new BackupResource(resourceType.arnPattern, undefined, undefined, { resourceType });
  }

  /**
   * A DynamoDB table.
   *
   * @param table the table, of any construct that has one
   */
  public static fromDynamoDbTable(table: aws_dynamodb.ITableRef): BackupResource {
    return BackupResource.fromArn(table.tableRef.tableArn, BackupResourceType.DYNAMODB_TABLE);
  }

  /**
   * An EC2 instance, which is backed up together with the volumes attached to it.
   *
   * @param instance the instance
   */
  public static fromEc2Instance(instance: aws_ec2.IInstanceRef): BackupResource {
    return BackupResource.fromArn(
      Stack.of(instance).formatArn({
        service: 'ec2',
        resource: 'instance',
        resourceName: instance.instanceRef.instanceId,
      }),
      BackupResourceType.EC2_INSTANCE,
    );
  }

  /**
   * An EFS file system.
   *
   * @param fileSystem the file system
   */
  public static fromEfsFileSystem(fileSystem: aws_efs.IFileSystemRef): BackupResource {
    return BackupResource.fromArn(
      Stack.of(fileSystem).formatArn({
        service: 'elasticfilesystem',
        resource: 'file-system',
        resourceName: fileSystem.fileSystemRef.fileSystemId,
      }),
      BackupResourceType.EFS_FILE_SYSTEM,
    );
  }

  /**
   * An RDS database instance that belongs to no cluster.
   *
   * @param instance the instance
   */
  public static fromRdsDatabaseInstance(instance: aws_rds.IDBInstanceRef): BackupResource {
    return BackupResource.fromArn(instance.dbInstanceRef.dbInstanceArn, BackupResourceType.RDS_INSTANCE);
  }

  /**
   * An Aurora or a Multi-AZ database cluster.
   *
   * @param cluster the cluster
   */
  public static fromRdsDatabaseCluster(cluster: aws_rds.IDBClusterRef): BackupResource {
    const arn = databaseClusterArn(cluster, cluster.dbClusterRef.dbClusterIdentifier);
    return BackupResource.fromArn(arn, BackupResourceType.DATABASE_CLUSTER);
  }

  /**
   * An Aurora Serverless cluster.
   *
   * @param cluster the cluster
   */
  public static fromRdsServerlessCluster(cluster: aws_rds.IDBClusterRef): BackupResource {
    return BackupResource.fromArn(cluster.dbClusterRef.dbClusterArn, BackupResourceType.DATABASE_CLUSTER);
  }

  /**
   * A DynamoDB global table, in this Region. Its replicas are tables of their own Regions.
   *
   * @param table the low-level table; a `TableV2` goes to `fromDynamoDbTable`
   */
  public static fromDynamoDbGlobalTable(table: aws_dynamodb.IGlobalTableRef): BackupResource {
    return BackupResource.fromArn(table.globalTableRef.globalTableArn, BackupResourceType.DYNAMODB_TABLE);
  }

  /**
   * An EBS volume. One that is attached to a selected instance is backed up with that already.
   *
   * @param volume the volume
   */
  public static fromEbsVolume(volume: aws_ec2.IVolumeRef): BackupResource {
    return BackupResource.fromArn(
      arnIn(volume, 'ec2', `volume/${volume.volumeRef.volumeId}`),
      BackupResourceType.EBS_VOLUME,
    );
  }

  /**
   * An S3 bucket, which must have versioning on. The role gets the managed policies for S3.
   *
   * @param bucket the bucket
   */
  public static fromS3Bucket(bucket: aws_s3.IBucketRef): BackupResource {
    return BackupResource.fromArn(bucket.bucketRef.bucketArn, BackupResourceType.S3_BUCKET);
  }

  /**
   * A DocumentDB cluster.
   *
   * @param cluster the cluster
   */
  public static fromDocDbCluster(cluster: aws_docdb.IDBClusterRef): BackupResource {
    return BackupResource.fromArn(
      databaseClusterArn(cluster, cluster.dbClusterRef.dbClusterId),
      BackupResourceType.DATABASE_CLUSTER,
    );
  }

  /**
   * A Neptune cluster.
   *
   * @param cluster the cluster
   */
  public static fromNeptuneCluster(cluster: aws_neptune.IDBClusterRef): BackupResource {
    return BackupResource.fromArn(
      databaseClusterArn(cluster, cluster.dbClusterRef.dbClusterIdentifier),
      BackupResourceType.DATABASE_CLUSTER,
    );
  }

  /**
   * An Aurora DSQL cluster, in this Region.
   *
   * @param cluster the cluster
   */
  public static fromDsqlCluster(cluster: aws_dsql.IClusterRef): BackupResource {
    return BackupResource.fromArn(
      arnIn(cluster, 'dsql', `cluster/${cluster.clusterRef.identifier}`),
      BackupResourceType.DSQL_CLUSTER,
    );
  }

  /**
   * A provisioned Redshift cluster.
   *
   * @param cluster the cluster
   */
  public static fromRedshiftCluster(cluster: aws_redshift.IClusterRef): BackupResource {
    return BackupResource.fromArn(
      arnIn(cluster, 'redshift', `cluster:${cluster.clusterRef.clusterIdentifier}`),
      BackupResourceType.REDSHIFT_CLUSTER,
    );
  }

  /**
   * A namespace of Redshift Serverless.
   *
   * @param namespaceArn its ARN, which ends with an id: `attrNamespaceNamespaceArn` of the low-level namespace
   */
  public static fromRedshiftServerlessNamespace(namespaceArn: string): BackupResource {
    return BackupResource.fromArn(namespaceArn, BackupResourceType.REDSHIFT_SERVERLESS_NAMESPACE);
  }

  /**
   * A table of Timestream for LiveAnalytics.
   *
   * @param table the table
   */
  public static fromTimestreamTable(table: aws_timestream.ITableRef): BackupResource {
    return BackupResource.fromArn(table.tableRef.tableArn, BackupResourceType.TIMESTREAM_TABLE);
  }

  /**
   * An EKS cluster, with the volumes that it claims.
   *
   * @param cluster the cluster, which must let AWS Backup in by access entries
   */
  public static fromEksCluster(cluster: aws_eks.IClusterRef): BackupResource {
    return BackupResource.fromArn(cluster.clusterRef.clusterArn, BackupResourceType.EKS_CLUSTER);
  }

  /**
   * An FSx file system of the kind Lustre, Windows File Server or OpenZFS.
   *
   * @param fileSystem the file system
   * @throws where it is known to be one of ONTAP, which is backed up by volume
   */
  public static fromFsxFileSystem(fileSystem: aws_fsx.IFileSystemRef): BackupResource {
    refuseOntap(fileSystem);
    return BackupResource.fromArn(
      arnIn(fileSystem, 'fsx', `file-system/${fileSystem.fileSystemRef.fileSystemId}`),
      BackupResourceType.FSX_FILE_SYSTEM,
    );
  }

  /**
   * A volume of FSx for NetApp ONTAP, which is backed up by volume.
   *
   * @param volumeArn its ARN, which names its file system as well: `attrResourceArn` of the low-level volume
   */
  public static fromFsxOntapVolume(volumeArn: string): BackupResource {
    return BackupResource.fromArn(volumeArn, BackupResourceType.FSX_ONTAP_VOLUME);
  }

  /**
   * A CloudFormation stack: its template, and every resource in it that AWS Backup can back up, nested stacks included.
   *
   * @param stack the stack
   */
  public static fromStack(stack: Stack): BackupResource {
    return BackupResource.fromArn(stack.stackId, BackupResourceType.CLOUDFORMATION_STACK);
  }

  /**
   * An SAP HANA database on an EC2 instance.
   *
   * @param databaseArn its ARN, of the form `arn:aws:ssm-sap:<Region>:<account>:HANA/<application>/DB/<database>`
   */
  public static fromSapHanaDatabase(databaseArn: string): BackupResource {
    return BackupResource.fromArn(databaseArn, BackupResourceType.SAP_HANA_DATABASE);
  }

  /**
   * A volume of Storage Gateway.
   *
   * @param volumeArn its ARN, of the form `arn:aws:storagegateway:<Region>:<account>:gateway/<gateway>/volume/<volume>`
   */
  public static fromStorageGatewayVolume(volumeArn: string): BackupResource {
    return BackupResource.fromArn(volumeArn, BackupResourceType.STORAGE_GATEWAY_VOLUME);
  }

  /**
   * A VMware virtual machine.
   *
   * @param machineArn its ARN, of the form `arn:aws:backup-gateway:<Region>:<account>:vm/<machine>`
   */
  public static fromVirtualMachine(machineArn: string): BackupResource {
    return BackupResource.fromArn(machineArn, BackupResourceType.VIRTUAL_MACHINE);
  }

  /**
   * A resource by its ARN, or several by an ARN with wildcards.
   *
   * @param arn the ARN
   * @param resourceType the type, where the ARN is a token that does not tell it; of `S3_BUCKET`, the role gets the
   *   policies for S3
   */
  public static fromArn(arn: string, resourceType?: BackupResourceType): BackupResource {
    return new BackupResource(arn, undefined, undefined, resourceType && { resourceType });
  }

  /**
   * The resources of this account and Region that have a tag.
   *
   * @param key the key of the tag, without a prefix; case counts
   * @param value the value of the tag; case counts
   * @param operation how they are compared; there is only one way that AWS Backup takes
   * @throws where AWS Backup refuses the comparison, or where the key is one that matches no resource
   */
  public static fromTag(key: string, value: string, operation?: TagOperation): BackupResource {
    return new BackupResource(undefined, { key, value, operation });
  }

  /** The ARN of a resource, if this is one. */
  public readonly resource?: string;

  /** The tag, if this selects by tag. */
  public readonly tagCondition?: TagCondition;

  /** The construct, if this selects what is under it. */
  public readonly construct?: Construct;

  /** The type of the resource, where that was given. */
  public readonly resourceType?: BackupResourceType;

  /** Whether everything that can be backed up is meant: under the construct, or else in the account and Region. */
  public readonly collectsAll?: boolean;

  /**
   * @param resource the ARN of a resource
   * @param tagCondition a tag
   * @param construct a construct
   * @param traits what is known beyond that
   * @throws where AWS Backup refuses the tag's comparison, or where its key is one that matches no resource
   */
  constructor(resource?: string, tagCondition?: TagCondition, construct?: Construct, traits?: BackupResourceTraits) {
    if (tagCondition) reportWithoutScope('BackupResource', inspectTag(tagCondition));
    this.resource = resource;
    this.tagCondition = tagCondition;
    this.construct = construct;
    this.resourceType = traits?.resourceType;
    this.collectsAll = traits?.collectsAll;
  }
}

function inspectTag({ key, operation }: TagCondition): ToldProblem[] {
  return [
    Token.isUnresolved(key) ? undefined : selectionTagKey(key),
    operation && !Token.isUnresolved(operation) ? selectionTagOperation(operation) : undefined,
  ].flatMap((problem) => (problem ? [{ problem }] : []));
}
