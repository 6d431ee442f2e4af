import type { aws_ec2, aws_kms } from 'aws-cdk-lib/interfaces';

/** What AWS Backup is told about a restore, beyond what it finds out by itself. */
export interface RestoreTestingTargetOptions {
  /**
   * Further restore metadata, by the keys that the guide lists for the resource type. A list or a nested
   * configuration is written as JSON, such as `JSON.stringify(['sg-1'])`.
   *
   * @default - what AWS Backup infers from the recovery point
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-inferred-metadata.html
   */
  readonly overrides?: { readonly [key: string]: string };
}

/** Where an Aurora, DocumentDB or Neptune cluster or an RDS instance is restored for a test. */
export interface RestoreTestingDatabaseOptions extends RestoreTestingTargetOptions {
  /**
   * The name of the DB subnet group, which puts the restored database into a VPC.
   *
   * @default - the default VPC; without one the test fails
   */
  readonly dbSubnetGroupName?: string;

  /**
   * The security groups of the restored database.
   *
   * @default - those of the VPC
   */
  readonly securityGroups?: aws_ec2.ISecurityGroupRef[];
}

/** Where and how an EC2 instance is restored for a test. */
export interface RestoreTestingEc2Options extends RestoreTestingTargetOptions {
  /**
   * The subnet of the restored instance.
   *
   * @default - one of the default VPC; without one the test fails
   */
  readonly subnet?: aws_ec2.ISubnetRef;

  /**
   * The security groups of the restored instance.
   *
   * @default - those of the VPC
   */
  readonly securityGroups?: aws_ec2.ISecurityGroupRef[];

  /**
   * The type of the restored instance.
   *
   * @default - that of the instance that was backed up
   */
  readonly instanceType?: string;
}

/** How an EBS volume is restored for a test. */
export interface RestoreTestingEbsOptions extends RestoreTestingTargetOptions {
  /**
   * The availability zone of the restored volume.
   *
   * @default - one at random
   */
  readonly availabilityZone?: string;

  /**
   * The key that encrypts the restored volume.
   *
   * @default - the AWS managed key
   */
  readonly encryptionKey?: aws_kms.IKeyRef;
}

/** How an EFS file system is restored for a test. */
export interface RestoreTestingEfsOptions extends RestoreTestingTargetOptions {
  /**
   * The key that encrypts the restored file system.
   *
   * @default - the AWS managed key
   */
  readonly encryptionKey?: aws_kms.IKeyRef;
}

/** What the restores of FSx file systems have in common. */
export interface RestoreTestingFsxOptions extends RestoreTestingTargetOptions {
  /**
   * The security groups of the restored file system.
   *
   * @default - that of the VPC
   */
  readonly securityGroups?: aws_ec2.ISecurityGroupRef[];

  /**
   * The key that encrypts the restored file system.
   *
   * @default - the AWS managed key
   */
  readonly encryptionKey?: aws_kms.IKeyRef;
}

/** Where an FSx for OpenZFS file system is restored for a test. */
export interface RestoreTestingFsxOpenZfsOptions extends RestoreTestingFsxOptions {
  /**
   * The subnets of the restored file system.
   *
   * @default - what AWS Backup infers
   */
  readonly subnets?: aws_ec2.ISubnetRef[];
}

/** Where an FSx for Lustre file system is restored for a test. AWS Backup cannot infer the subnets. */
export interface RestoreTestingFsxLustreOptions extends RestoreTestingFsxOptions {
  /** The subnets of the restored file system, at least one: without them every test fails. */
  readonly subnets: aws_ec2.ISubnetRef[];
}

/** Where an FSx for Windows File Server file system is restored for a test. AWS Backup cannot infer any of it. */
export interface RestoreTestingFsxWindowsOptions extends RestoreTestingFsxOptions {
  /** The subnets of the restored file system, at least one: without them every test fails. */
  readonly subnets: aws_ec2.ISubnetRef[];

  /** The id of the AWS Managed Microsoft AD that the restored file system joins: without it every test fails. */
  readonly activeDirectoryId: string;

  /**
   * The subnet of the active file server, where the file system has two.
   *
   * @default - what AWS Backup infers
   */
  readonly preferredSubnet?: aws_ec2.ISubnetRef;

  /**
   * The throughput of the restored file system.
   *
   * Unit: MB/s.
   *
   * @default 8
   */
  readonly throughputCapacity?: number;
}

/** Where an FSx for NetApp ONTAP volume is restored for a test. AWS Backup cannot infer the machine. */
export interface RestoreTestingFsxOntapOptions extends RestoreTestingTargetOptions {
  /**
   * The id of the storage virtual machine in which the volume is restored: without it every test fails. It decides on
   * file system, subnet and availability zone.
   */
  readonly storageVirtualMachineId: string;

  /**
   * The path at which the restored volume is mounted.
   *
   * @default - a slash and the name of the restored volume
   */
  readonly junctionPath?: string;

  /**
   * The size of the restored volume.
   *
   * Unit: MiB.
   *
   * @default - that of the recovery point
   */
  readonly sizeInMegabytes?: number;
}
