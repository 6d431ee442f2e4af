import { describe, expect, test } from 'vitest';
import { PointsTested } from '../../src/check/tested-points';
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
