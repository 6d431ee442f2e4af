import { guide } from '../../service/documentation';
import { backupRoles, namedTypes } from '../backup-roles';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { selectionWords } from '../named-kinds';
import { BACKUP_POLICY, S3_BACKUP_POLICY, S3_RESTORE_POLICY } from '../role-powers';

/** What backups of buckets cannot do without: to see the versions of objects, and to read them. */
const NEEDED = ['s3:GetBucketVersioning', 's3:ListBucketVersions', 's3:GetObjectVersion'];

/** Roles of selections of buckets without the permissions for S3. */
export const roleWithoutS3Policies: CheckRule = {
  id: 'role-without-s3-policies',
  title: 'The role of a selection of buckets has the permissions for S3',
  why: `The managed policy for backups, ${BACKUP_POLICY}, has nothing for S3. Buckets need a policy of their own; without it each job for them fails.`,
  severity: 'error',
  certainty: 'documented',
  source: guide('s3-backups'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { selection, powers } of backupRoles(context)) {
      const bucket = namedTypes(context, selection).get('S3Bucket');
      if (!bucket || !powers.isWhole || powers.has(S3_BACKUP_POLICY) || powers.mayDo(NEEDED)) continue;
      yield {
        at: selection,
        property: bucket.named.path,
        says: `${selectionWords(selection)} names buckets, and its role has no permissions for S3${powers.has(BACKUP_POLICY) ? `: ${BACKUP_POLICY} has none` : ''}`,
        fix: `attach the managed policy ${S3_BACKUP_POLICY} to the role, and ${S3_RESTORE_POLICY} for restores`,
      };
    }
  },
};
