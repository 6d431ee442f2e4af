import { expect, test } from 'vitest';
import { RESOURCE_KINDS, type ResourceKindId } from '../../src/service/features';
import { keepsKeyOfResource } from '../../src/service/full-management';

test('Recovery points of what AWS Backup does not fully manage keep the key of the resource.', () => {
  const kept = (Object.keys(RESOURCE_KINDS) as ResourceKindId[]).filter((id) => keepsKeyOfResource(RESOURCE_KINDS[id]));
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
