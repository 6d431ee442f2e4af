import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check';
import type { CheckRule, Flaw } from '../../src/check/check-rule';
import type { CheckContext } from '../../src/check/context';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import type { Declaration } from '../../src/read/model';
import { readStacks } from '../read/stacks';

const PLACE = '111122223333/eu-central-1';
const MODEL = readStacks({ Zebra: [PLACE, { Resources: {} }], Ant: [PLACE, { Resources: {} }] });

const at = (stack: string, logicalId: string, more: Partial<Declaration> = {}): Declaration => ({
  stack,
  logicalId,
  type: 'AWS::Backup::BackupVault',
  ...more,
});
const flaw = (more: Partial<Flaw> = {}): Flaw => ({ says: 'it is wrong', fix: 'mend it', ...more });

/** A rule that finds these flaws, whatever it looks at. */
function finding(id: string, severity: CheckRule['severity'], flaws: readonly Flaw[]): CheckRule {
  const rest = {
    title: '',
    why: '',
    certainty: 'documented',
    source: 'https://example.com/',
    scope: 'resource',
  } as const;
  return { id, severity, ...rest, inspect: () => flaws };
}

const checked = (rules: readonly CheckRule[], model = MODEL) =>
  check(model, { assumptions: Assumptions.DEFAULT, from: 0, rules });

describe('findings', () => {
  test('come by stack as the app has them, the gravest first, then by resource, property and rule', () => {
    const rules = [
      finding('whole-app', 'error', [flaw()]),
      finding('minor', 'info', [flaw({ at: at('Zebra', 'A') })]),
      finding('second', 'error', [flaw({ at: at('Zebra', 'A'), property: 'P' }), flaw({ at: at('Ant', 'A') })]),
      finding('first', 'error', [
        flaw({ at: at('Zebra', 'B') }),
        flaw({ at: at('Zebra', 'A'), property: 'Q' }),
        flaw({ at: at('Zebra', 'A'), property: 'P' }),
        flaw({ at: at('Zebra', 'A') }),
      ]),
      finding('graver', 'warning', [flaw({ at: at('Zebra', 'B'), severity: 'error' }), flaw({ at: at('Ant', 'A') })]),
    ];
    const lines = checked(rules).findings.map(({ stack, severity, logicalId, property, rule }) =>
      [stack ?? 'all', severity, logicalId ?? '-', property ?? '-', rule].join(' '),
    );
    expect(lines).toEqual([
      'Zebra error A - first',
      'Zebra error A P first',
      'Zebra error A P second',
      'Zebra error A Q first',
      'Zebra error B - first',
      'Zebra error B - graver',
      'Zebra info A - minor',
      'Ant error A - second',
      'Ant warning A - graver',
      'all error - - whole-app',
    ]);
  });

  test('are told once each', () => {
    const twice = [flaw({ at: at('Ant', 'A') }), flaw({ at: at('Ant', 'A') })];
    const others = [flaw({ at: at('Ant', 'B') }), flaw({ at: at('Ant', 'A'), says: 'it is otherwise wrong' })];
    expect(checked([finding('a', 'error', [...twice, ...others])]).findings).toHaveLength(3);
  });

  test('do not run together: what one ends with is not what the next begins with', () => {
    const flaws = [flaw({ at: at('Ant', 'A'), property: 'BC' }), flaw({ at: at('Ant', 'AB'), property: 'C' })];
    expect(checked([finding('a', 'error', flaws)]).findings).toHaveLength(2);
  });

  test('have what the resource tells, and no more', () => {
    const program = { file: 'app.ts', line: 7 };
    const known = flaw({ at: at('Ant', 'A', { constructPath: 'Ant/A/Resource', program }), property: 'Name' });
    const findings = checked([finding('a', 'info', [known, flaw({ at: at('Ant', 'B'), property: '' }), flaw()])]);
    const same = {
      rule: 'a',
      severity: 'info',
      message: 'it is wrong',
      fix: 'mend it',
      source: 'https://example.com/',
    };
    expect(findings.findings.map((found) => ({ ...found }))).toStrictEqual([
      { ...same, stack: 'Ant', logicalId: 'A', constructPath: 'Ant/A/Resource', program, property: 'Name' },
      { ...same, stack: 'Ant', logicalId: 'B' },
      same,
    ]);
  });
});

describe('what is acknowledged', () => {
  const acknowledged = [
    { rule: 'other', reason: 'for another reason' },
    { rule: 'a', reason: 'it is only a test' },
  ];

  test('is told apart from the findings, and does not count', () => {
    const flaws = [flaw({ at: at('Ant', 'A', { acknowledged }) }), flaw({ at: at('Ant', 'B') })];
    const result = checked([finding('a', 'warning', flaws), finding('b', 'error', flaws)]);
    expect(result.findings.map(({ rule, logicalId }) => [rule, logicalId])).toEqual([
      ['b', 'A'],
      ['b', 'B'],
      ['a', 'B'],
    ]);
    expect(result.acknowledged).toMatchObject([{ rule: 'a', logicalId: 'A', reason: 'it is only a test' }]);
    expect(result.summary).toEqual({ error: 2, warning: 1, info: 0 });
  });

  test('of the whole app is what any stack acknowledges', () => {
    const [zebra, ant] = MODEL.stacks;
    if (!zebra || !ant) throw new Error('there are two stacks');
    const model = { ...MODEL, stacks: [zebra, { ...ant, acknowledged }] };
    const result = checked([finding('a', 'error', [flaw()]), finding('b', 'info', [flaw()])], model);
    expect(result.acknowledged.map(({ rule }) => rule)).toEqual(['a']);
    expect(result.summary).toEqual({ error: 0, warning: 0, info: 1 });
  });
});

test('The assumptions are those of reading and those of the rules, each once.', () => {
  const asking: CheckRule = {
    ...finding('a', 'info', []),
    inspect({ leaning }: CheckContext) {
      leaning.value('shared-environment');
      return [];
    },
  };
  const read = { assumption: 'parameters', about: 'Stage of Ant', value: "'prod'", from: 'file' } as const;
  const leant = { assumption: 'shared-environment', value: 'true', from: 'default' } as const;
  expect(checked([asking], { ...MODEL, assumptions: [read, leant] }).assumptions).toEqual([read, leant]);
});
