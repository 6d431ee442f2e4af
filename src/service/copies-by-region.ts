import { RESOURCE_KINDS, type ResourceKind } from './features';

/** The Regions that an account has to switch on before it can use them. */
const OPT_IN_REGIONS: ReadonlySet<string> = new Set([
  'af-south-1',
  'ap-east-1',
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
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
]);
/** Bahrain and the United Arab Emirates. */
const GULF: ReadonlySet<string> = new Set(['me-central-1', 'me-south-1']);

const { cloudFormation, documentDb, fsxLustre, fsxOntap, fsxOpenZfs, fsxWindows, neptune, timestream } = RESOURCE_KINDS;
const NOT_TO_OTHER_ACCOUNTS: ReadonlySet<ResourceKind> = new Set([cloudFormation, neptune, timestream]);
const FSX: ReadonlySet<ResourceKind> = new Set([fsxLustre, fsxOntap, fsxOpenZfs, fsxWindows]);

/**
 * Whether recovery points of a kind are copied from a Region, or into it, as far as the notes on Regions tell.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
 */
export function isCopiedIn(region: string, kind: ResourceKind, way: { account: boolean; region: boolean }): boolean {
  if (!OPT_IN_REGIONS.has(region) || !(way.account || way.region)) return true;
  if (kind === documentDb) return false;
  if (way.account && NOT_TO_OTHER_ACCOUNTS.has(kind)) return false;
  return !(way.region && FSX.has(kind) && GULF.has(region));
}
