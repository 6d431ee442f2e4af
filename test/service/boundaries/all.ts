import { AUDIT } from './audit';
import { BASELINE } from './baseline';
import type { Boundary } from './boundary';
import { CORE } from './core';
import { ORGANIZATIONS } from './organizations';
import { PLANS } from './plans';
import { RESTORE_TESTING } from './restore-testing';
import { SELECTIONS } from './selections';
import { THIN } from './thin';
import { VAULTS } from './vaults';

/** Every boundary, in the order of the documentation. */
export const BOUNDARIES: readonly Boundary[] = [
  ...CORE,
  ...PLANS,
  ...ORGANIZATIONS,
  ...SELECTIONS,
  ...VAULTS,
  ...RESTORE_TESTING,
  ...AUDIT,
  ...THIN,
  ...BASELINE,
];
