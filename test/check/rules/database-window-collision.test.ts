import { describe, expect, test } from 'vitest';
import { databaseWindowCollision } from '../../../src/check/rules/database-window-collision';
import { planOf, ruleOf, selectionOf, UNKNOWN } from '../plans';
import { findingsOf, testRule } from '../rule-cases';

const clusterArn = (service: string) => ({
  'Fn::Join': [':', ['arn:aws', service, { Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }, 'cluster', { Ref: 'Db' }]],
});
const ARN = clusterArn('rds');
const database = (Type: string, Properties: object) => ({ Type, Properties });
const instance = (properties: object) => database('AWS::RDS::DBInstance', { Engine: 'postgres', ...properties });
const INSTANCE_ARN = { 'Fn::GetAtt': ['Db', 'DBInstanceArn'] };
const app = (Db: object, arn: object, rule: object = {}, parts: object = {}) => ({
  Db,
  Plan: planOf(ruleOf('daily', { ScheduleExpression: 'cron(0 5 ? * * *)', ...rule })),
  Selection: selectionOf('Plan', { Resources: [arn], ...parts }),
});
const found = (Resources: object) => findingsOf(databaseWindowCollision, { Resources });

testRule(databaseWindowCollision, [
  {
    title: 'a schedule in the maintenance window',
    wrong: app(instance({ PreferredMaintenanceWindow: 'sun:06:00-sun:06:30' }), INSTANCE_ARN),
    at: 'Resources.Db.Properties.PreferredMaintenanceWindow',
    right: 'sun:06:01-sun:06:31',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].ScheduleExpression',
      says: /^rule 'daily' begins about 1 of its 7 runs a week in the maintenance window sun:06:00-sun:06:30 \(UTC\) of database 'Db', or in the hour before/,
    },
  },
  {
    title: 'a schedule in the window of the automated backups',
    wrong: app(instance({ PreferredBackupWindow: '04:31-05:01' }), INSTANCE_ARN),
    at: 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0.ScheduleExpression',
    right: 'cron(30 5 ? * * *)',
    finds: { says: /^rule 'daily' begins about 1 of its 1 runs a day in the backup window 04:31-05:01 \(UTC\)/ },
  },
]);

describe('database-window-collision', () => {
  const WINDOW = { PreferredBackupWindow: '05:00-05:30' };

  test.each([
    ['DocumentDB', database('AWS::DocDB::DBCluster', WINDOW), ARN],
    ['Neptune', database('AWS::Neptune::DBCluster', WINDOW), ARN],
    ['a Multi-AZ DB cluster', database('AWS::RDS::DBCluster', { ...WINDOW, Engine: 'mysql' }), ARN],
    [
      'Redshift',
      database('AWS::Redshift::Cluster', { PreferredMaintenanceWindow: 'sun:05:00-sun:05:30' }),
      clusterArn('redshift'),
    ],
  ])('warns of %s', (_, db, arn) => {
    expect(found(app(db, arn))).toMatchObject([
      { fix: 'move the schedule or the window, so that no run begins in the window or in the hour before' },
    ]);
  });

  test.each([
    ['Aurora', app(database('AWS::RDS::DBCluster', { ...WINDOW, Engine: 'aurora-mysql' }), ARN)],
    ['what may be Aurora', app(database('AWS::RDS::DBCluster', WINDOW), ARN)],
    ['an instance of a cluster', app(instance({ ...WINDOW, DBClusterIdentifier: { Ref: 'Cluster' } }), INSTANCE_ARN)],
    ['plans with continuous backup', app(instance(WINDOW), INSTANCE_ARN, { EnableContinuousBackup: true })],
    [
      'plans of which one rule has it',
      {
        ...app(instance(WINDOW), INSTANCE_ARN),
        Plan: planOf(
          ruleOf('daily', { ScheduleExpression: 'cron(0 5 ? * * *)' }),
          ruleOf('always', { EnableContinuousBackup: true }),
        ),
      },
    ],
    ['plans that may have it', app(instance(WINDOW), INSTANCE_ARN, { EnableContinuousBackup: UNKNOWN })],
    ['selections that take something out', app(instance(WINDOW), INSTANCE_ARN, {}, { NotResources: [INSTANCE_ARN] })],
    [
      'selections with conditions',
      app(
        instance(WINDOW),
        INSTANCE_ARN,
        {},
        { Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/a', ConditionValue: 'b' }] } },
      ),
    ],
    ['other databases', { ...app(instance({}), INSTANCE_ARN), Other: instance(WINDOW) }],
    ['schedules that are over', app(instance(WINDOW), INSTANCE_ARN, { ScheduleExpression: 'cron(0 5 * * ? 2020)' })],
    ['windows that are none', app(instance({ PreferredBackupWindow: 'night' }), INSTANCE_ARN)],
  ])('leaves %s alone', (_, resources) => {
    const Cluster = database('AWS::RDS::DBCluster', { Engine: 'aurora-mysql' });
    expect(found({ ...resources, Cluster })).toEqual([]);
  });

  test('leaves a window alone that depends on a condition', () => {
    const Conditions = { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } };
    const window = { 'Fn::If': ['C', '05:00-05:30', { Ref: 'AWS::NoValue' }] };
    const Resources = app(instance({ PreferredBackupWindow: window }), INSTANCE_ARN);
    expect(findingsOf(databaseWindowCollision, { Conditions, Resources })).toEqual([]);
  });
});
