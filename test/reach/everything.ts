import { Duration, type Stack, TimeZone } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, PolicyDocument, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import {
  BackupAccessPoint,
  BackupCondition,
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  ControlResourceType,
  ControlScope,
  Framework,
  FrameworkControl,
  IndexActionResourceType,
  LegalHold,
  LogicallyAirGappedBackupVault,
  MalwareScanner,
  ReportFormat,
  ReportPlan,
  ReportTemplate,
  RestoreTestingAlgorithm,
  RestoreTestingCondition,
  RestoreTestingPlan,
  RestoreTestingRecoveryPointType,
  RestoreTestingTarget,
  ScanMode,
  ScanResourceType,
  TieringConfiguration,
  VaultNotification,
} from 'cdk-strongroom';

const { days, hours, minutes } = Duration;
const policy = (sid: string) =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid,
        principals: [new AnyPrincipal()],
        actions: ['backup:CopyIntoBackupVault'],
        resources: ['*'],
      }),
    ],
  });

/** Sets every property of every resource type of AWS Backup through typed props of our constructs, each to a value of its own. */
export function declareEverything(stack: Stack): void {
  const role = (name: string) =>
    Role.fromRoleArn(stack, `${name}Role`, `arn:aws:iam::111111111111:role/${name}`, { mutable: false });
  const topic = (id: string) => Topic.fromTopicArn(stack, id, `arn:aws:sns:us-east-1:111111111111:${id}`);
  const key = (id: string) => Key.fromKeyArn(stack, id, `arn:aws:kms:us-east-1:111111111111:key/${id}`);
  const copyVault = BackupVault.fromBackupVaultArn(
    stack,
    'Copy',
    'arn:aws:backup:us-east-1:111111111111:backup-vault:copy',
  );
  const heldVault = BackupVault.fromBackupVaultName(stack, 'Held', 'held-vault');
  const tieredVault = BackupVault.fromBackupVaultName(stack, 'Tiered', 'tiered-vault');
  const testedVault = BackupVault.fromBackupVaultArn(
    stack,
    'Tested',
    'arn:aws:backup:us-east-1:111111111111:backup-vault:tested',
  );
  const untestedVault = BackupVault.fromBackupVaultArn(
    stack,
    'Untested',
    'arn:aws:backup:us-east-1:111111111111:backup-vault:untested',
  );

  const vault = new BackupVault(stack, 'Vault', {
    backupVaultName: 'main-vault',
    accessPolicy: policy('MainVault'),
    encryptionKey: key('MainKey'),
    notificationTopic: topic('MainTopic'),
    notifyOf: [VaultNotification.BACKUP_JOB_COMPLETED],
    lockConfiguration: { minRetention: days(7), maxRetention: days(4000), changeableFor: days(5) },
    tags: { vaultTag: 'main' },
  });
  const airGapped = new LogicallyAirGappedBackupVault(stack, 'AirGapped', {
    backupVaultName: 'air-gapped-vault',
    accessPolicy: policy('AirGappedVault'),
    encryptionKey: key('AirGappedKey'),
    minRetention: days(8),
    maxRetention: days(3999),
    mpaApprovalTeamArn: 'arn:aws:mpa:us-east-1:111111111111:approval-team/team',
    notificationTopic: topic('AirGappedTopic'),
    notifyOf: [VaultNotification.COPY_JOB_FAILED],
    tags: { vaultTag: 'air-gapped' },
  });

  const plan = new BackupPlan(stack, 'Plan', {
    backupPlanName: 'plan-name',
    backupVault: vault,
    advancedBackupSettings: { ec2: { windowsVss: true } },
    scanSettings: [
      {
        malwareScanner: MalwareScanner.GUARDDUTY,
        resourceTypes: [ScanResourceType.EBS],
        scannerRole: role('scanner'),
      },
    ],
    tags: { planTag: 'plan' },
  });
  plan.addRule(
    new BackupPlanRule({
      ruleName: 'rule-name',
      scheduleExpression: Schedule.expression('cron(1 2 ? * * *)'),
      scheduleExpressionTimezone: TimeZone.EUROPE_BERLIN,
      startWindow: minutes(61),
      completionWindow: minutes(602),
      deleteAfter: days(203),
      moveToColdStorageAfter: days(14),
      optInToArchiveForSupportedResources: true,
      enableContinuousBackup: false,
      targetLogicallyAirGappedBackupVault: airGapped,
      copyActions: [
        {
          destinationBackupVault: copyVault,
          deleteAfter: days(205),
          moveToColdStorageAfter: days(16),
          optInToArchiveForSupportedResources: false,
        },
      ],
      recoveryPointTags: { pointTag: 'point' },
      indexActions: [{ resourceTypes: [IndexActionResourceType.S3] }],
      scanActions: [{ malwareScanner: MalwareScanner.GUARDDUTY, scanMode: ScanMode.FULL_SCAN }],
    }),
  );
  plan.addSelection('Selection', {
    backupSelectionName: 'selection-name',
    role: role('backup'),
    resources: [BackupResource.fromArn('arn:aws:s3:::selected'), BackupResource.fromTag('tagKey', 'tagValue')],
    excludedResources: [BackupResource.fromArn('arn:aws:s3:::excluded')],
    conditions: [
      BackupCondition.stringEquals('equalsKey', 'equalsValue'),
      BackupCondition.stringNotEquals('notEqualsKey', 'notEqualsValue'),
      BackupCondition.stringLike('likeKey', 'likeValue*'),
      BackupCondition.stringNotLike('notLikeKey', 'notLikeValue*'),
    ],
  });

  const framework = new Framework(stack, 'Framework', {
    frameworkName: 'framework_name',
    description: 'framework description',
    controls: [
      FrameworkControl.recoveryPointRetention({
        requiredRetention: days(45),
        scope: ControlScope.tag('controlTag', 'controlValue'),
      }),
      FrameworkControl.resourcesInBackupPlan({ scope: ControlScope.resource(ControlResourceType.EBS, 'volume-id') }),
    ],
    tags: { frameworkTag: 'framework' },
  });
  new ReportPlan(stack, 'Report', {
    template: ReportTemplate.CONTROL_COMPLIANCE_REPORT,
    frameworks: [framework],
    accounts: ['222222222222'],
    organizationalUnits: ['ou-abcd-12345678'],
    regions: ['eu-west-1'],
    formats: [ReportFormat.CSV],
    bucket: Bucket.fromBucketName(stack, 'Reports', 'report-bucket'),
    keyPrefix: 'report-prefix',
    reportPlanName: 'report_name',
    description: 'report description',
    tags: { reportTag: 'report' },
  });
  new RestoreTestingPlan(stack, 'Testing', {
    restoreTestingPlanName: 'testing_plan',
    scheduleExpression: Schedule.expression('cron(3 4 ? * * *)'),
    scheduleExpressionTimezone: TimeZone.EUROPE_PARIS,
    startWindow: hours(25),
    includeVaults: [testedVault],
    excludeVaults: [untestedVault],
    algorithm: RestoreTestingAlgorithm.RANDOM_WITHIN_WINDOW,
    recoveryPointTypes: [RestoreTestingRecoveryPointType.SNAPSHOT],
    selectionWindow: days(31),
    tags: { testingTag: 'testing' },
  }).addSelection('Tables', {
    restoreTestingSelectionName: 'testing_selection',
    target: RestoreTestingTarget.dynamoDb({ overrides: { targetTableName: 'restored' } }),
    conditions: [
      RestoreTestingCondition.tagEquals('testEqualsKey', 'testEqualsValue'),
      RestoreTestingCondition.tagNotEquals('testNotEqualsKey', 'testNotEqualsValue'),
    ],
    validationWindow: hours(26),
    role: role('restore'),
  });
  new LegalHold(stack, 'Hold', {
    title: 'hold title',
    description: 'hold description',
    createdFrom: new Date('2026-02-03T04:05:06Z'),
    createdTo: new Date('2026-03-04T05:06:07Z'),
    vaults: [heldVault],
    resources: [BackupResource.fromArn('arn:aws:s3:::held')],
    tags: { holdTag: 'hold' },
  });
  new TieringConfiguration(stack, 'Tiering', {
    tieringConfigurationName: 'tiering_name',
    backupVault: tieredVault,
    resourceSelections: [
      { moveAfter: days(61), buckets: [Bucket.fromBucketName(stack, 'TieredBucket', 'tiered-bucket')] },
    ],
    tags: { tieringTag: 'tiering' },
  });
  new BackupAccessPoint(stack, 'AccessPoint', {
    recoveryPointArn: 'arn:aws:backup:us-east-1:111111111111:recovery-point:point',
    accessPointInTime: new Date('2026-04-05T06:07:08Z'),
    accessPointPolicy: policy('AccessPoint'),
    backupAccessPointName: 'access-point-name',
    tags: { accessPointTag: 'access-point' },
  });
}
