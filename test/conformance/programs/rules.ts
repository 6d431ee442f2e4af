import { CfnOutput, CfnParameter, Duration, Lazy, type Stack } from 'aws-cdk-lib';
import type { BackupPlanRuleProps } from 'aws-cdk-lib/aws-backup';
import { type BackupLibrary, bothReject, type Program, refused, type Site, same } from '../program';

const RETENTION = 'Recovery points are deleted after 1 to 36500 whole days (hashicorp/terraform-provider-aws#24960).';
const STAY = 'Recovery points stay in cold storage for at least 90 days (API_Lifecycle).';
const START = 'A start window has at least 60 minutes (API_BackupRuleInput).';
const TAGS = 'A rule puts at most 10 tags on its recovery points (aws-backup-limits).';

/** A plan with one rule, into a vault that the program has. */
export function withRule(props: BackupPlanRuleProps | ((stack: Stack, lib: BackupLibrary) => BackupPlanRuleProps)) {
  return (lib: BackupLibrary, { stack }: Site): void => {
    const backupVault = new lib.BackupVault(stack, 'Vault');
    const rule = new lib.BackupPlanRule(typeof props === 'function' ? props(stack, lib) : props);
    new lib.BackupPlan(stack, 'Plan', { backupVault, backupPlanRules: [rule] });
  };
}

const days = (amount: number) => Duration.days(amount);
const hours = (amount: number) => Duration.hours(amount);
const minutes = (amount: number) => Duration.minutes(amount);
const parameter = (stack: Stack, id: string) => new CfnParameter(stack, id, { type: 'Number' }).valueAsNumber;
const tags = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, `value${at}`]));

const STATICS = ['daily', 'weekly', 'monthly1Year', 'monthly5Year', 'monthly7Year'] as const;

export const RULES: readonly Program[] = [
  ...STATICS.map((name) =>
    same(`the ready-made rule ${name} stands in a plan and tells its properties`, (lib, { stack }) => {
      const rule = lib.BackupPlanRule[name](new lib.BackupVault(stack, 'Vault'));
      new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [rule] });
      const { ruleName, scheduleExpression, deleteAfter, moveToColdStorageAfter } = rule.props;
      const told = [
        ruleName,
        scheduleExpression?.expressionString,
        deleteAfter?.toDays(),
        moveToColdStorageAfter?.toDays(),
      ];
      new CfnOutput(stack, 'Told', { value: told.join(' ') });
    }),
  ),
  same('a rule without properties has a name and a vault', withRule({})),
  same('a rule with all windows', withRule({ startWindow: hours(1), completionWindow: hours(2) })),
  same('a rule with windows in days and minutes', withRule({ startWindow: minutes(61), completionWindow: days(7) })),
  same('the shortest start window has 60 minutes', withRule({ startWindow: minutes(60) })),
  same(
    'the longest windows have 52560000 minutes',
    withRule({ startWindow: minutes(52_559_999), completionWindow: minutes(52_560_000) }),
  ),
  same(
    'a completion window before the end of the start window is rendered',
    withRule({ startWindow: hours(8), completionWindow: hours(1) }),
  ),
  same(
    'windows that only deployment knows are rendered',
    withRule((stack) => ({
      startWindow: minutes(parameter(stack, 'Start')),
      completionWindow: minutes(parameter(stack, 'Completion')),
    })),
  ),
  same('a rule deletes its points after 1 day', withRule({ deleteAfter: days(1) })),
  same('a rule deletes its points after 36500 days', withRule({ deleteAfter: days(36500) })),
  same('a retention in hours is rendered in days', withRule({ deleteAfter: hours(48) })),
  same(
    'a rule moves its points to cold storage and keeps them for ever',
    withRule({ moveToColdStorageAfter: days(30) }),
  ),
  same(
    'points may stay in cold storage for exactly 90 days',
    withRule({ moveToColdStorageAfter: days(30), deleteAfter: days(120) }),
  ),
  same(
    'a transition to cold storage after 0 days is rendered as the official library does',
    withRule({ moveToColdStorageAfter: days(0), deleteAfter: days(90) }),
  ),
  same(
    'a lifecycle that only deployment knows is rendered',
    withRule((stack) => ({
      deleteAfter: days(parameter(stack, 'Delete')),
      moveToColdStorageAfter: days(parameter(stack, 'Cold')),
    })),
  ),
  same(
    'a retention that is lazy is rendered',
    withRule({
      deleteAfter: days(Lazy.number({ produce: () => 12 })),
      moveToColdStorageAfter: days(400),
    }),
  ),
  same('continuous backup keeps points for 35 days by default', (lib, { stack }) => {
    const rule = new lib.BackupPlanRule({ enableContinuousBackup: true });
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [rule] });
    new CfnOutput(stack, 'Days', { value: String(rule.props.deleteAfter?.toDays()) });
  }),
  same('continuous backup for 14 days', withRule({ enableContinuousBackup: true, deleteAfter: days(14) })),
  same('continuous backup for 1 day', withRule({ enableContinuousBackup: true, deleteAfter: days(1) })),
  same('continuous backup for 35 days', withRule({ enableContinuousBackup: true, deleteAfter: days(35) })),
  same('continuous backup that is turned off stays in the template', withRule({ enableContinuousBackup: false })),
  same(
    'continuous backup that is turned off may have cold storage',
    withRule({
      enableContinuousBackup: false,
      moveToColdStorageAfter: days(8),
      deleteAfter: days(365),
    }),
  ),
  same(
    'continuous backup with a retention that only deployment knows',
    withRule((stack) => ({
      enableContinuousBackup: true,
      deleteAfter: days(parameter(stack, 'Delete')),
    })),
  ),
  same('recovery points get tags', withRule({ recoveryPointTags: { team: 'storage', empty: '' } })),
  same('recovery points may get 10 tags', withRule({ recoveryPointTags: tags(10) })),
  same('an empty set of tags is rendered as such', withRule({ recoveryPointTags: {} })),
  same('tags of recovery points keep their order', withRule({ recoveryPointTags: { b: '1', a: '2' } })),
  same(
    'a tag may have a value that only deployment knows',
    withRule((stack) => ({
      recoveryPointTags: { region: stack.region },
    })),
  ),
  same(
    'the longest tag has a key of 128 characters and a value of 256',
    withRule({
      recoveryPointTags: { ['k'.repeat(128)]: 'v'.repeat(256) },
    }),
  ),
  same(
    'an index action for S3',
    withRule((_, lib) => ({ indexActions: [{ resourceTypes: [lib.IndexActionResourceType.S3] }] })),
  ),
  same(
    'an index action for EBS',
    withRule((_, lib) => ({ indexActions: [{ resourceTypes: [lib.IndexActionResourceType.EBS] }] })),
  ),
  same(
    'an index action for two types',
    withRule((_, lib) => ({
      indexActions: [{ resourceTypes: [lib.IndexActionResourceType.S3, lib.IndexActionResourceType.EBS] }],
    })),
  ),
  same(
    'an index action for a type by its name',
    withRule((_, lib) => ({
      indexActions: [{ resourceTypes: [new lib.IndexActionResourceType('FSx')] }],
    })),
  ),
  same('an index action without types', withRule({ indexActions: [{ resourceTypes: [] }] })),
  same('an empty list of index actions is rendered as such', withRule({ indexActions: [] })),
  same('an index action type is written as its value', (lib, { stack }) => {
    const { EBS, S3 } = lib.IndexActionResourceType;
    new CfnOutput(stack, 'Types', { value: `${EBS} ${S3.value} ${S3.toString()}` });
  }),
  bothReject(
    'a deletion before the transition to cold storage is rejected',
    'must be greater than `moveToColdStorageAfter`',
    withRule({ deleteAfter: days(29), moveToColdStorageAfter: days(30) }),
  ),
  bothReject(
    'continuous backup with cold storage is rejected',
    '`moveToColdStorageAfter` must not be specified if `enableContinuousBackup` is enabled',
    withRule({ enableContinuousBackup: true, moveToColdStorageAfter: days(10) }),
  ),
  bothReject(
    'continuous backup with cold storage that only deployment knows is rejected',
    '`moveToColdStorageAfter` must not be specified if `enableContinuousBackup` is enabled',
    withRule((stack) => ({ enableContinuousBackup: true, moveToColdStorageAfter: days(parameter(stack, 'Cold')) })),
  ),
  bothReject(
    'continuous backup for 36 days is rejected',
    "must be between 1 and 35 days if 'enableContinuousBackup' is enabled",
    withRule({ enableContinuousBackup: true, deleteAfter: days(36) }),
  ),
  bothReject(
    'continuous backup for 0 days is rejected',
    "must be between 1 and 35 days if 'enableContinuousBackup' is enabled",
    withRule({ enableContinuousBackup: true, deleteAfter: days(0) }),
  ),
  bothReject(
    'a retention of 12 hours is rejected',
    "'12 hours' cannot be converted into a whole number of days",
    withRule({ deleteAfter: hours(12) }),
  ),
  bothReject(
    'a transition to cold storage after 12 hours is rejected',
    "'12 hours' cannot be converted into a whole number of days",
    withRule({ moveToColdStorageAfter: hours(12) }),
  ),
  bothReject(
    'a start window of 90 seconds is rejected',
    "'90 seconds' cannot be converted into a whole number of minutes",
    withRule({ startWindow: Duration.seconds(90) }),
  ),
  bothReject(
    'a retention in hours that only deployment knows is rejected',
    "Duration must be specified as 'Duration.days()'",
    withRule((stack) => ({
      deleteAfter: hours(parameter(stack, 'Delete')),
    })),
  ),
  bothReject(
    'a start window in hours that only deployment knows is rejected',
    "Duration must be specified as 'Duration.minutes()'",
    withRule((stack) => ({
      startWindow: hours(parameter(stack, 'Start')),
    })),
  ),
  refused('a retention of 0 days is refused', 'retention', RETENTION, withRule({ deleteAfter: days(0) })),
  refused('a retention of 36501 days is refused', 'retention', RETENTION, withRule({ deleteAfter: days(36501) })),
  refused('a retention of 40000 days is refused', 'retention', RETENTION, withRule({ deleteAfter: days(40000) })),
  bothReject(
    'a retention of 1.5 days is rejected',
    'must be a whole number of days',
    withRule({ deleteAfter: days(1.5) }),
  ),
  refused(
    '89 days in cold storage are refused',
    'cold-storage-stay',
    STAY,
    withRule({ moveToColdStorageAfter: days(30), deleteAfter: days(119) }),
  ),
  refused(
    'a deletion on the day of the transition is refused',
    'cold-storage-stay',
    STAY,
    withRule({ moveToColdStorageAfter: days(30), deleteAfter: days(30) }),
  ),
  bothReject(
    'a transition to cold storage after 1.5 days is rejected',
    'must be a whole number of days',
    withRule({ moveToColdStorageAfter: days(1.5) }),
  ),
  bothReject(
    'a start window of 60.5 minutes is rejected',
    'must be a whole number of minutes',
    withRule({ startWindow: minutes(60.5) }),
  ),
  refused('a start window of 59 minutes is refused', 'start-window', START, withRule({ startWindow: minutes(59) })),
  refused('a start window of 0 minutes is refused', 'start-window', START, withRule({ startWindow: minutes(0) })),
  refused(
    'a start window of 52560001 minutes is refused',
    'start-window',
    START,
    withRule({ startWindow: minutes(52_560_001), completionWindow: minutes(52_560_000) }),
  ),
  same(
    'a completion window of 52560001 minutes is passed on, with a warning',
    withRule({ completionWindow: minutes(52_560_001) }),
  ),
  refused(
    '11 tags on recovery points are refused',
    'recovery-point-tags-per-rule',
    TAGS,
    withRule({ recoveryPointTags: tags(11) }),
  ),
  same('a tag with an empty key is passed on, with a warning', withRule({ recoveryPointTags: { '': 'value' } })),
  same(
    'a tag with a key of 129 characters is passed on, with a warning',
    withRule({ recoveryPointTags: { ['k'.repeat(129)]: 'value' } }),
  ),
  same(
    'a tag with a value of 257 characters is passed on, with a warning',
    withRule({ recoveryPointTags: { key: 'v'.repeat(257) } }),
  ),
  refused(
    'two index actions are refused',
    'index-actions-per-rule',
    'A rule has at most 1 index action (API_BackupRuleInput).',
    withRule((_, lib) => ({
      indexActions: [
        { resourceTypes: [lib.IndexActionResourceType.S3] },
        { resourceTypes: [lib.IndexActionResourceType.EBS] },
      ],
    })),
  ),
];
