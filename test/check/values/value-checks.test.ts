import { describe, expect, test } from 'vitest';
import { VALUE_CHECKS } from '../../../src/check/values/value-checks';
import { BOUNDARIES } from '../../service/boundaries/all';
import { findingsOf, type Json, LEFT_OUT, testRule } from '../rule-cases';
import type { Program } from './program';
import { AUDIT_PROGRAMS } from './programs/audit';
import { PLAN_PROGRAMS } from './programs/plans';
import { RESTORE_TESTING_PROGRAMS } from './programs/restore-testing';
import { SELECTION_PROGRAMS } from './programs/selections';
import { VAULT_PROGRAMS } from './programs/vaults';

const PROGRAMS: readonly Program[] = [
  ...VAULT_PROGRAMS,
  ...PLAN_PROGRAMS,
  ...SELECTION_PROGRAMS,
  ...RESTORE_TESTING_PROGRAMS,
  ...AUDIT_PROGRAMS,
];

const POLICIES = 'the policies of AWS Organizations are not read yet';

/** The value rules that no template can break, or none that is read, each with the reason. */
const EXCUSED: Readonly<Record<string, string>> = {
  'existing-vault-name':
    'a template imports no vaults; the names that its rules use are those of destination-vault-name',
  'report-bucket-account': 'the name of a bucket tells no account, and no reference reaches into another account',
  'policy-name': POLICIES,
  'policy-description': POLICIES,
  'policy-length': POLICIES,
  'policy-target': POLICIES,
  'policy-regions': POLICIES,
  'policy-selections': POLICIES,
  'policy-key': POLICIES,
  'policy-timezone': POLICIES,
  'policy-scan-types': POLICIES,
  'policy-role-name': POLICIES,
};

/** The right programs, where no right value of the boundary differs from a wrong one in one place. */
const NEAREST: Readonly<Record<string, Change>> = {
  'distinct-rule-names': {
    at: ['Plan', 'Properties', 'BackupPlan', 'BackupPlanRule', 2, 'RuleName'],
    right: 'Monthly',
  },
  'continuous-cold-storage': {
    at: ['Plan', 'Properties', 'BackupPlan', 'BackupPlanRule', 0, 'Lifecycle', 'MoveToColdStorageAfterDays'],
    right: LEFT_OUT,
  },
  'legal-hold-selection': {
    at: ['Hold', 'Properties', 'RecoveryPointSelection', 'ResourceIdentifiers'],
    right: LEFT_OUT,
  },
  'restore-testing-override-key': {
    at: ['Selection', 'Properties', 'RestoreMetadataOverrides'],
    right: { subnetId: 'value' },
  },
};

describe('the value rules', () => {
  test('are each a check on templates, or excused', () => {
    const checked = [...VALUE_CHECKS.map(({ id }) => id), ...Object.keys(EXCUSED)];
    expect(checked.sort()).toEqual(BOUNDARIES.map(({ facts }) => facts.id).sort());
  });

  test('have a program each, where they are checks', () => {
    expect(PROGRAMS.map(({ id }) => id).sort()).toEqual(VALUE_CHECKS.map(({ id }) => id).sort());
  });

  test('are checks of the facts of the rule, and errors only where it is documented', () => {
    for (const { id, title, certainty, source, severity, scope, why } of VALUE_CHECKS) {
      expect(boundaryOf(id).facts).toEqual({ id, title, certainty, source });
      expect(severity).toBe(certainty === 'documented' ? 'error' : 'warning');
      expect(scope).toBe('resource');
      expect(why).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('are told where they are broken', async () => {
    const lines = VALUE_CHECKS.flatMap((rule) => {
      const { build, around } = programOf(rule.id);
      return sayable(rule.id, 'wrongs').flatMap((value) =>
        findingsOf(rule, { Resources: build(value) }, around).map(
          ({ logicalId, property = '-', message }) =>
            `${rule.id} ${logicalId} ${property}\n  ${message.slice(0, 300)}\n`,
        ),
      );
    });
    await expect(lines.join('')).toMatchFileSnapshot('../../golden/value-checks.txt');
  });
});

describe.each(VALUE_CHECKS.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { build, around } = programOf(id);
  const messages = (value: unknown) => findingsOf(rule, { Resources: build(value) }, around);

  test('finds each wrong value of the boundary', () => {
    for (const value of sayable(id, 'wrongs')) expect([value, messages(value)]).toMatchObject([value, [{ rule: id }]]);
  });

  test('leaves each right value alone', () => {
    for (const value of sayable(id, 'rights')) expect([value, messages(value)]).toEqual([value, []]);
  });
});

for (const rule of VALUE_CHECKS) {
  const { around, neverUnknown } = programOf(rule.id);
  const { wrong, at, right } = exampleOf(rule.id);
  testRule(rule, [
    {
      title: 'an example',
      wrong,
      at: ['Resources', ...at],
      right,
      finds: { says: /\S/ },
      ...(around && { around }),
      ...(neverUnknown !== undefined && { neverUnknown }),
    },
  ]);
}

interface Change {
  readonly at: readonly (string | number)[];
  readonly right: unknown;
}

/** A wrong program, the first of the boundary if it can be, and the last right one that differs in one place. */
function exampleOf(id: string): Change & { readonly wrong: Json } {
  const { build } = programOf(id);
  const wrongs = sayable(id, 'wrongs').map(build);
  const rights = sayable(id, 'rights').map(build).reverse();
  for (const wrong of wrongs) {
    const change =
      NEAREST[id] ?? rights.map((right) => changeBetween(wrong, right)).find((found) => found !== undefined);
    if (change) return { wrong, ...change };
  }
  throw new Error(`no right value of ${id} differs in one place from a wrong one`);
}

/** The one place in which two values differ; `undefined` where there are more. */
function changeBetween(wrong: unknown, right: unknown, at: readonly (string | number)[] = []): Change | undefined {
  if (!isObject(wrong) || !isObject(right)) return { at, right };
  const isList = Array.isArray(wrong) || Array.isArray(right);
  const keys = [...new Set([...Object.keys(wrong), ...Object.keys(right)])];
  const others = keys.filter((key) => JSON.stringify(wrong[key]) !== JSON.stringify(right[key]));
  if (isList && Object.keys(wrong).length !== Object.keys(right).length) return { at, right };
  const [key, ...more] = others;
  if (key === undefined || more.length > 0) return undefined;
  const step = isList ? Number(key) : key;
  if (!(key in right)) return { at: [...at, step], right: LEFT_OUT };
  return changeBetween(wrong[key], right[key], [...at, step]);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function boundaryOf(id: string) {
  const boundary = BOUNDARIES.find(({ facts }) => facts.id === id);
  if (!boundary) throw new Error(`there is no value rule ${id}`);
  return boundary;
}

function programOf(id: string): Program {
  const program = PROGRAMS.find((candidate) => candidate.id === id);
  if (!program) throw new Error(`there is no program for ${id}`);
  return program;
}

/** The values of the boundary that a template can say. */
function sayable(id: string, side: 'rights' | 'wrongs'): unknown[] {
  const { unsayable } = programOf(id);
  return boundaryOf(id)[side].filter((value) => !unsayable?.(value));
}
