import type { ResourceTypeId } from '../../../../src/service/resource-types';
import {
  restoreTestingOverrideKey,
  restoreTestingOverrideList,
  restoreTestingRequiredOverrides,
} from '../../../../src/service/restore-overrides';
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
} from '../../../../src/service/restore-testing';
import { restoreTestingResourceType } from '../../../../src/service/restore-testing-types';
import type { Json } from '../../rule-cases';
import { many, named, type Program, program, RESOURCE, resource } from '../program';

const ROLE = 'arn:aws:iam::111122223333:role/restore';
const POINTS = { Algorithm: 'LATEST_WITHIN_WINDOW', IncludeVaults: ['*'], RecoveryPointTypes: ['SNAPSHOT'] };
const SCHEDULE = 'cron(0 3 ? * SUN *)';
const testingPlan = (properties: object, points: object = {}) => ({
  Tests: resource('RestoreTestingPlan', {
    RestoreTestingPlanName: 'weekly',
    ScheduleExpression: SCHEDULE,
    RecoveryPointSelection: { ...POINTS, ...points },
    ...properties,
  }),
});
const selection = (properties: object) =>
  resource('RestoreTestingSelection', {
    RestoreTestingPlanName: 'weekly',
    RestoreTestingSelectionName: 'volumes',
    ProtectedResourceType: 'EBS',
    IamRoleArn: ROLE,
    ...properties,
  });
const tests = (properties: object, others: Json = {}) => ({ ...others, Selection: selection(properties) });
const vault = (index: number) => `arn:aws:backup:eu-west-1:111122223333:backup-vault:vault${index}`;
const volume = (index: number) => `arn:aws:ec2:eu-west-1:111122223333:volume/vol-${index}`;
const conditions = (count: number) => ({
  StringEquals: many(count, (index) => ({ Key: `aws:ResourceTag/key${index}`, Value: 'prod' })),
});
const ARNS: Readonly<Partial<Record<ResourceTypeId, string>>> = {
  DatabaseCluster: 'rds:eu-west-1:1:cluster:c',
  DynamoDbTable: 'dynamodb:eu-west-1:1:table/t',
  EbsVolume: 'ec2:eu-west-1:1:volume/v',
  Ec2Instance: 'ec2:eu-west-1:1:instance/i',
  EfsFileSystem: 'elasticfilesystem:eu-west-1:1:file-system/f',
  FsxFileSystem: 'fsx:eu-west-1:1:file-system/f',
  FsxOntapVolume: 'fsx:eu-west-1:1:volume/f/v',
  RdsInstance: 'rds:eu-west-1:1:db:d',
  S3Bucket: 's3:::bucket',
};
const FILE_SYSTEMS: Readonly<Record<string, Json>> = {
  'FSx for Lustre': resource('AWS::FSx::FileSystem', { FileSystemType: 'LUSTRE' }),
  'FSx for OpenZFS': resource('AWS::FSx::FileSystem', { FileSystemType: 'OPENZFS' }),
  'FSx for Windows File Server': resource('AWS::FSx::FileSystem', { FileSystemType: 'WINDOWS' }),
  'FSx for NetApp ONTAP': resource('AWS::FSx::Volume', { Name: 'volume', VolumeType: 'ONTAP' }),
};

/** The programs of restore testing. */
export const RESTORE_TESTING_PROGRAMS: readonly Program[] = [
  program(restoreTestingPlanName, (RestoreTestingPlanName) => testingPlan({ RestoreTestingPlanName })),
  program(restoreTestingSelectionName, (RestoreTestingSelectionName) => tests({ RestoreTestingSelectionName })),
  program(restoreTestingSelectionNameStrict, (RestoreTestingSelectionName) => tests({ RestoreTestingSelectionName })),
  program(restoreTestingStartWindow, (StartWindowHours) => testingPlan({ StartWindowHours })),
  program(restoreTestingSelectionWindow, (SelectionWindowDays) => testingPlan({}, { SelectionWindowDays })),
  program(restoreTestingValidationWindow, (ValidationWindowHours) => tests({ ValidationWindowHours })),
  program(restoreTestingPointTypes, (count) =>
    testingPlan({}, { RecoveryPointTypes: ['SNAPSHOT', 'CONTINUOUS'].slice(0, count) }),
  ),
  program(restoreTestingVaults, ({ included, excluded }) =>
    testingPlan(
      {},
      {
        IncludeVaults: many(included, vault),
        ...(excluded > 0 && { ExcludeVaults: many(excluded, vault) }),
      },
    ),
  ),
  program(
    restoreTestingSelectionsPerPlan,
    (count) => ({
      ...testingPlan({}),
      ...named(count, () => selection({ RestoreTestingPlanName: { Ref: 'Tests' } })),
    }),
    { neverUnknown: RESOURCE },
  ),
  program(restoreTestingArns, (count) => tests({ ProtectedResourceArns: many(count, volume) }), {
    // An empty list is as good as none, which stands for all resources.
    unsayable: (count) => count === 0,
  }),
  program(restoreTestingConditions, (count) => tests({ ProtectedResourceConditions: conditions(count) })),
  program(restoreTestingArnsOrConditions, ({ resources, conditions: count }) =>
    tests({
      ProtectedResourceArns: resources === undefined ? ['*'] : many(resources, volume),
      ...(count > 0 && { ProtectedResourceConditions: conditions(count) }),
    }),
  ),
  program(restoreTestingResourceType, ({ protectedResourceType, resource: type }) =>
    tests({ ProtectedResourceType: protectedResourceType, ProtectedResourceArns: [`arn:aws:${ARNS[type]}`] }),
  ),
  program(restoreTestingRequiredOverrides, ({ kind, given }) => {
    const fileSystem = FILE_SYSTEMS[kind];
    return tests(
      {
        ProtectedResourceType: fileSystem ? 'FSx' : kind,
        ...(fileSystem && { ProtectedResourceArns: [{ 'Fn::GetAtt': ['Files', 'ResourceARN'] }] }),
        RestoreMetadataOverrides: overridesOf(given),
      },
      fileSystem ? { Files: fileSystem } : {},
    );
  }),
  program(
    restoreTestingOverrideKey,
    ({ kind, key }) => tests({ ProtectedResourceType: kind, RestoreMetadataOverrides: { [key]: 'value' } }),
    { neverUnknown: 'the key of an object is no value that a parameter could be' },
  ),
  program(restoreTestingOverrideList, ({ key, value }) =>
    tests({ ProtectedResourceType: 'RDS', RestoreMetadataOverrides: { [key]: value } }),
  ),
];

/** Overrides by their keys; what is within a configuration is JSON. */
function overridesOf(given: readonly string[]): Json {
  return Object.fromEntries(
    given.map((key) => {
      const [outer, inner] = key.split('.') as [string, string | undefined];
      return [outer, inner === undefined ? '["subnet-1"]' : JSON.stringify({ [inner]: 'value-1' })];
    }),
  );
}
