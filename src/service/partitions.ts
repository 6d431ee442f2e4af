/** The beginnings of the Regions of each partition. */
const PARTITIONS: readonly (readonly [regions: RegExp, partition: string])[] = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^us-iso-/, 'aws-iso'],
  [/^us-isob-/, 'aws-iso-b'],
  [/^us-isof-/, 'aws-iso-f'],
  [/^eu-isoe-/, 'aws-iso-e'],
  [/^eusc-/, 'aws-eusc'],
  [/^(af|ap|ca|eu|il|me|mx|sa|us)-(?!gov|iso)[a-z]+-\d+$/, 'aws'],
];

/**
 * The partition of a Region; `undefined` for one that no partition is known of.
 *
 * Sources: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html, and for the partitions
 * that it does not name the table that AWS's SDKs share, https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
 */
export function partitionOfRegion(region: string): string | undefined {
  return PARTITIONS.find(([regions]) => regions.test(region))?.[1];
}
