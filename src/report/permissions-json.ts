import type { Permissions } from '../permit/permit';
import type { LeantOn } from '../read/assumptions/leaning';
import { visibleJson } from './visible';

/** Raised whenever a field changes its meaning or goes away; new fields may come at any time. */
const SCHEMA_VERSION = 1;

/** The JSON document of `strongroom permissions`. */
export interface Permitted extends Permissions {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  /** The assumptions that the model leans on. */
  readonly assumptions: readonly LeantOn[];
}

/** Says for a program what deploying takes. */
export function permissionsJson(permissions: Permissions, assumptions: readonly LeantOn[]): string {
  const permitted: Permitted = { schemaVersion: SCHEMA_VERSION, ...permissions, assumptions };
  return `${visibleJson(JSON.stringify(permitted, undefined, 2))}\n`;
}
