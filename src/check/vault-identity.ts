import type { VaultReference } from '../read/model';
import { isUnknown, type ResourceId, type Told } from '../read/told';
import type { CheckContext } from './context';

/** Whether two references of one resource lead to two vaults for certain. */
export function areDifferentVaults(
  context: CheckContext,
  one: VaultReference,
  other: VaultReference,
  from: ResourceId,
): boolean {
  const [a, b] = [context.vaultOf(one, from), context.vaultOf(other, from)];
  if (a && b) return a !== b;
  return differ(one.name, other.name) || differ(one.region, other.region) || differ(one.account, other.account);
}

/** Whether two references of one resource lead to one vault for certain. */
export function isSameVault(
  context: CheckContext,
  one: VaultReference,
  other: VaultReference,
  from: ResourceId,
): boolean {
  const [a, b] = [context.vaultOf(one, from), context.vaultOf(other, from)];
  if (a || b) return a === b;
  return (
    !isUnknown(one.name) && one.name === other.name && one.region === other.region && one.account === other.account
  );
}

function differ(one: Told<string> | undefined, other: Told<string> | undefined): boolean {
  return one !== undefined && other !== undefined && !isUnknown(one) && !isUnknown(other) && one !== other;
}
