import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as official from 'aws-cdk-lib/aws-backup';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import type * as ours from 'cdk-strongroom';

/** What both libraries have. */
type Library = typeof ours | typeof official;

/** The app, by constructs of one of the two libraries. */
export function byConstructs(library: Library): App {
  const { BackupPlan, BackupPlanRule, BackupResource, BackupVault, BackupVaultEvents, TagOperation } =
    library as typeof ours;
  const { app, stack, key, topic, table } = surroundings();
  const vault = new BackupVault(stack, 'Vault', {
    backupVaultName: 'ledger',
    encryptionKey: key,
    notificationTopic: topic,
    notificationEvents: [BackupVaultEvents.BACKUP_JOB_FAILED, BackupVaultEvents.COPY_JOB_FAILED],
    lockConfiguration: { minRetention: Duration.days(7), maxRetention: Duration.days(400) },
    blockRecoveryPointDeletion: true,
  });
  const offsite = BackupVault.fromBackupVaultArn(stack, 'Offsite', OFFSITE);
  const plan = new BackupPlan(stack, 'Plan', { backupPlanName: 'Ledger', backupVault: vault });
  plan.addRule(
    new BackupPlanRule({
      ruleName: 'Daily',
      scheduleExpression: Schedule.cron({ hour: '5', minute: '30' }),
      startWindow: Duration.hours(1),
      completionWindow: Duration.hours(4),
      deleteAfter: Duration.days(35),
      copyActions: [{ destinationBackupVault: offsite, deleteAfter: Duration.days(90) }],
      recoveryPointTags: { team: 'ledger' },
    }),
  );
  plan.addRule(
    new BackupPlanRule({ ruleName: 'Hourly', enableContinuousBackup: true, deleteAfter: Duration.days(14) }),
  );
  plan.addSelection('Selection', {
    resources: [
      BackupResource.fromDynamoDbTable(table),
      BackupResource.fromArn('arn:aws:s3:::ledger-*'),
      BackupResource.fromTag('stage', 'prod', TagOperation.STRING_EQUALS),
    ],
  });
  return app;
}

/** The app, by low-level constructs alone, with the logical ids that the others have. */
export function byLowLevelConstructs(): App {
  const { app, stack, key, topic, table } = surroundings();
  topic.grantPublish(new iam.ServicePrincipal('backup.amazonaws.com'));
  const vault = named(
    new official.CfnBackupVault(stack, 'Vault', {
      backupVaultName: 'ledger',
      encryptionKeyArn: key.keyArn,
      notifications: { backupVaultEvents: ['BACKUP_JOB_FAILED', 'COPY_JOB_FAILED'], snsTopicArn: topic.topicArn },
      lockConfiguration: { minRetentionDays: 7, maxRetentionDays: 400 },
      accessPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
            Resource: '*',
          },
        ],
      },
    }),
    'Vault23237E5B',
  );
  vault.applyRemovalPolicy(RemovalPolicy.RETAIN);
  const plan = named(
    new official.CfnBackupPlan(stack, 'Plan', {
      backupPlan: {
        backupPlanName: 'Ledger',
        backupPlanRule: [
          {
            ruleName: 'Daily',
            scheduleExpression: 'cron(30 5 * * ? *)',
            startWindowMinutes: 60,
            completionWindowMinutes: 240,
            lifecycle: { deleteAfterDays: 35 },
            targetBackupVault: vault.attrBackupVaultName,
            copyActions: [{ destinationBackupVaultArn: OFFSITE, lifecycle: { deleteAfterDays: 90 } }],
            recoveryPointTags: { team: 'ledger' },
          },
          {
            ruleName: 'Hourly',
            enableContinuousBackup: true,
            lifecycle: { deleteAfterDays: 14 },
            targetBackupVault: vault.attrBackupVaultName,
          },
        ],
      },
    }),
    'PlanDAF4E53A',
  );
  const role = named(
    new iam.CfnRole(stack, 'Role', {
      assumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' } }],
      },
      managedPolicyArns: [`arn:${stack.partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup`],
    }),
    'PlanSelectionRole6D10F4B7',
  );
  named(
    new official.CfnBackupSelection(stack, 'Selection', {
      backupPlanId: plan.attrBackupPlanId,
      backupSelection: {
        iamRoleArn: role.attrArn,
        selectionName: 'Selection',
        resources: [table.tableArn, 'arn:aws:s3:::ledger-*'],
        listOfTags: [{ conditionKey: 'stage', conditionType: 'STRINGEQUALS', conditionValue: 'prod' }],
      },
    }),
    'PlanSelectionF88CBC04',
  );
  return app;
}

const OFFSITE = 'arn:aws:backup:us-east-1:444455556666:backup-vault:offsite';

function surroundings() {
  const app = new App({ context: { 'aws:cdk:disable-validation': true } });
  const stack = new Stack(app, 'App', { env: { account: '111122223333', region: 'eu-central-1' } });
  const key = new kms.Key(stack, 'Key');
  const topic = new sns.Topic(stack, 'Topic', { topicName: 'backups' });
  const table = new Table(stack, 'Table', {
    partitionKey: { name: 'id', type: AttributeType.STRING },
    tableName: 'ledger',
  });
  return { app, stack, key, topic, table };
}

function named<Resource extends { overrideLogicalId(id: string): void }>(
  resource: Resource,
  logicalId: string,
): Resource {
  resource.overrideLogicalId(logicalId);
  return resource;
}
