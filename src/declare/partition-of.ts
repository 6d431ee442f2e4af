import { Token } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';

/** The partition of a Region, for ARNs that AWS Organizations reads and CloudFormation does not fill in. */
export function partitionOf(region: string | undefined): string {
  const known = region === undefined || Token.isUnresolved(region) ? undefined : RegionInfo.get(region).partition;
  return known ?? 'aws';
}
