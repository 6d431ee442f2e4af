import { Token } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';

/** The partition of a Region, for ARNs that AWS Organizations reads and CloudFormation does not fill in. */
export function partitionOf(region: string | undefined): string {
  const known = region === undefined || Token.isUnresolved(region) ? undefined : RegionInfo.get(region).partition;
  return known ?? 'aws';
}

/** The partitions of those Regions that are known now, each once. */
export function partitionsOf(regions: readonly string[]): string[] {
  const partitions = regions.map((region) =>
    Token.isUnresolved(region) ? undefined : RegionInfo.get(region).partition,
  );
  return [...new Set(partitions.filter((partition) => partition !== undefined))];
}
