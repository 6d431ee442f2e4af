import { guide } from '../../service/documentation';
import { backupRoles } from '../backup-roles';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { selectionWords } from '../named-kinds';

/** Roles of selections that AWS Backup may not assume. */
export const roleWithoutTrust: CheckRule = {
  id: 'role-without-trust',
  title: 'The role of a selection trusts backup.amazonaws.com',
  why: 'AWS Backup does everything in the name of that role. If the role does not let it in, the selection is refused, or no backup is ever made.',
  severity: 'error',
  certainty: 'documented',
  source: guide('iam-service-roles'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { selection, powers } of backupRoles(context)) {
      if (powers.mayTrustBackup) continue;
      yield {
        at: powers.role,
        property: 'AssumeRolePolicyDocument',
        says: `the role of ${selectionWords(selection)} does not let AWS Backup assume it`,
        fix: 'allow sts:AssumeRole to the service backup.amazonaws.com in its trust policy',
      };
    }
  },
};
