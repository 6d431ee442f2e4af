import { guide } from '../../service/documentation';
import { backupRoles } from '../backup-roles';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { selectionWords } from '../named-kinds';

const KEEPS: ReadonlySet<string | undefined> = new Set(['Retain', 'RetainExceptOnCreate']);

/** Roles that go with their stack, and leave recovery points behind. */
export const roleGoneBeforeItsPoints: CheckRule = {
  id: 'role-gone-before-its-points',
  title: 'The role of a selection stays as long as the vaults that its recovery points are in',
  why: 'AWS Backup deletes recovery points, and moves them to cold storage, by the role that made them. If that is gone, points may stay as EXPIRED, and cost, until somebody deletes them by hand. A vault that is kept when its stack goes keeps such points.',
  severity: 'info',
  certainty: 'documented',
  source: guide('backup-iam'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { selection, powers } of backupRoles(context)) {
      const { role } = powers;
      const policy = known(role.deletionPolicy ?? 'Delete');
      if (policy === undefined || KEEPS.has(policy)) continue;
      const plan = context.planOf(selection);
      const kept = plan?.rules
        .flatMap((rule) => [rule.vault, rule.airGappedVault].map((vault) => context.vaultOf(vault, plan)))
        .find((vault) => vault && KEEPS.has(known(vault.deletionPolicy)));
      if (!kept) continue;
      yield {
        at: role,
        property: 'DeletionPolicy',
        says: `the role of ${selectionWords(selection)} goes with its stack, while vault '${known(kept.name) ?? kept.logicalId}' is kept, with points that only this role was to delete`,
        fix: 'set DeletionPolicy and UpdateReplacePolicy of the role to Retain as well',
      };
    }
  },
};
