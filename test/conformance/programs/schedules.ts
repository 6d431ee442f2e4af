import { CfnParameter, Duration, Lazy, TimeZone } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { bothReject, type Program, refused, same } from '../program';
import { withRule } from './rules';

const FREQUENCY = 'Backups run as frequently as hourly, no more often (plan-options).';
const FIELDS = 'The six fields of a cron expression have their ranges and marks (eb-scheduled-rule-pattern).';
const CRON_PHRASE = '`scheduleExpression` must be of type `cron`';

const RIGHT = [
  'cron(0 5 * * ? *)',
  'cron(59 23 31 12 ? 2199)',
  'cron(0 0 L * ? *)',
  'cron(0 8 1W * ? *)',
  'cron(0 9 ? * 3#2 *)',
  'cron(0 9 ? * 6L *)',
  'cron(0 9 ? JAN,APR,JUL,OCT MON-FRI *)',
  'cron(0 0/12 * * ? *)',
  'cron(30 20-2 ? * MON-FRI *)',
  'cron(0 */4 * * ? 2026-2030)',
  'cron(15 * ? * SUN,WED *)',
];

const IMPOSSIBLE = [
  'cron(nonsense)',
  'cron(0 5 * * *)',
  'cron(0 5 * * ? * *)',
  'cron(60 5 * * ? *)',
  'cron(0 24 * * ? *)',
  'cron(0 5 32 * ? *)',
  'cron(0 5 0 * ? *)',
  'cron(0 5 * 13 ? *)',
  'cron(0 5 ? * 8 *)',
  'cron(0 5 ? * FOO *)',
  'cron(0 5 * * * *)',
  'cron(? 5 * * ? *)',
  'cron(0 5 * * ? 1969)',
  'cron(0 5 * * ? 2200)',
  'cron',
];

const TOO_OFTEN = [
  'cron(* * * * ? *)',
  'cron(0,30 * * * ? *)',
  'cron(0/15 * * * ? *)',
  'cron(*/59 5 * * ? *)',
  'cron(0-1 5 * * ? *)',
];

const schedule = (expression: string) => withRule({ scheduleExpression: events.Schedule.expression(expression) });

export const SCHEDULES: readonly Program[] = [
  ...RIGHT.map((expression) => same(`the schedule ${expression} stands as written`, schedule(expression))),
  ...IMPOSSIBLE.map((expression) =>
    refused(`the schedule ${expression} is refused`, 'schedule', FIELDS, schedule(expression)),
  ),
  ...TOO_OFTEN.map((expression) =>
    refused(
      `the schedule ${expression} is refused, as more often than hourly`,
      'schedule-frequency',
      FREQUENCY,
      schedule(expression),
    ),
  ),
  same(
    'a schedule from cron options',
    withRule({
      scheduleExpression: events.Schedule.cron({ minute: '0', hour: '8', weekDay: 'MON-FRI' }),
    }),
  ),
  same(
    'a schedule from cron options with a day',
    withRule({
      scheduleExpression: events.Schedule.cron({ minute: '0', hour: '8', day: '1', month: '1/3', year: '2026/2' }),
    }),
  ),
  same('an hourly schedule', withRule({ scheduleExpression: events.Schedule.cron({ minute: '0' }) })),
  refused(
    'a schedule without cron options runs every minute, and is refused',
    'schedule-frequency',
    FREQUENCY,
    withRule({
      scheduleExpression: events.Schedule.cron({}),
    }),
  ),
  refused(
    'a schedule without a minute is refused',
    'schedule-frequency',
    FREQUENCY,
    withRule({
      scheduleExpression: events.Schedule.cron({ hour: '5' }),
    }),
  ),
  bothReject(
    'a rate is rejected',
    CRON_PHRASE,
    withRule({ scheduleExpression: events.Schedule.rate(Duration.hours(12)) }),
  ),
  bothReject('a rate by its expression is rejected', CRON_PHRASE, schedule('rate(1 day)')),
  bothReject('a point in time is rejected', CRON_PHRASE, schedule('at(2026-01-15T12:00:00)')),
  bothReject('an empty schedule is rejected', CRON_PHRASE, schedule('')),
  bothReject('a schedule with a space before cron is rejected', CRON_PHRASE, schedule(' cron(0 5 * * ? *)')),
  bothReject('a schedule in capitals is rejected', CRON_PHRASE, schedule('CRON(0 5 * * ? *)')),
  {
    name: 'a schedule that only deployment knows is accepted',
    build: withRule((stack) => ({
      scheduleExpression: events.Schedule.expression(new CfnParameter(stack, 'Schedule').valueAsString),
    })),
    expect: {
      deviation: 'schedule-token',
      resourceType: 'AWS::Backup::BackupPlan',
      properties: { BackupPlan: { BackupPlanRule: [{ ScheduleExpression: { Ref: 'Schedule' } }] } },
    },
  },
  {
    name: 'a schedule that is lazy is accepted',
    build: withRule({
      scheduleExpression: events.Schedule.expression(Lazy.string({ produce: () => 'cron(0 5 * * ? *)' })),
    }),
    expect: {
      deviation: 'schedule-token',
      resourceType: 'AWS::Backup::BackupPlan',
      properties: { BackupPlan: { BackupPlanRule: [{ ScheduleExpression: 'cron(0 5 * * ? *)' }] } },
    },
  },
  same(
    'a schedule with a field that only deployment knows is rendered',
    withRule((stack) => ({
      scheduleExpression: events.Schedule.cron({ minute: '0', hour: new CfnParameter(stack, 'Hour').valueAsString }),
    })),
  ),
  same(
    'a schedule in a time zone',
    withRule({
      scheduleExpression: events.Schedule.cron({ minute: '0', hour: '5' }),
      scheduleExpressionTimezone: TimeZone.EUROPE_BERLIN,
    }),
  ),
  same('a time zone without a schedule', withRule({ scheduleExpressionTimezone: TimeZone.ASIA_TOKYO })),
  same(
    'a time zone by its name',
    withRule({ scheduleExpressionTimezone: TimeZone.of('America/Argentina/Buenos_Aires') }),
  ),
  same('the time zone UTC', withRule({ scheduleExpressionTimezone: TimeZone.ETC_UTC })),
  same(
    'a time zone that only deployment knows',
    withRule((stack) => ({
      scheduleExpressionTimezone: TimeZone.of(new CfnParameter(stack, 'Zone').valueAsString),
    })),
  ),
  same('every time zone that CDK knows, save the placeholder, is accepted', (lib, { stack }) => {
    const backupVault = new lib.BackupVault(stack, 'Vault');
    const zones = Object.values(TimeZone).filter((zone) => zone instanceof TimeZone && zone !== TimeZone.FACTORY);
    for (let plan = 0; plan * 10 < zones.length; plan++) {
      const backupPlanRules = zones
        .slice(plan * 10, plan * 10 + 10)
        .map((scheduleExpressionTimezone) => new lib.BackupPlanRule({ scheduleExpressionTimezone }));
      new lib.BackupPlan(stack, `Plan${plan}`, { backupVault, backupPlanRules });
    }
  }),
  refused(
    'an unknown time zone is refused',
    'schedule-timezone',
    'A time zone has its IANA name (scheduler schedule-types).',
    withRule({
      scheduleExpressionTimezone: TimeZone.of('Europe/Atlantis'),
    }),
  ),
  same(
    'a zone that the CDK lists is passed on, even one that the platform does not know',
    withRule({ scheduleExpressionTimezone: TimeZone.FACTORY }),
  ),
];
