import type { aws_ec2, aws_kms } from 'aws-cdk-lib/interfaces';
import type { RestoreKind } from '../service/restore-overrides';
import type { OverrideTree } from './restore-testing-overrides';
import type {
  RestoreTestingDatabaseOptions,
  RestoreTestingEbsOptions,
  RestoreTestingEc2Options,
  RestoreTestingEfsOptions,
  RestoreTestingFsxLustreOptions,
  RestoreTestingFsxOntapOptions,
  RestoreTestingFsxOpenZfsOptions,
  RestoreTestingFsxOptions,
  RestoreTestingFsxWindowsOptions,
  RestoreTestingTargetOptions,
} from './restore-testing-target-options';

/**
 * What a restore testing selection restores: a resource type, and what AWS Backup has to be told to restore it.
 *
 * AWS Backup infers most of it from the recovery point. What it cannot infer, for FSx, is required here.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-inferred-metadata.html
 *
 * @example
 * const targets = [
 *   RestoreTestingTarget.dynamoDb(),
 *   RestoreTestingTarget.fsxOntap({ storageVirtualMachineId: 'svm-0123456789abcdef0' }),
 * ];
 */
export class RestoreTestingTarget {
  /**
   * Aurora clusters.
   *
   * @param options where they are restored; by default the default VPC
   */
  public static aurora(options: RestoreTestingDatabaseOptions = {}): RestoreTestingTarget {
    return new RestoreTestingTarget('Aurora', 'Aurora', databaseOverrides(options), options);
  }

  /**
   * DocumentDB clusters.
   *
   * @param options where they are restored; by default the default VPC
   */
  public static documentDb(options: RestoreTestingDatabaseOptions = {}): RestoreTestingTarget {
    return new RestoreTestingTarget('DocumentDB', 'DocumentDB', databaseOverrides(options), options);
  }

  /**
   * DynamoDB tables.
   *
   * @param options what is not inferred
   */
  public static dynamoDb(options: RestoreTestingTargetOptions = {}): RestoreTestingTarget {
    return new RestoreTestingTarget('DynamoDB', 'DynamoDB', {}, options);
  }

  /**
   * EBS volumes.
   *
   * @param options how they are restored
   */
  public static ebs(options: RestoreTestingEbsOptions = {}): RestoreTestingTarget {
    const { availabilityZone, encryptionKey } = options;
    return new RestoreTestingTarget('EBS', 'EBS', { availabilityZone, kmsKeyId: keyArn(encryptionKey) }, options);
  }

  /**
   * EC2 instances, together with their volumes.
   *
   * @param options where and how they are restored; by default in the default VPC
   */
  public static ec2(options: RestoreTestingEc2Options = {}): RestoreTestingTarget {
    const overrides = {
      instanceType: options.instanceType,
      securityGroupIds: groupIds(options.securityGroups),
      subnetId: options.subnet?.subnetRef.subnetId,
    };
    return new RestoreTestingTarget('EC2', 'EC2', overrides, options);
  }

  /**
   * EFS file systems.
   *
   * @param options how they are restored
   */
  public static efs(options: RestoreTestingEfsOptions = {}): RestoreTestingTarget {
    return new RestoreTestingTarget('EFS', 'EFS', { kmsKeyId: keyArn(options.encryptionKey) }, options);
  }

  /**
   * FSx for Lustre file systems. Give the selection ARNs or conditions where other FSx file systems are backed up, too:
   * they are all of one resource type.
   *
   * @param options where they are restored
   */
  public static fsxLustre(options: RestoreTestingFsxLustreOptions): RestoreTestingTarget {
    return new RestoreTestingTarget('FSx', 'FSx for Lustre', fileSystemOverrides(options, options.subnets), options);
  }

  /**
   * FSx for NetApp ONTAP volumes. Give the selection ARNs or conditions where other FSx file systems are backed up,
   * too: they are all of one resource type.
   *
   * @param options where they are restored
   */
  public static fsxOntap(options: RestoreTestingFsxOntapOptions): RestoreTestingTarget {
    const { junctionPath, sizeInMegabytes, storageVirtualMachineId } = options;
    const overrides = { ontapConfiguration: { junctionPath, sizeInMegabytes, storageVirtualMachineId } };
    return new RestoreTestingTarget('FSx', 'FSx for NetApp ONTAP', overrides, options);
  }

  /**
   * FSx for OpenZFS file systems. Give the selection ARNs or conditions where other FSx file systems are backed up,
   * too: they are all of one resource type.
   *
   * @param options where they are restored
   */
  public static fsxOpenZfs(options: RestoreTestingFsxOpenZfsOptions = {}): RestoreTestingTarget {
    return new RestoreTestingTarget('FSx', 'FSx for OpenZFS', fileSystemOverrides(options, options.subnets), options);
  }

  /**
   * FSx for Windows File Server file systems. Give the selection ARNs or conditions where other FSx file systems are
   * backed up, too: they are all of one resource type.
   *
   * @param options where they are restored
   */
  public static fsxWindows(options: RestoreTestingFsxWindowsOptions): RestoreTestingTarget {
    const overrides = {
      ...fileSystemOverrides(options, options.subnets),
      windowsConfiguration: {
        activeDirectoryId: options.activeDirectoryId,
        preferredSubnetId: options.preferredSubnet?.subnetRef.subnetId,
        throughputCapacity: options.throughputCapacity,
      },
    };
    return new RestoreTestingTarget('FSx', 'FSx for Windows File Server', overrides, options);
  }

  /**
   * Neptune clusters.
   *
   * @param options where they are restored; by default the default VPC
   */
  public static neptune(options: RestoreTestingDatabaseOptions = {}): RestoreTestingTarget {
    return new RestoreTestingTarget('Neptune', 'Neptune', databaseOverrides(options), options);
  }

  /**
   * RDS instances.
   *
   * @param options where they are restored; by default the default VPC
   */
  public static rds(options: RestoreTestingDatabaseOptions = {}): RestoreTestingTarget {
    return new RestoreTestingTarget('RDS', 'RDS', databaseOverrides(options), options);
  }

  /**
   * S3 buckets. A restored bucket takes days to go, since its objects go by a lifecycle rule.
   *
   * @param options what is not inferred
   */
  public static s3(options: RestoreTestingTargetOptions = {}): RestoreTestingTarget {
    return new RestoreTestingTarget('S3', 'S3', {}, options);
  }

  /** The resource type, as AWS Backup spells it. */
  public readonly protectedResourceType: string;

  /** @internal */
  public readonly _kind: RestoreKind;

  /** @internal */
  public readonly _typed: OverrideTree;

  /** @internal */
  public readonly _raw: { readonly [key: string]: string };

  private constructor(
    protectedResourceType: string,
    kind: RestoreKind,
    typed: OverrideTree,
    options: RestoreTestingTargetOptions,
  ) {
    this.protectedResourceType = protectedResourceType;
    this._kind = kind;
    this._typed = typed;
    this._raw = options.overrides ?? {};
  }
}

function databaseOverrides({ dbSubnetGroupName, securityGroups }: RestoreTestingDatabaseOptions): OverrideTree {
  return { dbSubnetGroupName, vpcSecurityGroupIds: groupIds(securityGroups) };
}

function fileSystemOverrides(
  { encryptionKey, securityGroups }: RestoreTestingFsxOptions,
  subnets: aws_ec2.ISubnetRef[] | undefined,
): OverrideTree {
  return {
    kmsKeyId: keyArn(encryptionKey),
    securityGroupIds: groupIds(securityGroups),
    subnetIds: subnets?.map(({ subnetRef }) => subnetRef.subnetId),
  };
}

function groupIds(groups: aws_ec2.ISecurityGroupRef[] | undefined): string[] | undefined {
  return groups?.map(({ securityGroupRef }) => securityGroupRef.securityGroupId);
}

function keyArn(key: aws_kms.IKeyRef | undefined): string | undefined {
  return key?.keyRef.keyArn;
}
