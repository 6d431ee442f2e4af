import { describe, expect, test } from 'vitest';
import { isCopiedIn } from '../../src/service/copies-by-region';
import { RESOURCE_KINDS, type ResourceKindId } from '../../src/service/features';

const ACCOUNT = { account: true, region: false };
const REGION = { account: false, region: true };
const HERE = { account: false, region: false };

describe('copies by Region', () => {
  test.each<[ResourceKindId, string, typeof HERE]>([
    ['documentDb', 'af-south-1', REGION],
    ['documentDb', 'mx-central-1', ACCOUNT],
    ['cloudFormation', 'ap-east-1', ACCOUNT],
    ['neptune', 'eu-south-2', ACCOUNT],
    ['timestream', 'il-central-1', ACCOUNT],
    ['fsxLustre', 'me-south-1', REGION],
    ['fsxWindows', 'me-central-1', REGION],
    ['fsxOpenZfs', 'me-central-1', REGION],
    ['fsxOntap', 'me-central-1', REGION],
  ])('%s is not copied in %s', (kind, region, way) => {
    expect(isCopiedIn(region, RESOURCE_KINDS[kind], way)).toBe(false);
  });

  test.each<[ResourceKindId, string, typeof HERE]>([
    ['documentDb', 'eu-central-1', REGION],
    ['documentDb', 'af-south-1', HERE],
    ['neptune', 'ap-east-1', REGION],
    ['fsxLustre', 'eu-south-1', REGION],
    ['fsxLustre', 'me-south-1', ACCOUNT],
    ['s3', 'me-south-1', REGION],
  ])('%s is copied in %s', (kind, region, way) => {
    expect(isCopiedIn(region, RESOURCE_KINDS[kind], way)).toBe(true);
  });

  test.each([
    'ap-east-2',
    'ap-south-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-west-1',
    'eu-central-2',
    'eu-south-1',
  ])('%s has to be switched on', (region) => {
    expect(isCopiedIn(region, RESOURCE_KINDS.documentDb, REGION)).toBe(false);
  });
});
