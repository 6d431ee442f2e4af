import { guide } from '../../service/documentation';
import { backupRoles } from '../backup-roles';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { selectionWords } from '../named-kinds';
import { ruleWords } from '../points-in-vaults';
import { BACKUP_POLICY, S3_BACKUP_POLICY } from '../role-powers';

const COPY = 'backup:CopyFromBackupVault';

/** Roles of selections that may not copy what a rule copies. */
export const roleWithoutCopyPermissions: CheckRule = {
  id: 'role-without-copy-permissions',
  title: 'The role of a selection may copy recovery points, where a rule of the plan does',
  why: 'Copies are made in the name of the role that made the backup. Without the permission each copy job fails, and the other vault stays empty.',
  severity: 'error',
  certainty: 'documented',
  source: guide('security-iam-awsmanpol'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { selection, powers } of backupRoles(context)) {
      const plan = context.planOf(selection);
      const rule = plan?.rules.find(({ copies }) => copies.length > 0);
      // The policy for buckets is versioned by AWS, and what it has of copies is not written down.
      const mayCopy = !powers.isWhole || powers.has(BACKUP_POLICY, S3_BACKUP_POLICY) || powers.mayDo([COPY]);
      if (!plan || !rule || mayCopy) continue;
      yield {
        at: selection,
        property: 'BackupSelection.IamRoleArn',
        says: `${ruleWords(rule, plan)} copies its points, which the role of ${selectionWords(selection)} may not do: it lacks ${COPY}`,
        fix: `attach the managed policy service-role/${BACKUP_POLICY} to the role, or allow ${COPY}`,
      };
    }
  },
};
