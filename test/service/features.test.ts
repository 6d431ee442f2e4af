import { describe, expect, test } from 'vitest';
import {
  ALWAYS_NEEDS_OPT_IN,
  type Feature,
  kindsOf,
  kindsOfResource,
  RESOURCE_KINDS,
  type ResourceKindId,
} from '../../src/service/features';
import { OPT_IN_TYPES } from '../../src/service/opt-in-types';
import { RESOURCE_TYPE_IDS } from '../../src/service/resource-types';

const LETTERS: readonly [Feature, string][] = [
  ['copies', 'C'],
  ['copiesToOtherAccounts', 'A'],
  ['coldStorage', 'F'],
  ['continuous', 'P'],
  ['airGapped', 'G'],
  ['index', 'I'],
  ['scan', 'S'],
];

/** What a kind has in letters: copies, copies to other Accounts, Frost, Points in time, air Gap, Index, Scan; `?` is doubtful. */
function inLetters(id: ResourceKindId): string {
  const { features } = RESOURCE_KINDS[id];
  return LETTERS.map(([feature, letter]) => ({ yes: letter, no: '-', doubtful: '?' })[features[feature]]).join('');
}

describe('what each kind of resources has', () => {
  const table: Readonly<Record<ResourceKindId, string>> = {
    advancedDynamoDb: 'CAF-G--',
    aurora: 'CA-PG--',
    cloudFormation: 'C-F----',
    documentDb: 'CA--G--',
    dsql: 'CA?-G--',
    dynamoDb: '-------',
    ebs: 'CAF-GIS',
    ec2: 'CA--G-S',
    efs: 'CAF-G--',
    eks: 'CA--G--',
    fsxLustre: 'CA--G--',
    fsxOntap: '-------',
    fsxOpenZfs: 'CA?-?--',
    fsxWindows: 'CA--G--',
    neptune: 'CA--G--',
    rdsCluster: '??-----',
    rdsInstance: 'CA-P---',
    redshift: '???????',
    redshiftServerless: '-------',
    s3: 'CA-PGIS',
    sapHana: 'CAFP---',
    storageGateway: 'CA--G--',
    timestream: 'CAF-G--',
    virtualMachine: 'CAF-G--',
  };

  test.each(Object.entries(table))('%s: %s', (id, letters) => {
    expect(inLetters(id as ResourceKindId)).toBe(letters);
  });

  test('stands in the table for every kind', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(RESOURCE_KINDS).sort());
  });
});

describe('kinds of resources', () => {
  test('are there for every type, and belong to it', () => {
    for (const type of RESOURCE_TYPE_IDS) {
      const kinds = kindsOf(type);
      expect(kinds.length).toBeGreaterThan(0);
      expect(kinds.every((kind) => kind.type === type)).toBe(true);
    }
  });

  test('are all that a Region can opt in', () => {
    const named = new Set(Object.values(RESOURCE_KINDS).map(({ optIn }) => optIn));
    expect([...named].sort()).toEqual([...OPT_IN_TYPES].sort());
  });

  test('have labels of their own', () => {
    const labels = Object.values(RESOURCE_KINDS).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.every((label) => label !== '')).toBe(true);
  });

  test('that share the ARNs of clusters always need the opt-in, save Multi-AZ DB clusters, and so does OpenZFS', () => {
    const clusters = kindsOf('DatabaseCluster').filter((kind) => kind !== RESOURCE_KINDS.rdsCluster);
    const always = ALWAYS_NEEDS_OPT_IN.map((id) => RESOURCE_KINDS[id]);
    expect(new Set(always)).toEqual(new Set([...clusters, RESOURCE_KINDS.fsxOpenZfs]));
  });

  test.each<[string, Readonly<Record<string, string>>, readonly ResourceKindId[]]>([
    ['AWS::DocDB::DBCluster', {}, ['documentDb']],
    ['AWS::Neptune::DBCluster', {}, ['neptune']],
    ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }, ['aurora']],
    ['AWS::RDS::DBCluster', { Engine: 'Aurora' }, ['aurora']],
    ['AWS::RDS::DBCluster', { Engine: 'mysql' }, ['rdsCluster']],
    ['AWS::RDS::DBCluster', {}, ['aurora', 'rdsCluster']],
    ['AWS::FSx::FileSystem', { FileSystemType: 'LUSTRE' }, ['fsxLustre']],
    ['AWS::FSx::FileSystem', { FileSystemType: 'windows' }, ['fsxWindows']],
    ['AWS::FSx::FileSystem', { FileSystemType: 'OPENZFS' }, ['fsxOpenZfs']],
    ['AWS::FSx::FileSystem', {}, ['fsxLustre', 'fsxWindows', 'fsxOpenZfs']],
    ['AWS::DynamoDB::Table', {}, ['dynamoDb', 'advancedDynamoDb']],
    ['AWS::S3::Bucket', {}, ['s3']],
  ])('of %s with %j', (type, settings, ids) => {
    const typeIds = {
      'AWS::DynamoDB::Table': 'DynamoDbTable',
      'AWS::FSx::FileSystem': 'FsxFileSystem',
      'AWS::S3::Bucket': 'S3Bucket',
    } as const;
    const typeId = typeIds[type as keyof typeof typeIds] ?? 'DatabaseCluster';
    expect(kindsOfResource(type, typeId, (path) => settings[path])).toEqual(ids.map((id) => RESOURCE_KINDS[id]));
  });
});
