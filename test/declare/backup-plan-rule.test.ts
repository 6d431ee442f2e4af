import { Duration, Lazy, Stack, TimeZone, Token } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { BackupPlanRule, type BackupPlanRuleProps, BackupVault, IndexActionResourceType } from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { thrown } from './app';

const { days, hours, minutes } = Duration;
const tokenDays = (name: string) => days(Token.asNumber({ Ref: name }));
const vault = () => BackupVault.fromBackupVaultName(new Stack(), 'Vault', 'my-vault');

describe('a ready-made rule', () => {
  it.each<[string, () => BackupPlanRule, string, number | undefined, number]>([
    ['Daily', () => BackupPlanRule.daily(), 'cron(0 5 * * ? *)', undefined, 35],
    ['Weekly', () => BackupPlanRule.weekly(), 'cron(0 5 ? * SAT *)', undefined, 90],
    ['Monthly1Year', () => BackupPlanRule.monthly1Year(), 'cron(0 5 1 * ? *)', 30, 365],
    ['Monthly5Year', () => BackupPlanRule.monthly5Year(), 'cron(0 5 1 * ? *)', 90, 1825],
    ['Monthly7Year', () => BackupPlanRule.monthly7Year(), 'cron(0 5 1 * ? *)', 90, 2555],
  ])('%s', (name, make, cron, cold, end) => {
    const { props } = make();
    expect(props.ruleName).toBe(name);
    expect(props.scheduleExpression?.expressionString).toBe(cron);
    expect(props.moveToColdStorageAfter?.toDays()).toBe(cold);
    expect(props.deleteAfter?.toDays()).toBe(end);
    expect(props.backupVault).toBeUndefined();
  });

  it('goes into the vault it is given', () => {
    const backupVault = vault();
    for (const rule of [
      BackupPlanRule.daily(backupVault),
      BackupPlanRule.weekly(backupVault),
      BackupPlanRule.monthly1Year(backupVault),
      BackupPlanRule.monthly5Year(backupVault),
      BackupPlanRule.monthly7Year(backupVault),
    ]) {
      expect(rule.props.backupVault).toBe(backupVault);
    }
  });
});

describe('a rule with continuous backup', () => {
  it('is kept for 35 days unless it says otherwise', () => {
    expect(new BackupPlanRule({ enableContinuousBackup: true }).props.deleteAfter?.toDays()).toBe(35);
    expect(new BackupPlanRule({ enableContinuousBackup: true, deleteAfter: days(1) }).props.deleteAfter?.toDays()).toBe(
      1,
    );
    expect(new BackupPlanRule({ enableContinuousBackup: false }).props.deleteAfter).toBeUndefined();
    expect(new BackupPlanRule({}).props.deleteAfter).toBeUndefined();
  });
});

describe('a rule', () => {
  it('keeps all that it is given', () => {
    const props: BackupPlanRuleProps = {
      completionWindow: hours(2),
      startWindow: hours(1),
      deleteAfter: days(120),
      moveToColdStorageAfter: days(30),
      ruleName: 'Rule',
      scheduleExpression: Schedule.cron({ minute: '30', hour: '3', day: '15' }),
      scheduleExpressionTimezone: TimeZone.EUROPE_BERLIN,
      backupVault: vault(),
      enableContinuousBackup: false,
      copyActions: [{ destinationBackupVault: vault(), deleteAfter: days(90), moveToColdStorageAfter: days(0) }],
      recoveryPointTags: { stage: 'prod' },
      indexActions: [{ resourceTypes: [IndexActionResourceType.S3] }],
    };
    expect(new BackupPlanRule(props).props).toEqual(props);
  });

  it.each<[string, BackupPlanRuleProps]>([
    [
      'durations',
      {
        deleteAfter: tokenDays('End'),
        moveToColdStorageAfter: tokenDays('Cold'),
        startWindow: minutes(Token.asNumber({ Ref: 'Start' })),
        completionWindow: minutes(Token.asNumber({ Ref: 'Complete' })),
      },
    ],
    ['a retention of continuous backup', { enableContinuousBackup: true, deleteAfter: tokenDays('End') }],
    ['a schedule', { scheduleExpression: Schedule.expression(Lazy.string({ produce: () => 'cron(0 5 ? * * *)' })) }],
    ['a time zone', { scheduleExpressionTimezone: TimeZone.of(Token.asString({ Ref: 'Zone' })) }],
    ['a name', { ruleName: Token.asString({ Ref: 'Name' }) }],
    [
      'an index action',
      { indexActions: [{ resourceTypes: [new IndexActionResourceType(Token.asString({ Ref: 'Type' }))] }] },
    ],
    [
      'tags',
      {
        recoveryPointTags: { key: Token.asString({ Ref: 'Value' }), [Token.asString({ Ref: 'Key' })]: 'x'.repeat(300) },
      },
    ],
    [
      'a lifecycle of a copy',
      {
        copyActions: [
          { destinationBackupVault: vault(), deleteAfter: tokenDays('End'), moveToColdStorageAfter: days(9999) },
        ],
      },
    ],
  ])('leaves %s alone that only deployment knows', (_, props) => {
    expect(() => new BackupPlanRule(props)).not.toThrow();
  });

  it.each<[string, BackupPlanRuleProps, string]>([
    [
      'a start window under an hour',
      { startWindow: minutes(59) },
      'a start window must be 60 to 52560000 whole minutes, got 59 minutes; use 60 minutes or more, or leave the start window out ' +
        'for the default of 8 hours (https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_BackupRuleInput.html) [Strongroom::start-window]',
    ],
    [
      'a start window that is no whole number of minutes',
      { startWindow: Duration.seconds(5401) },
      "'5401 seconds' cannot be converted into a whole number of minutes. A start window must be",
    ],
    [
      'a completion window that is no whole number of minutes',
      { completionWindow: Duration.seconds(90001) },
      "'90001 seconds' cannot be converted into a whole number of minutes. A completion window must be",
    ],
    [
      'a retention that is no whole number of days',
      { deleteAfter: hours(12) },
      "'12 hours' cannot be converted into a whole number of days. Recovery points must be deleted after 1 to 36500 whole days, got 0.5 days; ",
    ],
    [
      'half a day',
      { deleteAfter: days(1.5) },
      'BackupPlanRule: 1.5 must be a whole number of days. Recovery points must be deleted after 1 to 36500 whole days, got 1.5 days; ',
    ],
    [
      'a transition that is no whole number of days',
      { moveToColdStorageAfter: hours(36) },
      "'36 hours' cannot be converted into a whole number of days. Recovery points must move to cold storage after a whole number of days, got 1.5 days; ",
    ],
    [
      'a retention that ends before the transition',
      { deleteAfter: days(29), moveToColdStorageAfter: days(30) },
      '`deleteAfter` must be greater than `moveToColdStorageAfter`: recovery points must stay in cold storage for at least 90 days, ' +
        'got a move to cold storage after 30 days and deletion after 29 days; delete after 120 days or later, or leave cold storage out (',
    ],
    [
      'a stay of 89 days',
      { deleteAfter: days(119), moveToColdStorageAfter: days(30) },
      'BackupPlanRule: recovery points must stay in cold storage for at least 90 days, got',
    ],
    [
      'no stay at all',
      { deleteAfter: days(30), moveToColdStorageAfter: days(30) },
      'BackupPlanRule: recovery points must stay in cold storage for at least 90 days, got',
    ],
    [
      'a rate',
      { scheduleExpression: Schedule.rate(days(1)) },
      "`scheduleExpression` must be of type `cron`: the schedule must be a cron expression, got 'rate(1 day)'; write it as cron(",
    ],
    [
      'a cron expression that cannot be',
      { scheduleExpression: Schedule.expression('cron(0 25 * * ? *)') },
      "BackupPlanRule: the hours field of the schedule must hold 0-23 and , - * /, got '25': '25' is not allowed there; mend the hours field (",
    ],
    [
      'a schedule of every minute',
      { scheduleExpression: Schedule.cron({}) },
      "BackupPlanRule: backups run at most once an hour, got 'cron(* * * * ? *)', which runs 60 times an hour; name one minute",
    ],
    [
      'a time zone that does not exist',
      { scheduleExpressionTimezone: TimeZone.of('Europe/Bonn') },
      "BackupPlanRule: a schedule is read in a time zone of the IANA database, got 'Europe/Bonn'; ",
    ],
    [
      'cold storage for continuous backup',
      { enableContinuousBackup: true, moveToColdStorageAfter: days(1) },
      '`moveToColdStorageAfter` must not be specified if `enableContinuousBackup` is enabled: continuous backups cannot move to cold storage, got a move after 1 days; ',
    ],
    [
      'continuous backup for 36 days',
      { enableContinuousBackup: true, deleteAfter: days(36) },
      "BackupPlanRule: 'deleteAfter' must be between 1 and 35 days if 'enableContinuousBackup' is enabled, but got 36 days; delete the points after 35 days or sooner",
    ],
    [
      'a stay of 89 days for copies',
      {
        copyActions: [
          { destinationBackupVault: vault() },
          { destinationBackupVault: vault(), deleteAfter: days(119), moveToColdStorageAfter: days(30) },
        ],
      },
      "BackupPlanRule: copyActions[1]: 'deleteAfter' must at least 90 days later than corresponding 'moveToColdStorageAfter'\nreceived 'deleteAfter: 119' and 'moveToColdStorageAfter: 30'; delete after 120 days or later",
    ],
    [
      'a retention of copies that is no whole number of days',
      { copyActions: [{ destinationBackupVault: vault(), deleteAfter: hours(12) }] },
      "copyActions[0]: '12 hours' cannot be converted into a whole number of days. Recovery points must be deleted after",
    ],
    [
      'a transition of copies that is no whole number of days',
      { copyActions: [{ destinationBackupVault: vault(), moveToColdStorageAfter: hours(12) }] },
      "copyActions[0]: '12 hours' cannot be converted into a whole number of days. Recovery points must move to cold storage after",
    ],
    [
      'six copies',
      { copyActions: Array.from({ length: 6 }, () => ({ destinationBackupVault: vault() })) },
      'BackupPlanRule: a rule has at most 5 copy actions, got 6; spread the copy actions over two rules (',
    ],
    [
      'eleven tags',
      { recoveryPointTags: Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`${index}`, ''])) },
      'BackupPlanRule: a rule has at most 10 recovery point tags, got 11; ',
    ],
    [
      'two index actions',
      {
        indexActions: [
          { resourceTypes: [IndexActionResourceType.S3] },
          { resourceTypes: [IndexActionResourceType.EBS] },
        ],
      },
      'a rule has at most 1 index action, got 2; keep one index action',
    ],
    [
      'an empty name',
      { ruleName: '' },
      "BackupPlanRule '': a rule name must be 1 to 50 letters, digits, '-', '_' or '.', got '' (0 characters); give the rule such a name",
    ],
  ])('refuses %s', (_, props, message) => {
    expect(thrown(() => new BackupPlanRule(props))).toContain(message);
  });

  it('tells everything that is wrong with it at once, under its own name', () => {
    const message = thrown(
      () =>
        new BackupPlanRule({
          ruleName: 'Nightly',
          startWindow: minutes(1),
          deleteAfter: days(0),
          scheduleExpression: Schedule.rate(days(1)),
        }),
    );
    expect(message.startsWith("BackupPlanRule 'Nightly': ")).toBe(true);
    expect(message.split('\n').map((line) => /\[Strongroom::([\w-]+)\]$/.exec(line)?.[1])).toEqual([
      'schedule',
      'start-window',
      'retention',
    ]);
  });

  it('takes null for nothing, as plain JavaScript does', () => {
    const nothing = null as unknown as undefined;
    const props: BackupPlanRuleProps = {
      ruleName: nothing,
      deleteAfter: nothing,
      moveToColdStorageAfter: nothing,
      startWindow: nothing,
      completionWindow: nothing,
      copyActions: [{ destinationBackupVault: vault(), deleteAfter: nothing, moveToColdStorageAfter: nothing }],
      recoveryPointTags: { key: null as unknown as string },
      indexActions: nothing,
      scheduleExpression: nothing,
      scheduleExpressionTimezone: nothing,
    };
    expect(() => new BackupPlanRule(props)).not.toThrow();
    expect(thrown(() => new BackupPlanRule({ ...props, deleteAfter: days(0) }))).toMatch(/^BackupPlanRule: /);
  });

  it('takes every time zone that the CDK lists, also one that the platform does not know', () => {
    expect(() => new BackupPlanRule({ scheduleExpressionTimezone: TimeZone.FACTORY })).not.toThrow();
    expect(() => new BackupPlanRule({ scheduleExpressionTimezone: TimeZone.of('Factory') })).not.toThrow();
  });

  it('throws the kind of error that CDK throws, under the id of the rule', () => {
    try {
      new BackupPlanRule({ startWindow: minutes(1) });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ name: 'Strongroom::start-window', type: 'validation' });
    }
  });

  it('is judged anew where it is made of the values of another', () => {
    const { props } = new BackupPlanRule({ deleteAfter: days(35) });
    expect(thrown(() => new BackupPlanRule({ ...props, deleteAfter: days(0) }))).toContain('[Strongroom::retention]');
    expect(thrown(() => new BackupPlanRule({ ...props, ruleName: '' }))).toContain('[Strongroom::rule-name]');
  });

  it('does not name itself by a token', () => {
    expect(
      thrown(() => new BackupPlanRule({ ruleName: Token.asString({ Ref: 'Name' }), startWindow: minutes(1) })),
    ).toMatch(/^BackupPlanRule: a start/);
  });
});

describe('a type of an index action', () => {
  it('is EBS, S3, or what a later AWS Backup may know', () => {
    expect(
      [IndexActionResourceType.EBS, IndexActionResourceType.S3, new IndexActionResourceType('EFS')].map((type) => [
        type.value,
        type.toString(),
      ]),
    ).toEqual([
      ['EBS', 'EBS'],
      ['S3', 'S3'],
      ['EFS', 'EFS'],
    ]);
  });
});
