import type { BackupModel } from '../read/model';
import { utc } from './schedule-times';
import { nextRuns, type Scheduled } from './schedule-words';
import { visibleJson } from './visible';

/** Raised whenever a field changes its meaning or goes away; new fields may come at any time. */
const SCHEMA_VERSION = 1;

/**
 * Says for a program what is declared.
 *
 * @param now the instant after which next runs are told, in milliseconds from 1970
 */
export function declaredJson(model: BackupModel, now: number): string {
  const declared = {
    schemaVersion: SCHEMA_VERSION,
    ...model,
    plans: model.plans.map((plan) => ({ ...plan, rules: plan.rules.map((rule) => withNextRuns(rule, now)) })),
    restoreTestingPlans: model.restoreTestingPlans.map((plan) => withNextRuns(plan, now)),
  };
  return `${visibleJson(JSON.stringify(declared, undefined, 2))}\n`;
}

function withNextRuns<Item extends Scheduled>(item: Item, now: number): Item & { readonly nextRuns?: string[] } {
  const runs = nextRuns(item, now);
  return runs ? { ...item, nextRuns: runs.map(utc) } : item;
}
