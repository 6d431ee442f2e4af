import type { DataResource } from '../../read/surroundings';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { selectionWords } from '../named-kinds';
import { isSwitchedOn, selectedResources } from '../selected-resources';

/** Selected buckets that keep no versions. */
export const bucketWithoutVersioning: CheckRule = {
  id: 'bucket-without-versioning',
  title: 'A bucket that is selected has versioning switched on',
  why: 'AWS Backup backs up buckets by the versions of their objects. Without versioning each job for the bucket fails.',
  severity: 'error',
  certainty: 'documented',
  source: guide('s3-backups'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const told = new Set<DataResource>();
    for (const selected of selectedResources(context).all()) {
      const { resource: bucket, selection } = selected;
      if (bucket.resourceType !== 'S3Bucket' || told.has(bucket) || !isSwitchedOn(context, selected, 'S3')) continue;
      const status = versioningOf(context, bucket);
      if (status === undefined || context.leaning.value('buckets-need-versioning') !== true) continue;
      told.add(bucket);
      yield {
        at: bucket,
        property: 'VersioningConfiguration.Status',
        says: `${selectionWords(selection)} takes this bucket, and its versioning is ${status}, so each backup of it fails`,
        fix: 'set VersioningConfiguration.Status to Enabled, and let noncurrent versions expire by a lifecycle rule',
      };
    }
  },
};

/** How a bucket keeps no versions; `undefined` where it keeps them, or may. */
function versioningOf(context: CheckContext, { settings, ...bucket }: DataResource): string | undefined {
  // What object lock holds are versions: it switches versioning on.
  const lock = settings.find(({ path }) => path === 'ObjectLockEnabled');
  if (lock && known(lock.value) !== 'false') return undefined;
  const found = settings.filter(({ path }) => path === 'VersioningConfiguration.Status');
  if (found.length === 0)
    return context.isRead(bucket, 'VersioningConfiguration.Status') ? 'not switched on' : undefined;
  return found.every(({ value }) => known(value) === 'Suspended') ? 'suspended' : undefined;
}
