import { BACKUP_JOB_ERRORS } from './backup-job-errors';
import type { ErrorFamily } from './cause';
import { COPY_ERRORS } from './copy-errors';
import { DEPLOYMENT_ERRORS } from './deployment-errors';
import { ORGANIZATION_ERRORS } from './organization-errors';
import { PLAN_ERRORS } from './plan-errors';
import { RESTORE_ERRORS } from './restore-errors';
import { SELECTION_ERRORS } from './selection-errors';
import { VAULT_ERRORS } from './vault-errors';
import { VIRTUAL_MACHINE_ERRORS } from './virtual-machine-errors';
import { VSS_ERRORS } from './vss-errors';

/** All causes that are known by the words of an error. */
export const ERROR_FAMILIES: readonly ErrorFamily[] = [
  VAULT_ERRORS,
  PLAN_ERRORS,
  SELECTION_ERRORS,
  BACKUP_JOB_ERRORS,
  COPY_ERRORS,
  RESTORE_ERRORS,
  VSS_ERRORS,
  VIRTUAL_MACHINE_ERRORS,
  ORGANIZATION_ERRORS,
  DEPLOYMENT_ERRORS,
];
