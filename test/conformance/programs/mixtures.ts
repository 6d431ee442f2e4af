import { CfnOutput } from 'aws-cdk-lib';
import * as official from 'aws-cdk-lib/aws-backup';
import { type Program, same } from '../program';

const TAGGED = () => [official.BackupResource.fromTag('stage', 'prod')];

/** Programs in which both libraries meet, as in an app that is changed file by file. */
export const MIXTURES: readonly Program[] = [
  same('a plan backs up into an official vault', (lib, { stack }) => {
    const backupVault = new official.BackupVault(stack, 'Vault');
    const plan = new lib.BackupPlan(stack, 'Plan', { backupVault, backupPlanRules: [lib.BackupPlanRule.daily()] });
    new CfnOutput(stack, 'VaultOfPlan', { value: plan.backupVault.backupVaultName });
  }),
  same('an official plan backs up into a vault', (lib, { stack }) => {
    const backupVault = new lib.BackupVault(stack, 'Vault');
    const plan = new official.BackupPlan(stack, 'Plan', {
      backupVault,
      backupPlanRules: [official.BackupPlanRule.daily()],
    });
    new CfnOutput(stack, 'VaultOfPlan', { value: plan.backupVault.backupVaultName });
  }),
  same('an official plan takes rules', (lib, { stack }) => {
    new official.BackupPlan(stack, 'Plan', { backupPlanRules: [lib.BackupPlanRule.monthly1Year()] });
  }),
  same('a plan takes official rules', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [official.BackupPlanRule.monthly1Year()] });
  }),
  same('a ready-made plan takes an official vault', (lib, { stack }) => {
    lib.BackupPlan.dailyMonthly1YearRetention(stack, 'Plan', new official.BackupVault(stack, 'Vault'));
  }),
  same('an official plan gets a selection', (lib, { stack }) => {
    const backupPlan = official.BackupPlan.daily35DayRetention(stack, 'Plan');
    new lib.BackupSelection(stack, 'Selection', { backupPlan, resources: [lib.BackupResource.fromTag('a', 'b')] });
  }),
  same('a plan gets an official selection', (lib, { stack }) => {
    const backupPlan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    new official.BackupSelection(stack, 'Selection', { backupPlan, resources: TAGGED() });
  }),
  same('a selection takes official resources', (lib, { stack }) => {
    lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', { resources: TAGGED() });
  }),
  same('an official selection takes resources', (lib, { stack }) => {
    const resources = [lib.BackupResource.fromTag('stage', 'prod', lib.TagOperation.STRING_EQUALS)];
    official.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', { resources });
  }),
  same('a copy goes into an official vault, and an official copy into a vault', (lib, { stack }) => {
    const theirs = new official.BackupVault(stack, 'Official');
    const own = new lib.BackupVault(stack, 'Own');
    new lib.BackupPlan(stack, 'Plan', {
      backupPlanRules: [
        new lib.BackupPlanRule({ copyActions: [{ destinationBackupVault: theirs }] }),
        new official.BackupPlanRule({ copyActions: [{ destinationBackupVault: own }] }),
      ],
    });
  }),
  same('events and index actions of the official library are taken', (lib, { stack }) => {
    const indexActions = [{ resourceTypes: [official.IndexActionResourceType.S3] }];
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [new lib.BackupPlanRule({ indexActions })] });
  }),
  same('a plan backs up into a low-level vault', (lib, { stack }) => {
    const backupVault = new lib.CfnBackupVault(stack, 'Vault', { backupVaultName: 'vault' });
    new lib.BackupPlan(stack, 'Plan', { backupVault, backupPlanRules: [lib.BackupPlanRule.daily()] });
  }),
  same('a rule backs up into a low-level vault', (lib, { stack }) => {
    const vault = new lib.CfnBackupVault(stack, 'Vault', { backupVaultName: 'vault' });
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [lib.BackupPlanRule.daily(vault)] });
  }),
  same('a low-level plan gets a selection', (lib, { stack }) => {
    const backupPlan = new lib.CfnBackupPlan(stack, 'Plan', {
      backupPlan: { backupPlanName: 'plan', backupPlanRule: [{ ruleName: 'rule', targetBackupVault: 'vault' }] },
    });
    new lib.BackupSelection(stack, 'Selection', { backupPlan, resources: [lib.BackupResource.fromTag('a', 'b')] });
  }),
  same('a low-level restore testing plan and framework stand beside a plan', (lib, { stack }) => {
    lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    new lib.CfnRestoreTestingPlan(stack, 'Testing', {
      restoreTestingPlanName: 'testing',
      scheduleExpression: 'cron(0 5 ? * SUN *)',
      recoveryPointSelection: {
        algorithm: 'LATEST_WITHIN_WINDOW',
        recoveryPointTypes: ['SNAPSHOT'],
        includeVaults: ['*'],
      },
    });
    new lib.CfnFramework(stack, 'Framework', {
      frameworkControls: [{ controlName: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }],
    });
  }),
];
