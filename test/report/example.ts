import { readFileSync } from 'node:fs';
import { App, Aws, CfnParameter, Duration, NestedStack, Stack, Stage, TimeZone } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as efs from 'aws-cdk-lib/aws-efs';
import { Schedule } from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  BackupVaultEvents,
  CfnLogicallyAirGappedBackupVault,
} from 'cdk-strongroom';
import type { BackupModel } from '../../src/read/model';
import { readModel } from '../../src/read/read-model';

const CONTEXT = {
  'aws:cdk:disable-validation': true,
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
};

/** An app that declares a little of everything, synthesized into a folder of its own. */
export function synthesizeExample(): string {
  const app = new App({ context: CONTEXT });
  ledger(app);
  files(new Stage(app, 'Prod'));
  new Stack(app, 'Website');
  return app.synth().directory;
}

/** What is read from a folder of synthesized templates. */
export function readExample(directory: string): BackupModel {
  // The lines of this very file, and its folder, would change with it.
  return readModel([{ kind: 'assembly', path: directory }], (path) =>
    readFileSync(path, 'utf8').replaceAll('aws:cdk:creationStack', 'aws:cdk:left-out'),
  );
}

function ledger(app: App): void {
  const stack = new Stack(app, 'Ledger', { env: { account: '111122223333', region: 'eu-central-1' } });
  const vault = new BackupVault(stack, 'Vault', {
    backupVaultName: 'ledger',
    encryptionKey: new kms.Key(stack, 'Key'),
    notificationTopic: new sns.Topic(stack, 'Topic'),
    notificationEvents: [BackupVaultEvents.BACKUP_JOB_COMPLETED, BackupVaultEvents.COPY_JOB_FAILED],
    lockConfiguration: {
      minRetention: Duration.days(7),
      maxRetention: Duration.days(3650),
      changeableFor: Duration.days(3),
    },
  });
  vault.addToAccessPolicy(
    new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['backup:DeleteRecoveryPoint'],
      resources: ['*'],
      conditions: { StringNotLike: { 'aws:userId': ['AROAEXAMPLE:*', '111122223333'] } },
    }),
  );
  const offsite = BackupVault.fromBackupVaultArn(
    stack,
    'Offsite',
    'arn:aws:backup:us-east-1:444455556666:backup-vault:offsite',
  );
  const plan = new BackupPlan(stack, 'Plan', { backupPlanName: 'Ledger', backupVault: vault, windowsVss: true });
  plan.addRule(BackupPlanRule.daily());
  plan.addRule(
    new BackupPlanRule({
      ruleName: 'MonthEnd',
      scheduleExpression: Schedule.cron({ minute: '30', hour: '22', day: 'L' }),
      scheduleExpressionTimezone: TimeZone.EUROPE_BERLIN,
      startWindow: Duration.hours(2),
      completionWindow: Duration.hours(36),
      moveToColdStorageAfter: Duration.days(30),
      deleteAfter: Duration.days(3650),
      recoveryPointTags: { 'cost-centre': 'finance' },
      copyActions: [{ destinationBackupVault: offsite, deleteAfter: Duration.days(365) }],
    }),
  );
  plan.addRule(
    new BackupPlanRule({
      ruleName: 'PointInTime',
      enableContinuousBackup: true,
      deleteAfter: Duration.days(14),
      copyActions: [{ destinationBackupVault: offsite }],
    }),
  );
  plan.addSelection('Tables', {
    resources: [
      BackupResource.fromDynamoDbTable(
        new dynamodb.Table(stack, 'Bookings', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }),
      ),
      BackupResource.fromTag('stage', 'prod'),
      BackupResource.fromArn('arn:aws:rds:*:*:db:ledger-*'),
    ],
  });
}

function files(stage: Stage): void {
  const stack = new Stack(stage, 'Files');
  const retention = new CfnParameter(stack, 'RetentionDays', { type: 'Number' });
  new CfnLogicallyAirGappedBackupVault(stack, 'AirGapped', {
    backupVaultName: 'air-gapped',
    minRetentionDays: 7,
    maxRetentionDays: retention.valueAsNumber,
  });
  const nested = new NestedStack(stack, 'Uploads');
  const plan = BackupPlan.dailyMonthly1YearRetention(nested, 'Plan');
  plan.addSelection('Uploads', {
    resources: [
      BackupResource.fromEfsFileSystem(new efs.CfnFileSystem(nested, 'Disk')),
      BackupResource.fromArn(`arn:${Aws.PARTITION}:dynamodb:${Aws.REGION}:${Aws.ACCOUNT_ID}:table/sessions`),
    ],
    role: iam.Role.fromRoleArn(nested, 'Role', 'arn:aws:iam::111122223333:role/backup', { mutable: false }),
  });
}
