import { Stack, Token } from 'aws-cdk-lib';
import type { aws_dynamodb, aws_ec2, aws_efs, aws_rds } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { selectionTagKey, selectionTagOperation } from '../service/selection';
import { reportWithoutScope, type ToldProblem } from './problems';
import type { TagCondition, TagOperation } from './tag-condition';

/**
 * What a selection names: a resource by its ARN, resources by their tag, or those of a construct.
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
   *
   * @param construct the construct; a stack and a whole app are constructs too
   */
  public static fromConstruct(construct: Construct): BackupResource {
    return new BackupResource(undefined, undefined, construct);
  }

  /**
   * A DynamoDB table.
   *
   * @param table the table, of any construct that has one
   */
  public static fromDynamoDbTable(table: aws_dynamodb.ITableRef): BackupResource {
    return BackupResource.fromArn(table.tableRef.tableArn);
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
    );
  }

  /**
   * An RDS database instance that belongs to no cluster.
   *
   * @param instance the instance
   */
  public static fromRdsDatabaseInstance(instance: aws_rds.IDBInstanceRef): BackupResource {
    return BackupResource.fromArn(instance.dbInstanceRef.dbInstanceArn);
  }

  /**
   * An Aurora or a Multi-AZ database cluster.
   *
   * @param cluster the cluster
   */
  public static fromRdsDatabaseCluster(cluster: aws_rds.IDBClusterRef): BackupResource {
    const { partition, region, account } = Stack.of(cluster);
    const id = cluster.dbClusterRef.dbClusterIdentifier;
    return BackupResource.fromArn(`arn:${partition}:rds:${region}:${account}:cluster:${id}`);
  }

  /**
   * An Aurora Serverless cluster.
   *
   * @param cluster the cluster
   */
  public static fromRdsServerlessCluster(cluster: aws_rds.IDBClusterRef): BackupResource {
    return BackupResource.fromArn(cluster.dbClusterRef.dbClusterArn);
  }

  /**
   * A resource by its ARN, or several by an ARN with wildcards.
   *
   * @param arn the ARN
   */
  public static fromArn(arn: string): BackupResource {
    return new BackupResource(arn);
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

  /**
   * @param resource the ARN of a resource
   * @param tagCondition a tag
   * @param construct a construct
   * @throws where AWS Backup refuses the tag's comparison, or where its key is one that matches no resource
   */
  constructor(resource?: string, tagCondition?: TagCondition, construct?: Construct) {
    if (tagCondition) reportWithoutScope('BackupResource', inspectTag(tagCondition));
    this.resource = resource;
    this.tagCondition = tagCondition;
    this.construct = construct;
  }
}

function inspectTag({ key, operation }: TagCondition): ToldProblem[] {
  return [
    Token.isUnresolved(key) ? undefined : selectionTagKey(key),
    operation && !Token.isUnresolved(operation) ? selectionTagOperation(operation) : undefined,
  ].flatMap((problem) => (problem ? [{ problem }] : []));
}
