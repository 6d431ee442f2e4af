import { api, guide } from './documentation';
import { type ValueRule, valueRule } from './value-rule';

const NAME = /^[a-zA-Z][_a-zA-Z0-9]{0,255}$/;
const LONGEST_DESCRIPTION = 1024;
const CONTROLS = guide('controls-and-remediation');

/** What a control can be limited to. */
export type ScopeKind = 'a tag' | 'resource types' | 'a single resource';

/** The scopes that each control can be limited to. */
export const CONTROL_SCOPES = {
  BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN: ['a tag', 'resource types', 'a single resource'],
  BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK: ['a tag', 'a single resource'],
  BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED: ['a tag', 'a single resource'],
  BACKUP_RECOVERY_POINT_ENCRYPTED: ['a tag'],
  BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK: ['a tag'],
  BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION: ['a tag', 'resource types', 'a single resource'],
  BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT: ['a tag', 'resource types', 'a single resource'],
  BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK: ['a tag', 'resource types', 'a single resource'],
  BACKUP_LAST_RECOVERY_POINT_CREATED: ['a tag', 'resource types', 'a single resource'],
  RESTORE_TIME_FOR_RESOURCES_MEET_TARGET: ['a tag', 'resource types', 'a single resource'],
  RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT: ['resource types', 'a single resource'],
} as const satisfies Record<string, readonly ScopeKind[]>;

/** The name of a control, as AWS Backup spells it. */
export type ControlName = keyof typeof CONTROL_SCOPES;

/** A control and what it is limited to. */
export interface ScopedControl {
  readonly control: ControlName;
  readonly scope: ScopeKind;
}

/** A span of time that a control compares with. */
export interface ControlSpan {
  readonly value: number;
  readonly unit: 'hours' | 'days';
}

/** Names of frameworks. */
export const frameworkName = auditName('framework-name', 'framework', api('API_CreateFramework'));

/** Names of report plans. */
export const reportPlanName = auditName('report-plan-name', 'report plan', api('API_CreateReportPlan'));

/** What a framework says of itself. */
export const frameworkDescription = valueRule<string>(
  {
    id: 'framework-description',
    title: 'The description of a framework has at most 1024 characters',
    certainty: 'documented',
    source: api('API_CreateFramework'),
  },
  (text) => (text.length <= LONGEST_DESCRIPTION ? undefined : tooLong('framework', text)),
);

/** What a report plan says of itself. */
export const reportPlanDescription = valueRule<string>(
  {
    id: 'report-plan-description',
    title: 'The description of a report plan has 1 to 1024 characters, not all of them spaces',
    certainty: 'documented',
    source: api('API_CreateReportPlan'),
  },
  (text) => {
    if (text.length > LONGEST_DESCRIPTION) return tooLong('report plan', text);
    if (/\S/.test(text)) return undefined;
    return {
      says: `the description of a report plan must hold more than spaces, got '${text}'`,
      fix: 'describe the report, or leave the description out',
    };
  },
);

/** The controls of a framework; the quota is that of the account and Region. */
export const frameworkControls = valueRule<number>(
  {
    id: 'framework-controls',
    title: 'A framework has 1 to 50 controls',
    certainty: 'documented',
    source: guide('aws-backup-limits'),
  },
  (count) =>
    count >= 1 && count <= 50
      ? undefined
      : {
          says: `a framework must have 1 to 50 controls, as many as an account has in a Region, got ${count}`,
          fix:
            count < 1 ? 'add a control' : 'leave some out, or spread them over the accounts and Regions that need them',
        },
);

/** Not every control can be limited to everything. */
export const controlScope = valueRule<ScopedControl>(
  {
    id: 'control-scope',
    title: 'A control is limited to what it can be limited to: a tag, resource types or a single resource',
    certainty: 'documented',
    source: CONTROLS,
  },
  ({ control, scope }) => {
    const scopes: readonly ScopeKind[] = CONTROL_SCOPES[control];
    return scopes.includes(scope)
      ? undefined
      : {
          says: `${control} can be limited to ${scopes.join(' or ')}, got ${scope}`,
          fix: 'give such a scope, or leave the scope out',
        };
  },
);

/** The retention that recovery points or plans have to have. */
export const controlRetention = wholeNumber('control-retention', 'The retention that a control requires', 'days');

/** The time in which a restore has to be over. */
export const controlRestoreTime = wholeNumber(
  'control-restore-time',
  'The restore time that a control allows',
  'minutes',
);

/** How often a plan has to back up. */
export const controlFrequency = span({
  id: 'control-frequency',
  what: 'the frequency that a control requires',
  hours: [1, 24],
  days: [1, 31],
});

/** How old the latest recovery point may be. */
export const controlRecoveryPointAge = span({
  id: 'control-recovery-point-age',
  what: 'the age of the last recovery point that a control allows',
  hours: [1, 744],
  days: [1, 31],
});

/** How old the latest copy in a logically air-gapped vault may be. */
export const controlAirGappedAge = span({
  id: 'control-air-gapped-age',
  what: 'the age of the last copy in a logically air-gapped vault that a control allows',
  hours: [24, 2184],
  days: [1, 91],
});

/** The roles that may delete recovery points all the same. */
export const controlRoles = atMostFive('control-roles', 'roles');

/** The accounts in which copies are looked for. */
export const controlAccounts = atMostFive('control-accounts', 'accounts');

function auditName(id: string, noun: string, source: string): ValueRule<string> {
  return valueRule<string>(
    {
      id,
      title: `A ${noun} name is 1 to 256 letters, digits or underscores and begins with a letter`,
      certainty: 'documented',
      source,
    },
    (name) =>
      NAME.test(name)
        ? undefined
        : {
            says: `a ${noun} name must be 1 to 256 letters, digits or underscores and begin with a letter, got '${name}' (${name.length} characters)`,
            fix: `give the ${noun} such a name`,
          },
  );
}

function tooLong(noun: string, text: string): { readonly says: string; readonly fix: string } {
  return {
    says: `the description of a ${noun} must have at most ${LONGEST_DESCRIPTION} characters, got ${text.length}`,
    fix: 'shorten the description',
  };
}

function wholeNumber(id: string, what: string, unit: string): ValueRule<number> {
  return valueRule<number>(
    { id, title: `${what} is a whole number of ${unit}, at least 1`, certainty: 'documented', source: CONTROLS },
    (value) =>
      Number.isInteger(value) && value >= 1
        ? undefined
        : {
            says: `${lowered(what)} must be a whole number of ${unit}, at least 1, got ${value} ${unit}`,
            fix: `give whole ${unit}, 1 or more`,
          },
  );
}

interface SpanFacts {
  readonly id: string;
  readonly what: string;
  readonly hours: readonly [number, number];
  readonly days: readonly [number, number];
}

function span({ id, what, hours, days }: SpanFacts): ValueRule<ControlSpan> {
  const allowed = `${hours.join(' to ')} whole hours or ${days.join(' to ')} whole days`;
  return valueRule<ControlSpan>(
    {
      id,
      title: `${what.charAt(0).toUpperCase()}${what.slice(1)} is ${allowed}`,
      certainty: 'documented',
      source: CONTROLS,
    },
    ({ value, unit }) => {
      const [least, most] = unit === 'hours' ? hours : days;
      return Number.isInteger(value) && value >= least && value <= most
        ? undefined
        : { says: `${what} must be ${allowed}, got ${value} ${unit}`, fix: 'give a time in that range' };
    },
  );
}

function atMostFive(id: string, noun: string): ValueRule<number> {
  return valueRule<number>(
    { id, title: `A control takes at most 5 ${noun}`, certainty: 'documented', source: CONTROLS },
    (count) =>
      count <= 5 ? undefined : { says: `a control takes at most 5 ${noun}, got ${count}`, fix: 'leave some out' },
  );
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
