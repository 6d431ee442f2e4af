import { describe, expect, test } from 'vitest';
import { archiveNotOptedIn } from '../../../src/check/rules/archive-not-opted-in';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, RULE, SELECTION, selection } from './plan-and-selection';

const COLD = { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 };
const VOLUMES = selection({ Resources: [arn('ec2', 'volume/*')] });

testRule(archiveNotOptedIn, [
  {
    title: 'cold storage of volumes without the archive',
    wrong: { Plan: plan({ Lifecycle: { ...COLD, OptInToArchiveForSupportedResources: false } }), Selection: VOLUMES },
    at: `${RULE}.Lifecycle.OptInToArchiveForSupportedResources`,
    right: true,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].Lifecycle',
      says: /^rule 'daily' moves its points to cold storage after 30 days without opting in to the archive, so those of EBS volumes \(selection 'ours'\) stay warm$/,
    },
  },
  {
    title: 'cold storage of copies of volumes, where nothing is said of the archive',
    wrong: {
      Plan: plan({
        CopyActions: [{ DestinationBackupVaultArn: arn('backup', 'backup-vault:elsewhere'), Lifecycle: COLD }],
      }),
      Selection: VOLUMES,
    },
    at: `${SELECTION}.Resources.0`,
    right: arn('ec2', 'instance/*'),
    finds: { property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].Lifecycle', says: /without opting in/ },
  },
  {
    title: 'cold storage of volumes on the day of the backup',
    wrong: { Plan: plan({ Lifecycle: { MoveToColdStorageAfterDays: 0 } }), Selection: VOLUMES },
    at: `${RULE}.Lifecycle.MoveToColdStorageAfterDays`,
    right: -1,
    finds: { says: /after 0 days/ },
  },
]);

describe('archive-not-opted-in', () => {
  const NONE = { Ref: 'AWS::NoValue' };
  const when = (then: unknown, otherwise: unknown) => ({ 'Fn::If': ['Large', then, otherwise] });
  const found = (lifecycle: unknown, volumes: unknown, rule: (rule: unknown) => unknown = (each) => each) =>
    findingsOf(archiveNotOptedIn, {
      Parameters: { Size: { Type: 'String' } },
      Conditions: { Large: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] } },
      Resources: {
        Plan: {
          Type: 'AWS::Backup::BackupPlan',
          Properties: {
            BackupPlan: {
              BackupPlanName: 'nightly',
              BackupPlanRule: [rule({ RuleName: 'daily', TargetBackupVault: 'Default', Lifecycle: lifecycle })],
            },
          },
        },
        Selection: selection({ Resources: [volumes] }),
      },
    });
  const VOLUME = arn('ec2', 'volume/*');

  test('claims a rule that is there only where the volumes are selected, and no other', () => {
    expect(found(COLD, when(VOLUME, NONE), (rule) => when(rule, NONE))).toHaveLength(1);
    expect(found(COLD, when(NONE, VOLUME), (rule) => when(rule, NONE))).toEqual([]);
  });

  test('does not claim a lifecycle that may not be there', () => {
    expect(found(when(COLD, NONE), VOLUME)).toEqual([]);
  });
});
