import type { Control, Declaration, Framework, Vault } from '../../read/model';
import type { LockBounds } from '../../service/lock';
import { type CheckContext, known } from '../context';
import type { Judged } from '../from-value-rule';
import { judged, within } from './ask';
import { controlWords, numberIn, parameterOf } from './control-parameters';

/** The bounds of a lock, as a vault has them or as a control asks for them. */
interface Bounds {
  readonly at: Declaration;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly minProperty: string;
  readonly maxProperty: string;
  readonly told?: string;
}

/** The shortest retentions that locks let in. */
export function lockMinima(context: CheckContext): Judged<number>[] {
  return boundsOfLocks(context).flatMap(({ at, minProperty, min, told }) => judged(at, minProperty, min, told));
}

/** The longest retentions that locks let in. */
export function lockMaxima(context: CheckContext): Judged<number>[] {
  return boundsOfLocks(context).flatMap(({ at, maxProperty, max, told }) => judged(at, maxProperty, max, told));
}

/** The bounds of locks that have both. */
export function lockOrders(context: CheckContext): Judged<LockBounds>[] {
  return boundsOfLocks(context).flatMap(both);
}

/** The bounds of logically air-gapped vaults that have both. */
export function airGappedOrders({ model }: CheckContext): Judged<LockBounds>[] {
  return model.vaults.filter(isAirGapped).flatMap(boundsOf).flatMap(both);
}

/** Whether a vault is logically air-gapped, so that its bounds are those of its own kind. */
export function isAirGapped({ kind }: Vault): boolean {
  return kind === 'logicallyAirGapped';
}

function boundsOfLocks({ model }: CheckContext): Bounds[] {
  return [
    ...model.vaults.filter((vault) => !isAirGapped(vault)).flatMap(boundsOf),
    ...model.frameworks.flatMap((framework) => framework.controls.flatMap((control) => askedFor(framework, control))),
  ];
}

function boundsOf(vault: Vault): Bounds[] {
  const { lock } = vault;
  if (!lock) return [];
  return [
    {
      at: vault,
      min: known(lock.minRetentionDays),
      max: known(lock.maxRetentionDays),
      minProperty: within(lock, 'MinRetentionDays'),
      maxProperty: within(lock, 'MaxRetentionDays'),
    },
  ];
}

function askedFor(at: Framework, control: Control): Bounds[] {
  if (known(control.name) !== 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK') return [];
  const property = within(control, 'ControlInputParameters');
  return [
    {
      at,
      min: numberIn(parameterOf(control, 'minRetentionDays')),
      max: numberIn(parameterOf(control, 'maxRetentionDays')),
      minProperty: property,
      maxProperty: property,
      told: controlWords(control),
    },
  ];
}

function both({ at, min, max, maxProperty, told }: Bounds): Judged<LockBounds>[] {
  if (min === undefined || max === undefined) return [];
  return judged(at, maxProperty, { minRetentionDays: min, maxRetentionDays: max }, told);
}
