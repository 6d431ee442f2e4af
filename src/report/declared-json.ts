import type { BackupModel } from '../read/model';
import { visibleJson } from './visible';

/** Raised whenever a field changes its meaning or goes away; new fields may come at any time. */
const SCHEMA_VERSION = 1;

/** Says for a program what is declared. */
export function declaredJson(model: BackupModel): string {
  return `${visibleJson(JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...model }, undefined, 2))}\n`;
}
