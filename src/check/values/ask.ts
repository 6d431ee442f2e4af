import type { BackupModel, Declaration, Part } from '../../read/model';
import { isUnknown, type Reference, type Told } from '../../read/told';
import { type Knowable, UNKNOWN } from '../../service/known';
import { type CheckContext, known } from '../context';
import type { FindValues, Judged } from '../from-value-rule';

/** The values of one property of some resources, where it is given and known. */
export function each<Item extends Declaration, Value extends string | number | boolean>(
  list: (model: BackupModel) => readonly Item[],
  property: string,
  valueIn: (item: Item) => Told<Value> | undefined,
): FindValues<Value> {
  return ({ model }) => list(model).flatMap((item) => judged(item, property, known(valueIn(item))));
}

/** How many parts of one kind some resources have. */
export function eachCount<Item extends Declaration>(
  list: (model: BackupModel) => readonly Item[],
  property: string,
  partsOf: (item: Item) => readonly Pick<Part, 'when'>[],
): FindValues<number> {
  return (context) =>
    list(context.model).flatMap((item) => judged(item, property, countOf(context, item, property, partsOf(item))));
}

/** A value and where it stands, if it is known. */
export function judged<Value>(
  at: Declaration,
  property: string,
  value: Value | undefined,
  told?: string,
): Judged<Value>[] {
  return value === undefined ? [] : [{ at, property, value, told }];
}

/**
 * How many parts there are for certain: those under a condition may not be there, though one of them may. `undefined`
 * where what looks empty was not read.
 */
export function countOf(
  context: CheckContext,
  at: Declaration,
  property: string,
  parts: readonly Pick<Part, 'when'>[],
): number | undefined {
  if (parts.length === 0) return context.isRead(at, property) ? 0 : undefined;
  return Math.max(1, parts.filter(({ when }) => when === undefined).length);
}

/** A value of a template for a rule of the service: absent only where it is so for certain. */
export function knowable<Value extends string | number | boolean>(
  context: CheckContext,
  at: Declaration,
  property: string,
  value: Told<Value> | undefined,
): Knowable<Value> | undefined {
  if (value === undefined) return context.isRead(at, property) ? undefined : UNKNOWN;
  return known(value) ?? UNKNOWN;
}

/** Texts of which every one is known; `undefined` where only deployment knows one of them. */
export function allKnown(texts: readonly Told<string>[]): string[] | undefined {
  return texts.some(isUnknown) ? undefined : texts.flatMap((text) => known(text) ?? []);
}

/** An ARN in so many words. */
export function textOf(reference: Reference | undefined): string | undefined {
  return typeof reference === 'string' ? reference : undefined;
}

/** The path of a property in a part of a resource, or in the resource itself. */
export function within({ path }: Part, property: string): string {
  return path === '' ? property : `${path}.${property}`;
}
