import { api } from './documentation';
import type { ResourceTypeId } from './resource-types';
import { valueRule } from './value-rule';

/** Databases share the ARNs of one service, kinds of FSx those of another. */
const DATABASES: readonly ResourceTypeId[] = ['DatabaseCluster', 'RdsInstance'];

/** What the ARNs of a protected resource type can tell, by the name that restore testing has for the type. */
const TYPES: Readonly<Record<string, readonly ResourceTypeId[]>> = {
  Aurora: DATABASES,
  DocumentDB: DATABASES,
  DynamoDB: ['DynamoDbTable'],
  EBS: ['EbsVolume'],
  EC2: ['Ec2Instance'],
  EFS: ['EfsFileSystem'],
  FSx: ['FsxFileSystem', 'FsxOntapVolume'],
  Neptune: DATABASES,
  RDS: DATABASES,
  S3: ['S3Bucket'],
};

/** The resource types that restore tests can restore, as they call them. */
export const RESTORE_TESTING_TYPES: readonly string[] = Object.keys(TYPES);

/** The type that a restore testing selection tests, and that of a resource it names. */
export interface RestoreTestingPair {
  readonly protectedResourceType: string;
  readonly resource: ResourceTypeId;
}

/** A selection that names none of its type has nothing to test, which AWS Backup passes over in silence. */
export const restoreTestingResourceType = valueRule<RestoreTestingPair>(
  {
    id: 'restore-testing-resource-type',
    title: 'The resources of a restore testing selection are of the type that it tests',
    certainty: 'uncertain',
    source: api('API_RestoreTestingSelectionForCreate'),
  },
  ({ protectedResourceType, resource }) =>
    TYPES[protectedResourceType]?.includes(resource) === false
      ? {
          says: `a restore testing selection tests resources of one type, here ${protectedResourceType}, got one of type ${resource}, which may never be tested`,
          fix: 'give it a selection of its own, for its type',
        }
      : undefined,
);
