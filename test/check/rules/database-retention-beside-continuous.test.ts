import { describe, expect, test } from 'vitest';
import { databaseRetentionBesideContinuous } from '../../../src/check/rules/database-retention-beside-continuous';
import { planOf, ruleOf, selectionOf, UNKNOWN } from '../plans';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';

const ARN = { 'Fn::GetAtt': ['Db', 'DBInstanceArn'] };
const instance = (Properties: object) => ({ Type: 'AWS::RDS::DBInstance', Properties });
const CONTINUOUS = { EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 14 } };
const app = (Db: object, rule: object = CONTINUOUS, parts: object = {}) => ({
  Db,
  Plan: planOf(ruleOf('continuous', rule)),
  Selection: selectionOf('Plan', { Resources: [ARN], ...parts }),
});
const found = (Resources: object) => findingsOf(databaseRetentionBesideContinuous, { Resources });

testRule(databaseRetentionBesideContinuous, [
  {
    title: 'a database that keeps its automated backups otherwise',
    wrong: app(instance({ BackupRetentionPeriod: 7 })),
    at: 'Resources.Db.Properties.BackupRetentionPeriod',
    right: 14,
    finds: {
      logicalId: 'Db',
      property: 'BackupRetentionPeriod',
      says: /^database 'Db' keeps its automated backups 7 days, and rule 'continuous', which backs it up continuously, sets that to 14 days$/,
    },
  },
  {
    title: 'a database without automated backups',
    wrong: app(instance({ BackupRetentionPeriod: 0 })),
    at: 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0.EnableContinuousBackup',
    right: false,
    finds: { says: /sets that to 14 days, and takes it offline while it switches them on$/ },
  },
  {
    title: 'a database that asks for a window of its own',
    wrong: app(instance({ PreferredBackupWindow: '03:00-03:30' })),
    at: 'Resources.Db.Properties.PreferredBackupWindow',
    right: LEFT_OUT,
    finds: {
      severity: 'info',
      property: 'PreferredBackupWindow',
      says: /^database 'Db' asks for automated backups at 03:00-03:30, and/,
    },
  },
]);

describe('database-retention-beside-continuous', () => {
  const SEVEN = { BackupRetentionPeriod: 7 };

  test.each([
    [
      'rules of which nobody knows the retention',
      app(instance(SEVEN), { EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: UNKNOWN } }),
    ],
    ['instances of a cluster', app(instance({ ...SEVEN, DBClusterIdentifier: { Ref: 'Cluster' } }))],
    [
      'selections with conditions',
      app(instance(SEVEN), CONTINUOUS, {
        Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/a', ConditionValue: 'b' }] },
      }),
    ],
    ['selections that take something out', app(instance(SEVEN), CONTINUOUS, { NotResources: [ARN] })],
    ['databases that are not selected', { ...app(instance({})), Other: instance(SEVEN) }],
    ['other settings', app(instance({ PreferredMaintenanceWindow: 'sun:03:00-sun:03:30' }))],
  ])('leaves %s alone', (_, resources) => {
    const Cluster = { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql' } };
    expect(found({ ...resources, Cluster })).toEqual([]);
  });

  test.each([
    ['aurora-postgresql', 1],
    ['mysql', 0],
    [UNKNOWN, 0],
  ])('a cluster of engine %j has %i findings', (Engine, count) => {
    const Db = { Type: 'AWS::RDS::DBCluster', Properties: { Engine, ...SEVEN } };
    const Selection = selectionOf('Plan', { Resources: [{ 'Fn::GetAtt': ['Db', 'DBClusterArn'] }] });
    expect(found({ ...app(Db), Selection })).toHaveLength(count);
  });

  test('leaves values and rules alone that depend on a condition', () => {
    const Conditions = { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } };
    const sometimes = (value: unknown) => ({ 'Fn::If': ['C', value, { Ref: 'AWS::NoValue' }] });
    const own = app(instance({ BackupRetentionPeriod: sometimes(7) }));
    const rule = { ...app(instance(SEVEN)), Plan: planOf(sometimes(ruleOf('continuous', CONTINUOUS))) };
    for (const Resources of [own, rule]) {
      expect(findingsOf(databaseRetentionBesideContinuous, { Conditions, Resources })).toEqual([]);
    }
  });

  test('tells once of a database, and how to mend it', () => {
    const twice = app(instance({ BackupRetentionPeriod: 1 }), CONTINUOUS, { Resources: [ARN, ARN] });
    expect(found(twice)).toMatchObject([
      { fix: 'set BackupRetentionPeriod to 14, as the rule does', severity: 'warning' },
    ]);
    expect(found(twice)[0]?.message).toMatch(/keeps its automated backups 1 day,/);
    expect(found(app(instance({ PreferredBackupWindow: '03:00-03:30' })))[0]?.fix).toBe(
      'leave PreferredBackupWindow out',
    );
  });
});
