import type { Program } from '../program';
import { ATTACHMENTS } from './attachments';
import { COPIES } from './copies';
import { FLAGGED } from './flags';
import { IMPORTS } from './imports';
import { LOCKS } from './locks';
import { MIXTURES } from './mixtures';
import { NOTIFICATIONS } from './notifications';
import { NULLS } from './nulls';
import { OBJECTS } from './objects';
import { PLANS } from './plans';
import { POLICIES } from './policies';
import { RESOURCES } from './resources';
import { ROLES } from './roles';
import { RULES } from './rules';
import { SCHEDULES } from './schedules';
import { SCOPES } from './scopes';
import { SELECTIONS } from './selections';
import { VAULTS } from './vaults';

/** Every named program, by what it is about. */
export const PROGRAMS: Readonly<Record<string, readonly Program[]>> = {
  'vaults and their names': VAULTS,
  'vault access policies and grants': POLICIES,
  'vault locks': LOCKS,
  'vault notifications': NOTIFICATIONS,
  'plans and their names': PLANS,
  'rules: windows, lifecycles, tags, index actions': RULES,
  'rules: schedules and time zones': SCHEDULES,
  'copy actions': COPIES,
  'selections and their names': SELECTIONS,
  'selections of resources and constructs': RESOURCES,
  'roles of selections': ROLES,
  imports: IMPORTS,
  'stacks, nested stacks and stages': SCOPES,
  'tags, aspects, property injection and subclasses': ATTACHMENTS,
  'objects and what is done to them later': OBJECTS,
  'null for what is not there': NULLS,
  'feature flags': FLAGGED,
  'both libraries in one program': MIXTURES,
};
