import { type App, Duration } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { BackupPlan, BackupPlanRule, BackupVault } from 'cdk-strongroom';
import type { Construct } from 'constructs';
import { type Reported, synthesized, told } from './synth';

/** Where the stack is that most tests declare something in. */
export const ENV = { account: '111122223333', region: 'eu-central-1' };

/** A table that nothing backs up. */
export function addTable(scope: Construct, id: string): dynamodb.Table {
  return new dynamodb.Table(scope, id, { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
}

/** A plan with one rule, and a vault of its own. */
export function addPlan(scope: Construct, id = 'Plan', days = 35): BackupPlan {
  return new BackupPlan(scope, id, {
    backupPlanName: id,
    backupVault: new BackupVault(scope, `${id}Vault`),
    backupPlanRules: [new BackupPlanRule({ ruleName: 'daily', deleteAfter: Duration.days(days) })],
  });
}

const isOfObjective = ({ ruleName }: Reported) => ruleName.startsWith('objective-');

/** What objectives say at a synth, and not what checks do: the rules, each with the construct it is about. */
export function missedIn(app: App): string[] {
  return told({ violations: synthesized(app).violations.filter(isOfObjective) });
}

/** The same in words. */
export function missesIn(app: App): string[] {
  return synthesized(app)
    .violations.filter(isOfObjective)
    .map(({ description }) => description);
}
