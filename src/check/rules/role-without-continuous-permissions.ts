import { guide } from '../../service/documentation';
import { CONTINUOUS } from '../../service/role/backup-statements';
import { actionsOf, backupRoles, namedTypes } from '../backup-roles';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { selectionWords } from '../named-kinds';
import { ruleWords } from '../points-in-vaults';
import { BACKUP_POLICY } from '../role-powers';

/** Roles of selections that may take snapshots of databases, and not switch continuous backup on. */
export const roleWithoutContinuousPermissions: CheckRule = {
  id: 'role-without-continuous-permissions',
  title: 'The role of a selection may change the databases that a rule backs up continuously',
  why: 'Continuous backup of a database is a setting of the database, which AWS Backup changes in the name of the role. Without the permission there is no point in time to go back to.',
  severity: 'error',
  certainty: 'documented',
  source: guide('security-iam-awsmanpol'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { selection, powers } of backupRoles(context)) {
      const plan = context.planOf(selection);
      const rule = plan?.rules.find(({ continuous }) => known(continuous) === true);
      if (!plan || !rule || !powers.isWhole || powers.has(BACKUP_POLICY)) continue;
      for (const [type, { named, kinds }] of namedTypes(context, selection)) {
        const actions = actionsOf(CONTINUOUS[type] ?? []);
        const isContinuous = actions.length > 0 && kinds.every(({ features }) => features.continuous === 'yes');
        if (!isContinuous || powers.mayDo(actions)) continue;
        yield {
          at: selection,
          property: named.path,
          says: `${ruleWords(rule, plan)} backs up continuously, for which the role of ${selectionWords(selection)} must change ${kinds.map(({ label }) => label).join(' or ')}, and may not: it lacks ${actions[0]}`,
          fix: `attach the managed policy service-role/${BACKUP_POLICY} to the role, or allow ${actions.join(' and ')}`,
        };
      }
    }
  },
};
