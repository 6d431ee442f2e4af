import type { CheckRule } from '../check-rule';
import { AUDIT_VALUES } from './audit';
import { ID_VALUES } from './ids';
import { PLAN_VALUES } from './plans';
import { RESTORE_OVERRIDE_VALUES } from './restore-overrides';
import { RESTORE_TESTING_VALUES } from './restore-testing';
import { ROLE_VALUES } from './roles';
import { RULE_VALUES } from './rules-of-plans';
import { SELECTION_VALUES } from './selections';
import { THIN_VALUES } from './thin';
import { VAULT_VALUES } from './vaults';

/** Every value rule of the service that a template can break, as a check of the same id. */
export const VALUE_CHECKS: readonly CheckRule[] = [
  ...VAULT_VALUES,
  ...ID_VALUES,
  ...PLAN_VALUES,
  ...RULE_VALUES,
  ...SELECTION_VALUES,
  ...ROLE_VALUES,
  ...RESTORE_TESTING_VALUES,
  ...RESTORE_OVERRIDE_VALUES,
  ...AUDIT_VALUES,
  ...THIN_VALUES,
];
