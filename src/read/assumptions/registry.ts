import { ACCOUNT_SWITCHES, TABLES } from './about-accounts';
import { JOB_SWITCHES } from './about-jobs';
import { SELECTION_SWITCHES } from './about-selections';
import type { Assumption } from './assumption';
import { recordOf, type ShapeValue } from './shape';

/** The assumptions that are one value for everything. */
export const SWITCHES = { ...ACCOUNT_SWITCHES, ...SELECTION_SWITCHES, ...JOB_SWITCHES };

/** Every assumption, by its name. */
export const ASSUMPTIONS = { ...TABLES, ...SWITCHES };

/** The name of an assumption. */
export type AssumptionId = keyof typeof ASSUMPTIONS;

/** The name of an assumption that is one value for everything. */
export type SwitchId = keyof typeof SWITCHES;

/** What may be said of an assumption. */
export type AssumptionValue<Id extends AssumptionId> = ShapeValue<(typeof ASSUMPTIONS)[Id]['shape']>;

/** What is said of assumptions; the others hold by default. */
export type Said = { readonly [Id in AssumptionId]?: AssumptionValue<Id> };

/** A plan of which only the file of assumptions knows. */
export type PlanElsewhere = AssumptionValue<'plans-elsewhere'>[number];

/** The names of all assumptions, in the order of the documentation. */
export const ASSUMPTION_IDS = Object.keys(ASSUMPTIONS) as readonly AssumptionId[];

type Shapes = { readonly [Id in AssumptionId]: (typeof ASSUMPTIONS)[Id]['shape'] };

/** The file as a whole. */
export const FILE = recordOf(
  Object.fromEntries(ASSUMPTION_IDS.map((id) => [id, ASSUMPTIONS[id].shape])) as unknown as Shapes,
);

/** An assumption by its name, as far as words about it go. */
export function assumptionOf(id: AssumptionId): Assumption<unknown> {
  return ASSUMPTIONS[id];
}
