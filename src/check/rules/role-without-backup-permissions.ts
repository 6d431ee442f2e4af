import { guide } from '../../service/documentation';
import { kindsOf } from '../../service/features';
import type { ResourceTypeId } from '../../service/resource-types';
import { BACKUP } from '../../service/role/backup-statements';
import { actionsOf, backupRoles, namedTypes } from '../backup-roles';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { selectionWords } from '../named-kinds';
import { BACKUP_POLICY } from '../role-powers';

/** Roles of selections that may not back up what is selected. */
export const roleWithoutBackupPermissions: CheckRule = {
  id: 'role-without-backup-permissions',
  title: 'The role of a selection may back up what the selection names',
  why: 'AWS Backup asks the role of the selection for everything it does. Without the permissions for a type each job for it fails, night after night.',
  severity: 'error',
  certainty: 'documented',
  source: guide('iam-service-roles'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { selection, powers } of backupRoles(context)) {
      if (!powers.isWhole || powers.has(BACKUP_POLICY)) continue;
      for (const [type, { named }] of namedTypes(context, selection)) {
        // Buckets have policies of their own, and stacks may hold anything.
        if (type === 'S3Bucket' || type === 'CloudFormationStack') continue;
        const actions = actionsOf(BACKUP[type]);
        if (powers.mayDo(actions)) continue;
        yield {
          at: selection,
          property: named.path,
          says: `the role of ${selectionWords(selection)} may do nothing of what backups of ${labels(type)} need`,
          fix: `attach the managed policy service-role/${BACKUP_POLICY} to it, or allow ${actions.slice(0, 2).join(', ')} and what else they need`,
        };
      }
    }
  },
};

function labels(type: ResourceTypeId): string {
  return kindsOf(type)
    .map(({ label }) => label)
    .join(' or ');
}
