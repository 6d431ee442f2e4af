import { type App, CfnOutput, NestedStack, PhysicalName, Stack, Stage } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { type BackupLibrary, bothReject, type Program, same } from '../program';

const HOME = { account: '123456789012', region: 'us-east-1' };
const AWAY = { account: '210987654321', region: 'eu-west-1' };

/** A vault, a plan and a selection of a table and of a tag. */
function protection(lib: BackupLibrary, scope: Construct): void {
  const backupVault = new lib.BackupVault(scope, 'Vault', { notificationTopic: new sns.Topic(scope, 'Topic') });
  const table = new dynamodb.CfnTable(scope, 'Table', { keySchema: [{ attributeName: 'id', keyType: 'HASH' }] });
  const plan = new lib.BackupPlan(scope, 'Plan', { backupVault, backupPlanRules: [lib.BackupPlanRule.daily()] });
  plan.addSelection('Selection', {
    resources: [lib.BackupResource.fromTag('stage', 'prod'), lib.BackupResource.fromConstruct(table)],
    allowRestores: true,
  });
}

function copyTo(name: string | undefined) {
  return (lib: BackupLibrary, app: App, destinationEnv: { account: string; region: string }): void => {
    const away = new Stack(app, 'Away', { env: destinationEnv });
    const home = new Stack(app, 'Home', { env: HOME });
    const destinationBackupVault = new lib.BackupVault(away, 'Copies', { backupVaultName: name });
    new lib.BackupPlan(home, 'Plan', {
      backupPlanRules: [new lib.BackupPlanRule({ copyActions: [{ destinationBackupVault }] })],
    });
  };
}

export const SCOPES: readonly Program[] = [
  same('a plan backs up into a vault of another stack', (lib, { app, stack }) => {
    const backupVault = new lib.BackupVault(new Stack(app, 'Vaults'), 'Vault');
    new lib.BackupPlan(stack, 'Plan', { backupVault, backupPlanRules: [lib.BackupPlanRule.daily()] });
  }),
  same('a selection in another stack than its plan', (lib, { app, stack }) => {
    const backupPlan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    const resources = [lib.BackupResource.fromTag('stage', 'prod')];
    new lib.BackupSelection(new Stack(app, 'Selections'), 'Selection', { backupPlan, resources });
  }),
  same('a key of another stack', (lib, { app, stack }) => {
    new lib.BackupVault(stack, 'Vault', { encryptionKey: new kms.Key(new Stack(app, 'Keys'), 'Key') });
  }),
  same('a copy into a vault of another stack', (lib, { app, stack }) => {
    const destinationBackupVault = new lib.BackupVault(new Stack(app, 'Copies'), 'Vault');
    const backupPlanRules = [new lib.BackupPlanRule({ copyActions: [{ destinationBackupVault }] })];
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules });
  }),
  same('a copy into a vault in another Region with a name of its own', (lib, { app }) => {
    copyTo('copies')(lib, app, { ...HOME, region: 'eu-west-1' });
  }),
  same('a copy into a vault in another account with a name of its own', (lib, { app }) => {
    copyTo('copies')(lib, app, AWAY);
  }),
  same('a copy into a vault in another Region with a generated name', (lib, { app }) => {
    copyTo(undefined)(lib, app, { ...HOME, region: 'eu-west-1' });
  }),
  same('a copy into a vault in another account with a generated name', (lib, { app }) => {
    copyTo(undefined)(lib, app, AWAY);
  }),
  bothReject(
    'a vault name that CDK is asked to generate is rejected, as vaults have no physical name',
    'Invalid physical name passed to CloudFormation',
    (lib, { app }) => copyTo(PhysicalName.GENERATE_IF_NEEDED)(lib, app, AWAY),
  ),
  same('a copy into another Region with references across Regions', (lib, { app }) => {
    const away = new Stack(app, 'Away', { env: { ...HOME, region: 'eu-west-1' }, crossRegionReferences: true });
    const home = new Stack(app, 'Home', { env: HOME, crossRegionReferences: true });
    const destinationBackupVault = new lib.BackupVault(away, 'Copies');
    const backupPlanRules = [new lib.BackupPlanRule({ copyActions: [{ destinationBackupVault }] })];
    new lib.BackupPlan(home, 'Plan', { backupPlanRules });
  }),
  same('a whole protection in a nested stack', (lib, { stack }) => {
    protection(lib, new NestedStack(stack, 'Nested'));
  }),
  same('a whole protection in a stack nested twice', (lib, { stack }) => {
    protection(lib, new NestedStack(new NestedStack(stack, 'Outer'), 'Inner'));
  }),
  same('a vault in a nested stack, its plan in the parent', (lib, { stack }) => {
    const backupVault = new lib.BackupVault(new NestedStack(stack, 'Nested'), 'Vault');
    new lib.BackupPlan(stack, 'Plan', { backupVault, backupPlanRules: [lib.BackupPlanRule.daily()] });
  }),
  same('a plan in a nested stack, its vault in the parent', (lib, { stack }) => {
    const backupVault = new lib.BackupVault(stack, 'Vault');
    new lib.BackupPlan(new NestedStack(stack, 'Nested'), 'Plan', {
      backupVault,
      backupPlanRules: [lib.BackupPlanRule.daily()],
    });
  }),
  same('a plan in a nested stack with an addition from the parent', (lib, { stack }) => {
    const plan = lib.BackupPlan.daily35DayRetention(new NestedStack(stack, 'Nested'), 'Plan');
    const table = new dynamodb.CfnTable(stack, 'Table', { keySchema: [{ attributeName: 'id', keyType: 'HASH' }] });
    plan.addSelection('Selection', { resources: [lib.BackupResource.fromConstruct(table)] });
  }),
  same('a vault and its topic in different nested stacks', (lib, { stack }) => {
    const notificationTopic = new sns.Topic(new NestedStack(stack, 'Topics'), 'Topic');
    new lib.BackupVault(new NestedStack(stack, 'Vaults'), 'Vault', { notificationTopic });
  }),
  same('a whole protection in a stage', (lib, { app }) => {
    const stage = new Stage(app, 'Prod', { env: HOME });
    protection(lib, new Stack(stage, 'Stack'));
  }),
  same('two stages with the same stacks', (lib, { app }) => {
    for (const [id, env] of Object.entries({ Test: HOME, Prod: AWAY })) {
      const stage = new Stage(app, id, { env });
      const backupVault = new lib.BackupVault(new Stack(stage, 'Vaults'), 'Vault');
      lib.BackupPlan.dailyMonthly1YearRetention(new Stack(stage, 'Plans'), 'Plan', backupVault);
    }
  }),
  same('a stage in a stage with a nested stack', (lib, { app }) => {
    const inner = new Stage(new Stage(app, 'Outer'), 'Inner');
    protection(lib, new NestedStack(new Stack(inner, 'Stack'), 'Nested'));
  }),
  same('a vault name tells the stage too', (lib, { app }) => {
    const vault = new lib.BackupVault(new Stack(new Stage(app, 'Prod'), 'Stack'), 'Vault');
    new CfnOutput(vault.stack, 'Path', { value: vault.node.path });
  }),
  same('a stack without an app of its own name', (lib, { app }) => {
    protection(lib, new Stack(app, 'Stack', { stackName: 'another-name', description: 'backups' }));
  }),
  same('a whole protection in an environment that is known', (lib, { stack }) => protection(lib, stack), { env: AWAY }),
  same(
    'the environment of a vault is that of its stack, or the one it was given',
    (lib, { stack }) => {
      const vault = new lib.BackupVault(stack, 'Vault');
      new CfnOutput(stack, 'Env', { value: `${vault.env.account} ${vault.env.region}` });
    },
    { env: HOME },
  ),
];
