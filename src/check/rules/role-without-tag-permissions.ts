import { guide } from '../../service/documentation';
import { backupRoles } from '../backup-roles';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { selectionWords } from '../named-kinds';
import { BACKUP_POLICY, S3_BACKUP_POLICY } from '../role-powers';

/** Roles of selections by tag that may not look for tags. */
export const roleWithoutTagPermissions: CheckRule = {
  id: 'role-without-tag-permissions',
  title: 'The role of a selection by tag may look for tags',
  why: 'AWS Backup looks for what is tagged in the name of the role. Without the permission it finds nothing, and nothing is backed up.',
  severity: 'error',
  certainty: 'documented',
  source: guide('security-iam-awsmanpol'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { selection, powers } of backupRoles(context)) {
      // The policy for buckets is versioned by AWS, and what it has of tags is not written down.
      const mayLook =
        !powers.isWhole || powers.has(BACKUP_POLICY, S3_BACKUP_POLICY) || powers.mayDo(['tag:GetResources']);
      if (selection.tags.length === 0 || mayLook) continue;
      yield {
        at: selection,
        property: 'BackupSelection.IamRoleArn',
        says: `${selectionWords(selection)} selects by tag, and its role may not look for tags: it lacks tag:GetResources`,
        fix: `attach the managed policy service-role/${BACKUP_POLICY} to the role, or allow tag:GetResources`,
      };
    }
  },
};
