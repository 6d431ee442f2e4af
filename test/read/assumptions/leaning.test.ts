import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Assumptions } from '../../../src/read/assumptions/assumptions';
import type { Environment } from '../../../src/read/assumptions/by-place';
import { parseAssumptions } from '../../../src/read/assumptions/parse';
import { SWITCHES, type SwitchId } from '../../../src/read/assumptions/registry';

const FRANKFURT: Environment = { account: '111122223333', region: 'eu-central-1' };

function leaningOn(file: unknown, strict = false) {
  return parseAssumptions('a.yaml', file, strict).leaning();
}

describe('where a file says nothing', () => {
  test('every assumption is its default, and says so', () => {
    const leaning = Assumptions.DEFAULT.leaning();
    expect(leaning.optIn('S3', FRANKFURT)).toBe(true);
    expect(leaning.advancedDynamoDb({})).toBe(true);
    expect(leaning.stackTags({ name: 'App', template: 'app.json' })).toEqual(new Map());
    expect(leaning.plansElsewhere({ region: 'eu-west-1' })).toEqual([]);
    expect(leaning.answers).toEqual([
      { assumption: 'opt-in', about: 'S3 in eu-central-1 of account 111122223333', value: 'on', from: 'default' },
      {
        assumption: 'dynamodb-advanced-features',
        about: 'in a Region that is not known',
        value: 'on',
        from: 'default',
      },
      { assumption: 'stack-tags', about: 'App', value: 'none', from: 'default' },
      { assumption: 'plans-elsewhere', about: 'in eu-west-1', value: 'none', from: 'default' },
    ]);
  });

  test.each(Object.keys(SWITCHES) as SwitchId[])('%s has its default, and with --strict none', (id) => {
    const leaning = Assumptions.DEFAULT.leaning();
    expect(leaning.value(id)).toBe(SWITCHES[id].value);
    expect(leaning.answers).toEqual([{ assumption: id, value: SWITCHES[id].standard, from: 'default' }]);
    const strict = leaningOn({}, true);
    expect(strict.value(id)).toBeUndefined();
    expect(strict.answers).toEqual([{ assumption: id, value: 'unknown', from: 'strict' }]);
  });

  test('with --strict nothing is known', () => {
    const leaning = leaningOn({}, true);
    expect(leaning.optIn('S3', FRANKFURT)).toBeUndefined();
    expect(leaning.advancedDynamoDb(FRANKFURT)).toBeUndefined();
    expect(leaning.stackTags({ name: 'App', template: 'app.json' })).toBeUndefined();
    expect(leaning.plansElsewhere(FRANKFURT)).toBeUndefined();
    expect(leaning.answers.map(({ from }) => from)).toEqual(['strict', 'strict', 'strict', 'strict']);
  });

  test.each([false, true])(
    'a parameter and a duration are unknown, and nothing is leaned on (strict: %s)',
    (strict) => {
      const leaning = leaningOn({ parameters: { App: { Other: 'x' } }, 'job-minutes': { EFS: 5 } }, strict);
      expect(leaning.parameter({ name: 'App', template: 'app.json' }, 'Stage')).toBeUndefined();
      expect(leaning.jobMinutes('S3')).toBeUndefined();
      expect(leaning.answers).toEqual([]);
    },
  );
});

describe('what a file says', () => {
  test.each([false, true])('holds, whether defaults are wanted or not (strict: %s)', (strict) => {
    const leaning = leaningOn(
      {
        'opt-in': { 'eu-central-1': { S3: false } },
        'cross-account-backup': false,
        'overlap-of-equal-retention': 'both',
        'efs-automatic-retention-days': 7,
        'job-minutes': { S3: 600 },
        'plans-elsewhere': [],
      },
      strict,
    );
    expect(leaning.optIn('S3', FRANKFURT)).toBe(false);
    expect(leaning.value('cross-account-backup')).toBe(false);
    expect(leaning.value('overlap-of-equal-retention')).toBe('both');
    expect(leaning.value('efs-automatic-retention-days')).toBe(7);
    expect(leaning.jobMinutes('S3')).toBe(600);
    expect(leaning.plansElsewhere(FRANKFURT)).toEqual([]);
    expect(new Set(leaning.answers.map(({ from }) => from))).toEqual(new Set(['file']));
    expect(leaning.answers.map(({ value }) => value)).toEqual(['off', 'false', 'both', '7', '600', 'none']);
  });

  test('is remembered once, however often it is asked', () => {
    const leaning = leaningOn({});
    leaning.optIn('S3', { region: 'eu-west-1' });
    leaning.optIn('S3', { region: 'eu-west-1' });
    leaning.optIn('EFS', { region: 'eu-west-1' });
    expect(leaning.answers).toHaveLength(2);
    expect(leaning.ids).toEqual(['opt-in']);
  });

  test('is remembered by each result for itself', () => {
    const one = Assumptions.DEFAULT.leaning();
    one.value('shared-environment');
    expect(Assumptions.DEFAULT.leaning().answers).toEqual([]);
  });
});

describe('a setting that goes by place', () => {
  const file = {
    'opt-in': {
      '*': { S3: false, EFS: true },
      'eu-central-1': { S3: true },
      '111122223333/eu-central-1': { S3: false },
    },
  };

  test.each<[string, Environment, boolean | undefined]>([
    ['of the account in the Region', FRANKFURT, false],
    ['of the Region, for another account', { account: '999999999999', region: 'eu-central-1' }, true],
    ['of all, in another Region', { account: '111122223333', region: 'eu-west-1' }, false],
    ['is unknown where the account decides and is not known', { region: 'eu-central-1' }, undefined],
    ['is unknown where the Region decides and is not known', { account: '999999999999' }, undefined],
  ])('%s', (_, environment, expected) => {
    expect(leaningOn(file).optIn('S3', environment)).toBe(expected);
  });

  test('is known where it is the same wherever that may be', () => {
    expect(leaningOn(file).optIn('EFS', {})).toBe(true);
    expect(leaningOn({ 'opt-in': { 'eu-central-1': { S3: true } } }).optIn('S3', {})).toBe(true);
  });

  test('is unknown where the default would decide and is not wanted', () => {
    const one = { 'opt-in': { 'eu-central-1': { S3: true } } };
    const leaning = leaningOn(one, true);
    expect(leaning.optIn('S3', {})).toBeUndefined();
    expect(leaning.answers).toEqual([
      { assumption: 'opt-in', about: 'S3 in a Region that is not known', value: 'unknown', from: 'file' },
    ]);
  });

  test('is what every completion of the environment agrees on, and unknown where they do not', () => {
    const accounts = ['111122223333', '999999999999'];
    const regions = ['eu-central-1', 'eu-west-1', 'us-east-1'];
    const places = ['*', ...regions.slice(0, 2), ...regions.slice(0, 2).map((region) => `${accounts[0]}/${region}`)];
    const answers = { known: 0, unknown: 0 };
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...places), fc.boolean()),
        fc.option(fc.constantFrom(...accounts), { nil: undefined }),
        fc.option(fc.constantFrom(...regions), { nil: undefined }),
        fc.boolean(),
        (table, account, region, strict) => {
          const possible = new Set<boolean | undefined>();
          for (const one of account === undefined ? accounts : [account]) {
            for (const other of region === undefined ? regions : [region]) {
              const said = table[`${one}/${other}`] ?? table[other] ?? table['*'];
              possible.add(said ?? (strict ? undefined : true));
            }
          }
          const [only] = possible;
          const expected = possible.size === 1 ? only : undefined;
          answers[expected === undefined ? 'unknown' : 'known']++;
          const environment = { ...(account ? { account } : {}), ...(region ? { region } : {}) };
          const leaning = leaningOn({ 'dynamodb-advanced-features': table }, strict);
          expect(leaning.advancedDynamoDb(environment)).toBe(expected);
          expect(leaning.answers).toHaveLength(1);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(Math.min(answers.known, answers.unknown)).toBeGreaterThan(200);
  });
});

describe('what is said of a stack', () => {
  const stack = { name: 'Prod/App', template: './cdk.out/app.json' };
  const file = {
    parameters: {
      '*': { A: 'all', B: 'all', C: 'all' },
      'cdk.out/app.json': { B: 'file', C: 'file' },
      'Prod/App': { C: 'name' },
    },
    'stack-tags': { '*': { team: 'x', stage: 'x' }, 'Prod/App': { stage: 'prod' } },
  };

  test.each([
    ['A', 'all'],
    ['B', 'file'],
    ['C', 'name'],
    ['D', undefined],
  ])('counts for %s most under its name, then under its file, then under *', (name, value) => {
    expect(leaningOn(file).parameter(stack, name)).toBe(value);
  });

  test('is text, even where digits stand without quotes', () => {
    expect(leaningOn({ parameters: { '*': { Days: 35 } } }).parameter(stack, 'Days')).toBe('35');
    expect(leaningOn({ 'stack-tags': { '*': { cost: 7 } } }).stackTags(stack)).toEqual(new Map([['cost', '7']]));
  });

  test('adds up to its tags', () => {
    const leaning = leaningOn(file, true);
    expect(leaning.stackTags(stack)).toEqual(
      new Map([
        ['team', 'x'],
        ['stage', 'prod'],
      ]),
    );
    expect(leaning.answers).toEqual([
      { assumption: 'stack-tags', about: 'Prod/App', value: 'team=x, stage=prod', from: 'file' },
    ]);
  });

  test('may be of a stack without tags', () => {
    const leaning = leaningOn({ 'stack-tags': { 'Prod/App': {} } }, true);
    expect(leaning.stackTags(stack)).toEqual(new Map());
  });

  test('is found to be of no stack that was read', () => {
    const assumptions = parseAssumptions('a.yaml', { ...file, parameters: { ...file.parameters, Tset: {} } });
    expect(assumptions.stacksNotAmong([stack])).toEqual(['Tset']);
    expect(assumptions.stacksNotAmong([])).toEqual(['Prod/App', 'cdk.out/app.json', 'Tset']);
    expect(Assumptions.DEFAULT.stacksNotAmong([])).toEqual([]);
  });
});

test('a plan from elsewhere reaches its own account and Region, and perhaps one that is not known', () => {
  const plan = { name: 'daily', account: '111122223333', region: 'eu-central-1', tags: { backup: 'daily' } };
  const leaning = leaningOn({ 'plans-elsewhere': [plan, { name: 'all', resources: ['*'] }] });
  const reached = (environment: Environment) =>
    leaning.plansElsewhere(environment)?.map(({ plan: { name }, certain }) => [name, certain]);
  expect(reached(FRANKFURT)).toEqual([
    ['daily', true],
    ['all', true],
  ]);
  expect(reached({ region: 'eu-central-1' })).toEqual([
    ['daily', false],
    ['all', true],
  ]);
  expect(reached({ region: 'eu-west-1' })).toEqual([['all', true]]);
});
