import { CfnParameter, Duration, Lazy, Tags, TimeZone } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import {
  BackupVault,
  RestoreTestingAlgorithm,
  RestoreTestingPlan,
  type RestoreTestingPlanProps,
  RestoreTestingRecoveryPointType,
  RestoreTestingTarget,
} from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown } from './app';
import { stackWithInjected } from './injection';

const PLAN = 'AWS::Backup::RestoreTestingPlan';
const weekly = Schedule.cron({ weekDay: 'SUN', hour: '3', minute: '0' });
const WEEKLY = { scheduleExpression: weekly };

const vaults = (stack: ReturnType<typeof newStack>, count: number) =>
  Array.from({ length: count }, (_, index) =>
    BackupVault.fromBackupVaultArn(stack, `V${index}`, `arn:aws:backup:eu-west-1:111111111111:backup-vault:v-${index}`),
  );

describe('a restore testing plan', () => {
  it('tests the latest recovery point, of either type and in any vault, and has a name of its own', () => {
    const stack = newStack();
    const plan = new RestoreTestingPlan(stack, 'Restore-Testing', WEEKLY);
    expect(onlyResource(stack, PLAN)).toEqual({
      RecoveryPointSelection: {
        Algorithm: 'LATEST_WITHIN_WINDOW',
        IncludeVaults: ['*'],
        RecoveryPointTypes: ['CONTINUOUS', 'SNAPSHOT'],
      },
      RestoreTestingPlanName: expect.stringMatching(/^StackRestoreTesting[A-Z0-9]{8}$/),
      ScheduleExpression: 'cron(0 3 ? * SUN *)',
    });
    const logicalId = stack.resolve(plan.restoreTestingPlanName).Ref;
    expect(stack.resolve([plan.restoreTestingPlanArn, plan.restoreTestingPlanRef])).toEqual([
      { 'Fn::GetAtt': [logicalId, 'RestoreTestingPlanArn'] },
      {
        restoreTestingPlanName: { Ref: logicalId },
        restoreTestingPlanArn: { 'Fn::GetAtt': [logicalId, 'RestoreTestingPlanArn'] },
      },
    ]);
  });

  it('renders every property', () => {
    const stack = newStack();
    const [first, second, third] = vaults(stack, 3) as [BackupVault, BackupVault, BackupVault];
    const plan = new RestoreTestingPlan(stack, 'Plan', {
      algorithm: RestoreTestingAlgorithm.RANDOM_WITHIN_WINDOW,
      excludeVaults: [third],
      includeVaults: [first, second],
      recoveryPointTypes: [RestoreTestingRecoveryPointType.SNAPSHOT],
      restoreTestingPlanName: 'weekly_1',
      scheduleExpression: weekly,
      scheduleExpressionTimezone: TimeZone.EUROPE_BERLIN,
      selectionWindow: Duration.days(14),
      startWindow: Duration.hours(6),
      tags: { team: 'storage' },
    });
    Tags.of(plan).add('stage', 'prod');
    expect(onlyResource(stack, PLAN)).toEqual({
      RecoveryPointSelection: {
        Algorithm: 'RANDOM_WITHIN_WINDOW',
        ExcludeVaults: ['arn:aws:backup:eu-west-1:111111111111:backup-vault:v-2'],
        IncludeVaults: [
          'arn:aws:backup:eu-west-1:111111111111:backup-vault:v-0',
          'arn:aws:backup:eu-west-1:111111111111:backup-vault:v-1',
        ],
        RecoveryPointTypes: ['SNAPSHOT'],
        SelectionWindowDays: 14,
      },
      RestoreTestingPlanName: 'weekly_1',
      ScheduleExpression: 'cron(0 3 ? * SUN *)',
      ScheduleExpressionTimezone: 'Europe/Berlin',
      StartWindowHours: 6,
      Tags: [
        { Key: 'stage', Value: 'prod' },
        { Key: 'team', Value: 'storage' },
      ],
    });
  });

  it.each<[string, Partial<RestoreTestingPlanProps>, string]>([
    ['a name', { restoreTestingPlanName: 'my-plan' }, 'restore-testing-plan-name'],
    ['a rate', { scheduleExpression: Schedule.rate(Duration.days(7)) }, 'schedule'],
    ['a time zone', { scheduleExpressionTimezone: TimeZone.of('Europe/Bonn') }, 'schedule-timezone'],
    ['a start window', { startWindow: Duration.hours(169) }, 'restore-testing-start-window'],
    ['half an hour', { startWindow: Duration.minutes(30) }, 'restore-testing-start-window'],
    ['a selection window', { selectionWindow: Duration.days(366) }, 'restore-testing-selection-window'],
    ['half a day', { selectionWindow: Duration.hours(12) }, 'restore-testing-selection-window'],
    ['no types', { recoveryPointTypes: [] }, 'restore-testing-point-types'],
    ['no vaults', { includeVaults: [] }, 'restore-testing-vaults'],
  ])('refuses %s that AWS Backup refuses, at the line that gives it', (_, props, rule) => {
    const stack = newStack();
    const message = thrown(() => new RestoreTestingPlan(stack, 'Plan', { ...WEEKLY, ...props }));
    expect(message).toMatch(/^Stack\/Plan: /);
    expect(message).toContain(`[Strongroom::${rule}]`);
  });

  it('takes 30 vaults and refuses 31, to include and to exclude', () => {
    const stack = newStack();
    const all = vaults(stack, 31);
    const some = all.slice(1);
    new RestoreTestingPlan(stack, 'Fits', { ...WEEKLY, includeVaults: some, excludeVaults: some });
    for (const props of [{ includeVaults: all }, { excludeVaults: all }]) {
      expect(
        thrown(() => new RestoreTestingPlan(stack, Object.keys(props)[0] ?? '', { ...WEEKLY, ...props })),
      ).toContain('Strongroom::restore-testing-vaults');
    }
  });

  it('leaves alone what only deployment knows', () => {
    const stack = newStack();
    const number = new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber;
    const text = new CfnParameter(stack, 'Text').valueAsString;
    new RestoreTestingPlan(stack, 'Plan', {
      restoreTestingPlanName: text,
      scheduleExpression: Schedule.expression(text),
      scheduleExpressionTimezone: TimeZone.of(text),
      selectionWindow: Duration.days(number),
      startWindow: Duration.hours(number),
    });
    expect(onlyResource(stack, PLAN)).toMatchObject({
      RecoveryPointSelection: { SelectionWindowDays: { Ref: 'Number' } },
      RestoreTestingPlanName: { Ref: 'Text' },
      ScheduleExpression: { Ref: 'Text' },
      ScheduleExpressionTimezone: { Ref: 'Text' },
      StartWindowHours: { Ref: 'Number' },
    });
  });

  it('takes 30 selections and refuses the next, however it comes', () => {
    const stack = newStack();
    const plan = new RestoreTestingPlan(stack, 'Plan', WEEKLY);
    const target = RestoreTestingTarget.ebs();
    for (let index = 0; index < 30; index++) plan.addSelection(`S${index}`, { target });
    expect(thrown(() => plan.addSelection('Last', { target }))).toMatch(
      /^Stack\/Plan\/Last: a restore testing plan has at most 30 selections, got 31; /,
    );
  });

  it('is imported by its name', () => {
    const stack = newStack();
    const plan = RestoreTestingPlan.fromRestoreTestingPlanName(stack, 'Plan', 'weekly');
    const { restoreTestingPlanArn, restoreTestingPlanName } = plan.restoreTestingPlanRef;
    expect(restoreTestingPlanName).toBe('weekly');
    expect(JSON.stringify(stack.resolve(restoreTestingPlanArn))).toMatch(/:backup:.*:restore-testing-plan:weekly-\*/);
  });

  it('takes the empty name for none, and a late one for a name', () => {
    const stack = newStack();
    new RestoreTestingPlan(stack, 'Plan', {
      ...WEEKLY,
      restoreTestingPlanName: Lazy.string({ produce: () => 'late' }),
    });
    expect(onlyResource(stack, PLAN).RestoreTestingPlanName).toBe('late');
  });

  it('is known to property injectors', () => {
    const stack = stackWithInjected('cdk-strongroom.RestoreTestingPlan', { restoreTestingPlanName: 'injected' });
    new RestoreTestingPlan(stack, 'Plan', WEEKLY);
    expect(onlyResource(stack, PLAN).RestoreTestingPlanName).toBe('injected');
  });
});
