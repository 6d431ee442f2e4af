import {
  EVENT_RULE,
  KEY,
  KEY_ALIAS,
  ORGANIZATION_POLICY,
  SUBSCRIPTION,
  TOPIC,
  TOPIC_INLINE_POLICY,
  TOPIC_POLICY,
} from './around';
import { FRAMEWORK, LEGAL_HOLD, REPORT_PLAN, TIERING_CONFIGURATION } from './audit';
import { INLINE_POLICY, MANAGED_POLICY, ROLE, ROLE_POLICY } from './identity';
import type { TypePermissions } from './permission';
import { BACKUP_PLAN, BACKUP_SELECTION, RESTORE_TESTING_PLAN, RESTORE_TESTING_SELECTION } from './plans';
import { AIR_GAPPED_VAULT, BACKUP_VAULT } from './vaults';

/** What CloudFormation does, type by type, in the order of the statements that allow it. */
export const TYPE_PERMISSIONS: readonly TypePermissions[] = [
  BACKUP_VAULT,
  AIR_GAPPED_VAULT,
  BACKUP_PLAN,
  BACKUP_SELECTION,
  RESTORE_TESTING_PLAN,
  RESTORE_TESTING_SELECTION,
  FRAMEWORK,
  REPORT_PLAN,
  TIERING_CONFIGURATION,
  LEGAL_HOLD,
  ORGANIZATION_POLICY,
  ROLE,
  INLINE_POLICY,
  ROLE_POLICY,
  MANAGED_POLICY,
  KEY,
  KEY_ALIAS,
  TOPIC,
  SUBSCRIPTION,
  TOPIC_POLICY,
  TOPIC_INLINE_POLICY,
  EVENT_RULE,
];

const BY_TYPE: ReadonlyMap<string, TypePermissions> = new Map(TYPE_PERMISSIONS.map((entry) => [entry.type, entry]));

/** What CloudFormation does to the resources of a type; `undefined` where AWS publishes no list. */
export function permissionsOf(type: string): TypePermissions | undefined {
  return BY_TYPE.get(type);
}
