import { guide } from '../../service/documentation';
import type { ResourceTypeId } from '../../service/resource-types';
import { BACKUP } from '../../service/role/backup-statements';
import { RESTORE } from '../../service/role/restore-statements';
import { actionsOf, backupRoles, namedTypes } from '../backup-roles';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { madeOnce } from '../lists';
import { selectionWords } from '../named-kinds';
import { once } from '../once';
import { RESTORE_POLICY, S3_RESTORE_POLICY } from '../role-powers';

/** Roles that may back up and not restore. */
export const roleWithoutRestorePermissions: CheckRule = {
  id: 'role-without-restore-permissions',
  title: 'The role of a selection may restore what it backs up, or another role may',
  why: 'A restore asks for a role of its own choice, and the one that made the backup is the one that is at hand. A role for restores alone is the better way; that there is none is found out on the worst of days.',
  severity: 'info',
  certainty: 'documented',
  source: guide('iam-service-roles'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { selection, powers } of backupRoles(context)) {
      if (!powers.isWhole || powers.has(RESTORE_POLICY, S3_RESTORE_POLICY)) continue;
      const types = [...namedTypes(context, selection).keys()];
      if (types.length === 0 || powers.mayDo(types.flatMap((type) => restoring(context, type)))) continue;
      yield {
        at: selection,
        property: 'BackupSelection.IamRoleArn',
        says: `the role of ${selectionWords(selection)} may not restore what it backs up`,
        fix: `make a role for restores with the managed policy service-role/${RESTORE_POLICY} (for buckets ${S3_RESTORE_POLICY}), or attach that to this one`,
      };
    }
  },
};

const RESTORING = once(() => new Map<ResourceTypeId, readonly string[]>());

/** The actions by which a type is restored, and not backed up. */
function restoring(context: CheckContext, type: ResourceTypeId): readonly string[] {
  return madeOnce(RESTORING(context), type, () => restoringAlone(type));
}

function restoringAlone(type: ResourceTypeId): string[] {
  if (type === 'S3Bucket') return ['s3:PutObject'];
  // A stack may hold anything.
  if (type === 'CloudFormationStack') return Object.values(RESTORE).flatMap(actionsOf);
  const backup = new Set(actionsOf(BACKUP[type]));
  return actionsOf(RESTORE[type]).filter((action) => !backup.has(action));
}
