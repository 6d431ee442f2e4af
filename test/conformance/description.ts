/**
 * A whole program as plain data: what a generator makes, an interpreter builds through either library, and an oracle
 * judges. Nothing here knows the libraries.
 */
export interface Description {
  readonly place: Place;
  /** Whether the stacks know their account and Region. */
  readonly known: boolean;
  readonly flags: readonly string[];
  readonly vault: VaultChoice;
  readonly plan: PlanDescription;
  readonly selections: readonly SelectionDescription[];
}

/** Where the plan and its selections stand. */
export type Place = 'stack' | 'nested' | 'stage' | 'nested in stage';

/** Where something that the plan refers to stands: beside it, in another stack, or in a stack nested beside it. */
export type Beside = 'here' | 'other stack' | 'nested stack';

/** A text that is known, comes from a parameter, or is known at the end of synthesis. */
export type Text = string | { readonly parameter: string } | { readonly lazy: string };

export interface Span {
  readonly unit: 'days' | 'hours' | 'minutes';
  /** Absent where only deployment knows it. */
  readonly amount?: number;
}

export type VaultChoice =
  | { readonly kind: 'made by the plan' }
  | { readonly kind: 'low-level' }
  | { readonly kind: 'imported by name'; readonly name: Text }
  | { readonly kind: 'imported by ARN'; readonly arn: Text }
  | VaultDescription;

export interface VaultDescription {
  readonly kind: 'declared';
  readonly beside: Beside;
  readonly name?: Text;
  readonly key?: 'declared' | 'imported';
  readonly topic?: TopicDescription;
  /** Indexes into the events, so that every event is as likely. */
  readonly events?: readonly number[];
  readonly lock?: { readonly min: Span; readonly max?: Span; readonly grace?: Span };
  /** Statements of the policy that the vault is given, each by its actions. */
  readonly policy?: readonly Text[][];
  readonly added: readonly Text[][];
  readonly blocked: number;
  readonly granted?: readonly Text[];
  readonly removal?: 'destroy' | 'retain' | 'retain-on-update-or-delete';
}

export interface TopicDescription {
  readonly beside: Beside;
  readonly kind: 'standard' | 'encrypted' | 'fifo' | 'imported' | 'imported from another account';
}

export interface PlanDescription {
  readonly id: string;
  readonly name?: Text;
  readonly windowsVss?: boolean;
  readonly rules: readonly RuleDescription[];
  /** How many of the rules, from the end, are added after the plan was made. */
  readonly later: number;
}

export type ReadyMade = 'daily' | 'weekly' | 'monthly1Year' | 'monthly5Year' | 'monthly7Year';

export type RuleDescription = { readonly ready: ReadyMade; readonly ownVault: boolean } | WrittenRule;

export interface WrittenRule extends Lifecycle {
  readonly name?: Text;
  readonly schedule?: Text;
  readonly timezone?: Text;
  readonly start?: Span;
  readonly completion?: Span;
  readonly continuous?: boolean;
  readonly copies?: readonly CopyDescription[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly index?: readonly (readonly ('S3' | 'EBS')[])[];
  readonly ownVault: boolean;
}

export interface Lifecycle {
  readonly remove?: Span;
  readonly cold?: Span;
}

export interface CopyDescription extends Lifecycle {
  readonly to: 'declared' | 'imported' | 'other Region';
}

export interface SelectionDescription {
  readonly id: string;
  readonly name?: Text;
  readonly role: 'made' | 'declared' | 'other stack' | 'imported' | 'imported for good' | 'imported by parameter';
  readonly withoutPolicy: boolean;
  readonly restores: boolean;
  /** Whether the selection is made apart from its plan. */
  readonly apart: boolean;
  readonly resources: readonly ResourceDescription[];
}

export type ResourceDescription =
  | { readonly kind: 'tag'; readonly key: Text; readonly value: Text; readonly operation?: 'STRING_EQUALS' | 'DUMMY' }
  | { readonly kind: 'arn'; readonly arn: Text }
  | { readonly kind: 'table' | 'files' | 'instance' | 'cluster'; readonly beside: Beside }
  /** A scope with resources that are collected, or with none of these. */
  | { readonly kind: 'construct'; readonly holds: 'plenty' | 'nothing'; readonly beside: Beside };

export function isWritten(rule: RuleDescription): rule is WrittenRule {
  return !('ready' in rule);
}

/** What a description makes use of: the generator has to make each often enough. */
export function featuresOf(description: Description): ReadonlySet<string> {
  const { place, known, vault, plan, selections, flags } = description;
  const written = plan.rules.filter(isWritten);
  const declared = vault.kind === 'declared' ? vault : undefined;
  const text = JSON.stringify(description);
  const features: Record<string, boolean> = {
    [`place: ${place}`]: true,
    [`vault: ${vault.kind}`]: true,
    'known environment': known,
    'feature flags': flags.length > 0,
    'vault elsewhere': declared !== undefined && declared.beside !== 'here',
    key: declared?.key !== undefined,
    topic: declared?.topic !== undefined,
    'chosen events': declared?.topic !== undefined && declared.events !== undefined,
    lock: declared?.lock !== undefined,
    'compliance lock': declared?.lock?.grace !== undefined,
    policy: (declared?.policy ?? []).length + (declared?.added ?? []).length > 0,
    'blocked deletion': (declared?.blocked ?? 0) > 0,
    grant: declared?.granted !== undefined,
    'removal policy': declared?.removal !== undefined,
    'ready-made rule': plan.rules.length > written.length,
    'written rule': written.length > 0,
    'rule added later': plan.later > 0,
    schedule: written.some(({ schedule }) => schedule !== undefined),
    'time zone': written.some(({ timezone }) => timezone !== undefined),
    windows: written.some(({ start, completion }) => start !== undefined && completion !== undefined),
    'cold storage': written.some(({ cold }) => cold !== undefined),
    'continuous backup': written.some(({ continuous }) => continuous === true),
    copies: written.some(({ copies }) => (copies ?? []).length > 0),
    'copy to another Region': written.some(({ copies }) => copies?.some(({ to }) => to === 'other Region')),
    'recovery point tags': written.some(({ tags }) => tags !== undefined),
    'index actions': written.some(({ index }) => (index ?? []).length > 0),
    'own vault of a rule': plan.rules.some(({ ownVault }) => ownVault),
    'Windows VSS': plan.windowsVss === true,
    selection: selections.length > 0,
    'two selections': selections.length > 1,
    'imported role': selections.some(({ role }) => role.startsWith('imported')),
    'role of another stack': selections.some(({ role }) => role === 'other stack'),
    restores: selections.some(({ restores }) => restores),
    'collected construct': selections.some(({ resources }) => resources.some(({ kind }) => kind === 'construct')),
    'resource elsewhere': selections.some(({ resources }) =>
      resources.some((resource) => 'beside' in resource && resource.beside !== 'here'),
    ),
    'parameter or lazy text': text.includes('"parameter"') || text.includes('"lazy"'),
    'number that only deployment knows': /"unit":"\w+"}/.test(text),
  };
  return new Set(Object.keys(features).filter((feature) => features[feature]));
}
