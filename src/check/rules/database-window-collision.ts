import type { Plan } from '../../read/model';
import type { DataResource } from '../../read/surroundings';
import { databaseWindow, isWithin } from '../../service/database-windows';
import { guide } from '../../service/documentation';
import { RESOURCE_KINDS, type ResourceKind } from '../../service/features';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { namedKinds } from '../named-kinds';
import { ruleWords } from '../points-in-vaults';
import { isContinuous, runsOfRule } from '../rule-times';
import { oftenWords } from '../time-words';

/** The databases that take no snapshot in their windows; Aurora does. */
const KINDS: ReadonlySet<ResourceKind> = new Set([
  RESOURCE_KINDS.documentDb,
  RESOURCE_KINDS.neptune,
  RESOURCE_KINDS.rdsCluster,
  RESOURCE_KINDS.rdsInstance,
  RESOURCE_KINDS.redshift,
]);
const WINDOWS = new Map([
  ['PreferredBackupWindow', 'backup window'],
  ['PreferredMaintenanceWindow', 'maintenance window'],
]);

/** Schedules that begin backups of databases in the windows of these. */
export const databaseWindowCollision: CheckRule = {
  id: 'database-window-collision',
  title: 'Backups of a database do not begin in its maintenance or backup window, nor in the hour before',
  why: 'Databases take no snapshot in these windows, nor in the hour before, so that jobs of AWS Backup which begin then fail. Aurora is exempt, and so is who backs up a database continuously as well.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('troubleshooting'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) yield* flaws(context, plan);
  },
};

function* flaws(context: CheckContext, plan: Plan): Iterable<Flaw> {
  if (plan.rules.some((rule) => isContinuous(context, { plan, rule }) !== false)) return;
  const databases = databasesOf(context, plan);
  if (databases.size === 0) return;
  for (const rule of plan.rules) {
    const runs = runsOfRule(context, { plan, rule });
    if (!runs || runs.at.length === 0) continue;
    for (const database of databases) {
      for (const { path, value, when } of database.settings) {
        const name = WINDOWS.get(path);
        const text = known(value);
        const window = name === undefined || text === undefined || when ? undefined : databaseWindow(text);
        const colliding = window ? runs.at.filter((instant) => isWithin(window, instant)).length : 0;
        if (colliding === 0) continue;
        const often = oftenWords(colliding, runs.at.length, runs.until - context.from);
        yield {
          at: plan,
          property: `${rule.path}.ScheduleExpression`,
          says: `${ruleWords(rule, plan)} begins ${often} in the ${name} ${text} (UTC) of database '${database.logicalId}', or in the hour before, when it takes no snapshots`,
          fix: 'move the schedule or the window, so that no run begins in the window or in the hour before',
        };
      }
    }
  }
}

/** The databases that a plan names, and from which nothing is taken out again. */
function databasesOf(context: CheckContext, plan: Plan): Set<DataResource> {
  const selections = context
    .selectionsOf(plan)
    .filter(({ conditions, notResources }) => conditions.length === 0 && notResources.length === 0);
  const named = selections.flatMap((selection) => namedKinds(context, selection));
  return new Set(
    named.flatMap(({ resource, kinds }) =>
      resource && !resource.cluster && kinds.every((kind) => KINDS.has(kind)) ? [resource] : [],
    ),
  );
}
