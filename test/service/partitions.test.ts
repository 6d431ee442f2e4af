import { RegionInfo } from 'aws-cdk-lib/region-info';
import { describe, expect, test } from 'vitest';
import { partitionOfRegion } from '../../src/service/partitions';

describe('the partition of a Region', () => {
  test('is that which the CDK knows, of all of its Regions', () => {
    const { regions } = RegionInfo;
    expect(regions.length).toBeGreaterThan(40);
    expect(regions.map(({ name }) => [name, partitionOfRegion(name)])).toEqual(
      regions.map(({ name, partition }) => [name, partition]),
    );
  });

  test.each([
    ['ap-southeast-9', 'aws'],
    ['us-gov-north-1', 'aws-us-gov'],
    ['us-isob-north-1', 'aws-iso-b'],
    ['mars-north-1', undefined],
    ['us-isoz-east-1', undefined],
    ['', undefined],
  ])('of %j, which nobody has yet, is %s', (region, partition) => {
    expect(partitionOfRegion(region)).toBe(partition);
  });
});
