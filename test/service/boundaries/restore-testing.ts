import {
  restoreTestingOverrideKey,
  restoreTestingOverrideList,
  restoreTestingRequiredOverrides,
} from '../../../src/service/restore-overrides';
import {
  restoreTestingArns,
  restoreTestingArnsOrConditions,
  restoreTestingConditions,
  restoreTestingPlanName,
  restoreTestingPointTypes,
  restoreTestingSelectionName,
  restoreTestingSelectionNameStrict,
  restoreTestingSelectionsPerPlan,
  restoreTestingSelectionWindow,
  restoreTestingStartWindow,
  restoreTestingValidationWindow,
  restoreTestingVaults,
} from '../../../src/service/restore-testing';
import { restoreTestingResourceType } from '../../../src/service/restore-testing-types';
import { type Boundary, boundary } from './boundary';

const name = (length: number) => 'x'.repeat(length);

/** The rules of restore testing, in the order of the documentation. */
export const RESTORE_TESTING: readonly Boundary[] = [
  boundary(restoreTestingPlanName, ['a', '_', 'Weekly_2', name(50)], ['with-hyphen', '', name(51), 'a b', 'é', 'a\n']),
  boundary(
    restoreTestingSelectionName,
    ['a', '_x_', name(50), 'with-hyphen', name(256)],
    ['with space', '', name(257), '-a', 'a-', `${name(51)}_`],
  ),
  boundary(restoreTestingSelectionNameStrict, ['_x_', name(50)], ['with-hyphen', name(51)]),
  boundary(restoreTestingStartWindow, [1, 168], [169, 0, 1.5]),
  boundary(restoreTestingSelectionWindow, [1, 365], [366, 0, 1.5]),
  boundary(restoreTestingValidationWindow, [0, 168], [169, -1, 0.5]),
  boundary(restoreTestingPointTypes, [1], [0]),
  boundary(
    restoreTestingVaults,
    [
      { included: 1, excluded: 0 },
      { included: 30, excluded: 30 },
    ],
    [
      { included: 31, excluded: 0 },
      { included: 0, excluded: 0 },
      { included: 1, excluded: 31 },
    ],
  ),
  boundary(restoreTestingSelectionsPerPlan, [30], [31]),
  boundary(restoreTestingArns, [1, 30], [31, 0]),
  boundary(restoreTestingConditions, [0, 30], [31]),
  boundary(
    restoreTestingArnsOrConditions,
    [
      { resources: undefined, conditions: 0 },
      { resources: undefined, conditions: 1 },
      { resources: 1, conditions: 0 },
    ],
    [{ resources: 1, conditions: 1 }],
  ),
  boundary(
    restoreTestingResourceType,
    [
      { protectedResourceType: 'S3', resource: 'S3Bucket' },
      { protectedResourceType: 'DynamoDB', resource: 'DynamoDbTable' },
      { protectedResourceType: 'EBS', resource: 'EbsVolume' },
      { protectedResourceType: 'EC2', resource: 'Ec2Instance' },
      { protectedResourceType: 'EFS', resource: 'EfsFileSystem' },
      { protectedResourceType: 'FSx', resource: 'FsxFileSystem' },
      { protectedResourceType: 'FSx', resource: 'FsxOntapVolume' },
      { protectedResourceType: 'Aurora', resource: 'DatabaseCluster' },
      { protectedResourceType: 'DocumentDB', resource: 'DatabaseCluster' },
      { protectedResourceType: 'Neptune', resource: 'DatabaseCluster' },
      { protectedResourceType: 'RDS', resource: 'RdsInstance' },
      { protectedResourceType: 'RDS', resource: 'DatabaseCluster' },
      { protectedResourceType: 'New', resource: 'S3Bucket' },
    ],
    [
      { protectedResourceType: 'S3', resource: 'EbsVolume' },
      { protectedResourceType: 'EBS', resource: 'Ec2Instance' },
      { protectedResourceType: 'RDS', resource: 'DynamoDbTable' },
    ],
  ),
  boundary(
    restoreTestingRequiredOverrides,
    [
      { kind: 'S3', given: [] },
      { kind: 'FSx for OpenZFS', given: [] },
      { kind: 'FSx for Lustre', given: ['SubnetIds'] },
      { kind: 'FSx for NetApp ONTAP', given: ['ontapConfiguration.storageVirtualMachineId'] },
      { kind: 'FSx for Windows File Server', given: ['subnetIds', 'windowsConfiguration.activeDirectoryId'] },
    ],
    [
      { kind: 'FSx for Windows File Server', given: ['subnetIds'] },
      { kind: 'FSx for Windows File Server', given: ['windowsConfiguration.activeDirectoryId'] },
      { kind: 'FSx for Lustre', given: [] },
      { kind: 'FSx for NetApp ONTAP', given: ['ontapConfiguration.junctionPath'] },
    ],
  ),
  boundary(
    restoreTestingOverrideKey,
    [
      { kind: 'EC2', key: 'SUBNETID' },
      { kind: 'RDS', key: 'dbSubnetGroupName' },
    ],
    [
      { kind: 'EC2', key: 'subnetIds' },
      { kind: 'DynamoDB', key: 'kmsKeyId' },
    ],
  ),
  boundary(
    restoreTestingOverrideList,
    [
      { key: 'subnetId', value: 'subnet-1' },
      { key: 'subnetIds', value: '[]' },
      { key: 'VpcSecurityGroupIds', value: '["sg-1","sg-2"]' },
    ],
    [
      { key: 'subnetIds', value: 'subnet-1' },
      { key: 'vpcSecurityGroupIds', value: '[1]' },
      { key: 'availabilityZones', value: '{}' },
      { key: 'securityGroupIds', value: '' },
    ],
  ),
];
