import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import {
  restoreTestingOverrideKey,
  restoreTestingOverrideList,
  restoreTestingRequiredOverrides,
} from '../service/restore-overrides';
import { refuse, type ToldProblem } from './problems';
import type { RestoreTestingTarget } from './restore-testing-target';

/** Overrides before they are written as strings: lists and configurations become JSON. */
export interface OverrideTree {
  readonly [key: string]: string | readonly string[] | OverrideLeaves | undefined;
}

/** The overrides inside a configuration. */
export interface OverrideLeaves {
  readonly [key: string]: string | number | undefined;
}

/** Everything that is wrong with the overrides of a target. */
export function inspectOverrides({ _kind: kind, _typed, _raw }: RestoreTestingTarget): ToldProblem[] {
  const given = [...typedPaths(_typed), ...Object.keys(_raw).filter((key) => _raw[key])];
  const raw = Object.entries(_raw).filter(([key]) => !Token.isUnresolved(key));
  return [
    restoreTestingRequiredOverrides({ kind, given }),
    ...raw.map(([key]) => restoreTestingOverrideKey({ kind, key })),
    ...raw.map(([key, value]) => (Token.isUnresolved(value) ? undefined : restoreTestingOverrideList({ key, value }))),
  ].flatMap((problem) => (problem ? [{ problem, part: 'target' }] : []));
}

/** The overrides as AWS Backup takes them, all of them strings. */
export function renderOverrides(
  scope: IConstruct,
  { _typed, _raw }: RestoreTestingTarget,
): { [key: string]: string } | undefined {
  const typed = Object.entries(_typed).flatMap(([key, value]) => (hasValue(value) ? [[key, value] as const] : []));
  for (const [key] of typed) {
    const twice = Object.keys(_raw).find((other) => other.toLowerCase() === key.toLowerCase());
    if (twice)
      refuse(scope, 'OverrideTwice', `target: the override '${twice}' is given twice; leave it out of overrides`);
  }
  const stack = Stack.of(scope);
  const rendered = Object.fromEntries([
    ...typed.map(([key, value]) => [key, typeof value === 'string' ? value : stack.toJsonString(value)]),
    ...Object.entries(_raw),
  ]);
  return Object.keys(rendered).length > 0 ? rendered : undefined;
}

function typedPaths(tree: OverrideTree): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (!hasValue(value)) return [];
    if (typeof value === 'string' || isList(value)) return [key];
    return Object.keys(value).flatMap((inner) => (hasValue(value[inner]) ? [`${key}.${inner}`] : []));
  });
}

function isList(value: readonly string[] | OverrideLeaves): value is readonly string[] {
  return Array.isArray(value);
}

function hasValue<Value>(value: Value | undefined): value is Value {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}
