import type { BackupModel, Plan, RestoreTestingPlan, Rule } from '../read/model';
import { utc } from './schedule-times';
import { nextRuns, type Scheduled } from './schedule-words';
import { visibleJson } from './visible';

/** Raised whenever a field changes its meaning or goes away; new fields may come at any time. */
const SCHEMA_VERSION = 1;

/** The instants, in UTC, at which something runs next; absent where only deployment knows. */
interface NextRuns {
  readonly nextRuns?: readonly string[];
}

/** A rule, and when it runs next. */
interface DeclaredRule extends Rule, NextRuns {}

/** A plan of such rules. */
interface DeclaredPlan extends Plan {
  readonly rules: readonly DeclaredRule[];
}

/** A restore testing plan, and when it runs next. */
interface DeclaredTestingPlan extends RestoreTestingPlan, NextRuns {}

/** The JSON document of `strongroom show`: what was read, and when it runs next. */
export interface Declared extends BackupModel {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly plans: readonly DeclaredPlan[];
  readonly restoreTestingPlans: readonly DeclaredTestingPlan[];
}

/**
 * Says for a program what is declared.
 *
 * @param now the instant after which next runs are told, in milliseconds from 1970
 */
export function declaredJson(model: BackupModel, now: number): string {
  const declared: Declared = {
    schemaVersion: SCHEMA_VERSION,
    ...model,
    plans: model.plans.map((plan) => ({ ...plan, rules: plan.rules.map((rule) => withNextRuns(rule, now)) })),
    restoreTestingPlans: model.restoreTestingPlans.map((plan) => withNextRuns(plan, now)),
  };
  return `${visibleJson(JSON.stringify(declared, undefined, 2))}\n`;
}

function withNextRuns<Item extends Scheduled>(item: Item, now: number): Item & NextRuns {
  const runs = nextRuns(item, now);
  return runs ? { ...item, nextRuns: runs.map(utc) } : item;
}
