import { describe, expect, test } from 'vitest';
import { CheckContext } from '../../src/check/context';
import { PointsTested } from '../../src/check/tested-points';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import { parseAssumptions } from '../../src/read/assumptions/parse';
import { readTemplate } from '../read/reading';
import { NOWHERE, readStacks } from '../read/stacks';
import { contextOf } from './contexts';
import { planOf, ruleOf, UNKNOWN } from './plans';

const vault = (BackupVaultName: unknown) => ({ Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName } });
const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'BackupVaultArn'] });
const PREFIX = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:';

/** How many points of one rule are tested, and whether these are all. */
function tested(target: unknown, IncludeVaults: unknown, ExcludeVaults?: unknown): [number, boolean] {
  const context = contextOf({
    A: vault('a'),
    B: vault('b'),
    Unnamed: vault(UNKNOWN),
    Plan: planOf(ruleOf('rule', { TargetBackupVault: target })),
    Tests: {
      Type: 'AWS::Backup::RestoreTestingPlan',
      Properties: { RestoreTestingPlanName: 'tests', RecoveryPointSelection: { IncludeVaults, ExcludeVaults } },
    },
  });
  const [plan] = context.model.restoreTestingPlans;
  if (!plan) throw new Error('there is a restore testing plan');
  const { points, isAll } = new PointsTested(context).of(plan);
  return [points.length, isAll];
}

describe('what is tested', () => {
  test.each<[string, unknown, unknown, unknown, [number, boolean]]>([
    ['of a vault by reference', { Ref: 'A' }, [arnOf('A')], undefined, [1, true]],
    ['of another vault', { Ref: 'A' }, [arnOf('B')], undefined, [0, true]],
    ['of a vault by its name', 'a', [arnOf('A')], undefined, [1, true]],
    ['of a vault by its ARN', { Ref: 'A' }, [`${PREFIX}a`], undefined, [1, true]],
    ['of another ARN', { Ref: 'A' }, [`${PREFIX}b`], undefined, [0, true]],
    ['of a pattern', { Ref: 'A' }, [`${PREFIX}a*`], undefined, [1, true]],
    ['of one that nobody declares', 'z', [`${PREFIX}z`], undefined, [1, true]],
    ['of one that nobody declares, beside one that is', 'z', [arnOf('A')], undefined, [0, true]],
    ['of one that nobody declares, beside one without a name', 'z', [arnOf('Unnamed')], undefined, [0, false]],
    ['of everything', UNKNOWN, ['*'], undefined, [1, true]],
    ['of a target that nobody knows', UNKNOWN, [`${PREFIX}a`], undefined, [0, false]],
    ['of a vault that nobody knows', { Ref: 'A' }, [UNKNOWN], undefined, [0, false]],
    ['of all but the vault', { Ref: 'A' }, ['*'], [arnOf('A')], [0, true]],
    ['of all but another', { Ref: 'A' }, ['*'], [arnOf('B')], [1, true]],
    ['of all but one that nobody knows', { Ref: 'A' }, ['*'], [UNKNOWN], [0, false]],
    ['of nothing', { Ref: 'A' }, [], undefined, [0, true]],
    ['of what was not read', { Ref: 'A' }, 7, undefined, [0, false]],
  ])('%s', (_, target, included, excluded, expected) => {
    expect(tested(target, included, excluded)).toEqual(expected);
  });
});

const testing = (IncludeVaults: unknown, ExcludeVaults?: unknown) => ({
  Type: 'AWS::Backup::RestoreTestingPlan',
  Properties: { RestoreTestingPlanName: 'tests', RecoveryPointSelection: { IncludeVaults, ExcludeVaults } },
});
const into = (TargetBackupVault: unknown, ...copies: readonly string[]) =>
  ruleOf('rule', {
    TargetBackupVault,
    CopyActions: copies.map((DestinationBackupVaultArn) => ({ DestinationBackupVaultArn })),
  });

/** How many points each plan of restore tests takes from, and whether these are all. */
function testedBy(model: CheckContext['model'], assumptions = Assumptions.DEFAULT): [number, boolean][] {
  const tested = new PointsTested(new CheckContext(model, assumptions.leaning(), 0));
  return model.restoreTestingPlans.map((plan) => {
    const { points, isAll } = tested.of(plan);
    return [points.length, isAll];
  });
}

test('Every vault is asked for itself, and every plan of restore tests.', () => {
  const model = readTemplate({
    Resources: {
      A: vault('a'),
      B: vault('b'),
      Plan: planOf(into({ Ref: 'A' }), into({ Ref: 'A' }), into({ Ref: 'B' }), into('y'), into('z')),
      OfA: testing([arnOf('A')]),
      OfB: testing([arnOf('B')]),
      OfBoth: testing([arnOf('A'), arnOf('B')]),
      OfAll: testing(['*']),
      OfZ: testing([`${PREFIX}z`]),
      OfAllButA: testing(['*'], [arnOf('A')]),
    },
  });
  expect(testedBy(model).map(([count]) => count)).toEqual([2, 1, 3, 5, 1, 3]);
});

describe('points that may be elsewhere', () => {
  const Plan = planOf(into('z', `${PREFIX}z`, 'arn:aws:backup:eu-west-2:111122223333:backup-vault:z'));

  test.each<[string, readonly string[], [number, boolean]]>([
    ['are not counted, and not left out', ['*'], [1, false]],
    ['neither by their name', [`${PREFIX}z`], [1, false]],
    ['but by another name', [`${PREFIX}y`], [0, true]],
  ])('%s', (_, included, expected) => {
    expect(testedBy(readTemplate({ Resources: { Plan, Tests: testing(included) } }))).toEqual([expected]);
  });

  test('are those of a target that nobody knows, beside those of a name', () => {
    const rules = [into(UNKNOWN), into('z')];
    expect(testedBy(readTemplate({ Resources: { Plan: planOf(...rules), Tests: testing([`${PREFIX}z`]) } }))).toEqual([
      [1, false],
    ]);
  });
});

describe('with vaults that hang on a condition', () => {
  const when = (then: unknown) => ({ 'Fn::If': ['Large', then, { Ref: 'AWS::NoValue' }] });

  test.each<[string, unknown, unknown, [number, boolean]]>([
    ['one that may be included', [when(arnOf('A'))], undefined, [0, false]],
    ['another that may be included', [when(arnOf('B'))], undefined, [0, true]],
    ['one that may be excluded', ['*'], [when(arnOf('A'))], [0, false]],
    ['another that may be excluded', ['*'], [when(arnOf('B'))], [1, true]],
    ['what excludes and was not read', ['*'], 7, [0, false]],
  ])('%s', (_, included, excluded, expected) => {
    const model = readTemplate({
      Parameters: { Size: { Type: 'String' } },
      Conditions: { Large: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] } },
      Resources: { A: vault('a'), B: vault('b'), Plan: planOf(into({ Ref: 'A' })), Tests: testing(included, excluded) },
    });
    expect(testedBy(model)).toEqual([expected]);
  });
});

describe('restore tests in another stack', () => {
  const HERE = '111122223333/eu-central-1';
  const model = (there: string, included: readonly unknown[]) =>
    readStacks({
      Here: [HERE, { Resources: { A: vault('a'), Plan: planOf(into({ Ref: 'A' }), into('z')) } }],
      There: [there, { Resources: { A: vault('b'), Tests: testing(included) } }],
    });

  test.each<[string, string, readonly unknown[], [number, boolean]]>([
    ['take from a vault of their place', HERE, ['*'], [2, true]],
    ['do not take for certain where nobody knows theirs', NOWHERE, ['*'], [0, false]],
    ['do not take from a vault that has the logical id of theirs', HERE, [arnOf('A')], [0, true]],
  ])('%s', (_, there, included, expected) => {
    expect(testedBy(model(there, included))).toEqual([expected]);
  });
});

test('Plans from elsewhere may put more into the vaults, and so may any where nobody says that there are none.', () => {
  const Tests = testing(['*']);
  const model = readStacks({ App: ['111122223333/eu-central-1', { Resources: { Plan: planOf(into('z')), Tests } }] });
  const said = (region: string) =>
    parseAssumptions('assumptions.yaml', { 'plans-elsewhere': [{ name: 'central', region, resources: ['*'] }] });
  expect(testedBy(model)).toEqual([[1, true]]);
  expect(testedBy(model, said('eu-central-1'))).toEqual([[1, false]]);
  expect(testedBy(model, said('eu-west-1'))).toEqual([[1, true]]);
  expect(testedBy(model, new Assumptions({}, true))).toEqual([[1, false]]);
});
