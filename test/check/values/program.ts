import type { ValueRule } from '../../../src/service/value-rule';
import type { Around, Json } from '../rule-cases';

/** How a value of a rule stands in a template. */
export interface Program {
  readonly id: string;
  /** The resources of a template with the value. */
  readonly build: (value: unknown) => Json;
  readonly around?: Around;
  /** The values of the boundary that no template can say. */
  readonly unsayable?: (value: unknown) => boolean;
  readonly neverUnknown?: string;
}

interface Options<Value> {
  readonly around?: Around;
  readonly unsayable?: (value: Value) => boolean;
  readonly neverUnknown?: string;
}

/** The programs of a rule, by a value of it. */
export function program<Value>(
  rule: ValueRule<Value>,
  build: (value: Value) => Json,
  { around, unsayable, neverUnknown }: Options<Value> = {},
): Program {
  return {
    id: rule.facts.id,
    build: (value) => build(value as Value),
    ...(around && { around }),
    ...(unsayable && { unsayable: (value) => unsayable(value as Value) }),
    ...(neverUnknown !== undefined && { neverUnknown }),
  };
}

/** Why a program has no counterpart with an unknown value where a whole resource is one too many. */
export const RESOURCE = 'it is a whole resource that is too many';

/** A resource. */
export function resource(type: string, properties: object): Json {
  return {
    Type: type.includes('::') && type.split('::').length > 2 ? type : `AWS::Backup::${type}`,
    Properties: properties,
  };
}

/** So many of a kind. */
export function many<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** So many resources of a kind, by logical id. */
export function named(count: number, make: (index: number) => Json): Json {
  return Object.fromEntries(many(count, (index) => [`Item${index}`, make(index)]));
}

/** Text of a value, as parameters of controls have it. */
export function text(value: number): string {
  return String(value);
}

/** A plan with these rules, of which each has what it needs. */
export function plan(rules: readonly object[], others: object = {}): Json {
  const complete = rules.map((rule) => ({ RuleName: 'daily', TargetBackupVault: 'Default', ...rule }));
  return resource('BackupPlan', { BackupPlan: { BackupPlanName: 'nightly', BackupPlanRule: complete, ...others } });
}
