import { expect, test } from 'vitest';
import { RESOURCE_KINDS, type ResourceKindId } from '../../src/service/features';
import { hasKeyOfVault, keepsKeyOfResource } from '../../src/service/full-management';

const IDS = Object.keys(RESOURCE_KINDS) as ResourceKindId[];

test('Recovery points of what AWS Backup does not fully manage keep the key of the resource.', () => {
  const kept = IDS.filter((id) => keepsKeyOfResource(RESOURCE_KINDS[id]));
  expect(kept.sort()).toEqual([
    'aurora',
    'documentDb',
    'dynamoDb',
    'ebs',
    'ec2',
    'fsxLustre',
    'fsxOntap',
    'fsxOpenZfs',
    'fsxWindows',
    'neptune',
    'rdsCluster',
    'rdsInstance',
    'redshiftServerless',
    'storageGateway',
  ]);
});

test('Those of what it fully manages have the key of the vault, and of the rest nobody knows.', () => {
  const open = IDS.filter((id) => !keepsKeyOfResource(RESOURCE_KINDS[id]) && !hasKeyOfVault(RESOURCE_KINDS[id]));
  expect(open.sort()).toEqual(['cloudFormation', 'redshift']);
  expect(IDS.filter((id) => keepsKeyOfResource(RESOURCE_KINDS[id]) && hasKeyOfVault(RESOURCE_KINDS[id]))).toEqual([]);
});
