import type { Section } from './fact';
import { COST, INTERFACE } from './sections/around';
import { CONTINUOUS, COPIES } from './sections/continuous';
import { LIFECYCLES } from './sections/lifecycles';
import { NAMES } from './sections/names';
import { OPTIONS, QUOTAS } from './sections/options';
import { ORGANIZATIONS } from './sections/organizations';
import { PERMISSIONS } from './sections/permissions';
import { AUDIT, FEATURES, OBJECTIVES, RESTORE_TESTING } from './sections/proof';
import { SCHEDULES } from './sections/schedules';
import { SELECTIONS } from './sections/selections';
import { TYPES } from './sections/types';
import { AIR_GAPPED, LOCKS, NOTIFICATIONS } from './sections/vaults';
import { OVERLAPS, WINDOWS } from './sections/windows';

/** Every fact about AWS Backup that this library goes by, in the order of the documentation. */
export const SECTIONS: readonly Section[] = [
  TYPES,
  NAMES,
  SCHEDULES,
  WINDOWS,
  OVERLAPS,
  LIFECYCLES,
  CONTINUOUS,
  COPIES,
  LOCKS,
  AIR_GAPPED,
  NOTIFICATIONS,
  SELECTIONS,
  OPTIONS,
  QUOTAS,
  RESTORE_TESTING,
  AUDIT,
  FEATURES,
  OBJECTIVES,
  PERMISSIONS,
  ORGANIZATIONS,
  COST,
  INTERFACE,
];

/** Checks that no fact about AWS Backup is behind, and why they are there. */
export const CHECKS_WITHOUT_FACT: Readonly<Record<string, string>> = {
  'default-vault':
    'AWS takes the default vault; that it has neither lock nor policy of its own is a matter of good practice',
  'distinct-rule-names': 'AWS asks for no names of their own; rules of one name cannot be told apart by people',
  'no-vault-locked': 'AWS asks for no lock; that nobody can delete a backup is a matter of good practice',
  'resource-selected-twice': 'what AWS does with a resource that is named twice is documented nowhere',
};
