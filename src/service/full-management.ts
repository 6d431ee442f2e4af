import { RESOURCE_KINDS, type ResourceKind } from './features';

/**
 * The kinds that AWS Backup does not fully manage: their recovery points are encrypted with the key of the resource, and
 * not with that of the vault.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
 */
const NOT_FULLY_MANAGED: ReadonlySet<ResourceKind> = new Set([
  RESOURCE_KINDS.aurora,
  RESOURCE_KINDS.documentDb,
  RESOURCE_KINDS.dynamoDb,
  RESOURCE_KINDS.ebs,
  RESOURCE_KINDS.ec2,
  RESOURCE_KINDS.fsxLustre,
  RESOURCE_KINDS.fsxOntap,
  RESOURCE_KINDS.fsxOpenZfs,
  RESOURCE_KINDS.fsxWindows,
  RESOURCE_KINDS.neptune,
  RESOURCE_KINDS.rdsCluster,
  RESOURCE_KINDS.rdsInstance,
  RESOURCE_KINDS.redshiftServerless,
  RESOURCE_KINDS.storageGateway,
]);

/** The kinds that it fully manages, by the same page. Stacks are neither, as they may hold anything. */
const FULLY_MANAGED: ReadonlySet<ResourceKind> = new Set([
  RESOURCE_KINDS.advancedDynamoDb,
  RESOURCE_KINDS.dsql,
  RESOURCE_KINDS.efs,
  RESOURCE_KINDS.eks,
  RESOURCE_KINDS.s3,
  RESOURCE_KINDS.sapHana,
  RESOURCE_KINDS.timestream,
  RESOURCE_KINDS.virtualMachine,
]);

/** Whether the recovery points of a kind keep the key of their resource, for certain. */
export function keepsKeyOfResource(kind: ResourceKind): boolean {
  return NOT_FULLY_MANAGED.has(kind);
}

/** Whether the recovery points of a kind have the key of their vault, for certain. */
export function hasKeyOfVault(kind: ResourceKind): boolean {
  return FULLY_MANAGED.has(kind);
}
