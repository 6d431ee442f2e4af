import type { DataResource } from '../../read/surroundings';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { selectionWords } from '../named-kinds';
import { isSwitchedOn, selectedResources } from '../selected-resources';

const RULE = /^LifecycleConfiguration\.Rules\[\d+\]/;

/** Selected buckets whose old versions are never deleted. */
export const noncurrentVersionsKept: CheckRule = {
  id: 'noncurrent-versions-kept',
  title: 'A bucket that is selected lets noncurrent versions of its objects expire',
  why: 'Backups of a bucket hold every version that has not expired. Where none ever does, what was overwritten or deleted years ago is stored twice, in the bucket and in each of its recovery points.',
  severity: 'info',
  certainty: 'documented',
  source: 'https://repost.aws/knowledge-center/backup-reduce-s3-costs',
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const told = new Set<DataResource>();
    for (const selected of selectedResources(context).all()) {
      const { resource: bucket, selection } = selected;
      if (bucket.resourceType !== 'S3Bucket' || told.has(bucket) || !isSwitchedOn(context, selected, 'S3')) continue;
      if (!keepsVersions(bucket) || mayExpire(bucket)) continue;
      if (!context.isWhollyRead(bucket, 'LifecycleConfiguration')) continue;
      told.add(bucket);
      yield {
        at: bucket,
        property: 'LifecycleConfiguration',
        says: `${selectionWords(selection)} takes this bucket, and no lifecycle rule of it lets noncurrent versions expire, so backups hold every version there ever was`,
        fix: 'add a lifecycle rule with NoncurrentVersionExpiration',
      };
    }
  },
};

function keepsVersions({ settings }: DataResource): boolean {
  return settings.some(({ path, value }) => path === 'VersioningConfiguration.Status' && known(value) === 'Enabled');
}

/** Whether a rule that is not switched off has an end for noncurrent versions. */
function mayExpire({ settings }: DataResource): boolean {
  const ruleOf = (path: string) => RULE.exec(path)?.[0];
  const off = settings.filter(({ path, value }) => path.endsWith('].Status') && known(value) === 'Disabled');
  const disabled = new Set(off.map(({ path }) => ruleOf(path)));
  return settings.some(({ path }) => path.includes('].NoncurrentVersionExpiration') && !disabled.has(ruleOf(path)));
}
