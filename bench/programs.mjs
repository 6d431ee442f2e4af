// The same thousand plans, declared in four ways.

const STACKS = 20;
const PLANS_A_STACK = 50;
const SELECTIONS_A_PLAN = 2;

const RULES = [
  { name: 'Daily', cron: { hour: '5', minute: '0' }, days: 35 },
  { name: 'Weekly', cron: { hour: '5', minute: '0', weekDay: 'SAT' }, days: 90 },
  { name: 'Monthly', cron: { day: '1', hour: '5', minute: '0' }, cold: 30, days: 365 },
];
const SERVICE_POLICY = 'service-role/AWSBackupServiceRolePolicyForBackup';

/** A function that fills an app: with low-level resources, a hand-written tree, the official constructs or ours. */
export function declareWith(variant, require) {
  const cdk = require('aws-cdk-lib');
  const declarePlan = {
    'low-level': () => lowLevel(require),
    tree: () => handWrittenTree(require),
    official: () => constructs(require('aws-cdk-lib/aws-backup'), require),
    ours: () => constructs(require('../lib/index.js'), require),
  }[variant]();
  return (app) => {
    for (let s = 0; s < STACKS; s++) {
      const stack = new cdk.Stack(app, `Stack${s}`);
      for (let p = 0; p < PLANS_A_STACK; p++) declarePlan(stack, `Plan${p}`, `vault-${s}`);
    }
  };
}

function lowLevelRules(vaultName) {
  return RULES.map(({ name, cron, cold, days }) => ({
    ruleName: name,
    lifecycle: { deleteAfterDays: days, moveToColdStorageAfterDays: cold },
    scheduleExpression: `cron(${cron.minute} ${cron.hour} ${cron.day ?? (cron.weekDay ? '?' : '*')} * ${cron.weekDay ?? '?'} *)`,
    targetBackupVault: vaultName,
  }));
}

function lowLevel(require) {
  const { CfnBackupPlan, CfnBackupSelection } = require('aws-cdk-lib/aws-backup');
  const { CfnRole } = require('aws-cdk-lib/aws-iam');
  const trust = {
    Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' } }],
    Version: '2012-10-17',
  };
  return (stack, id, vaultName) => {
    const plan = new CfnBackupPlan(stack, id, {
      backupPlan: { backupPlanName: id, backupPlanRule: lowLevelRules(vaultName) },
    });
    for (let s = 0; s < SELECTIONS_A_PLAN; s++) {
      const role = new CfnRole(stack, `${id}Role${s}`, {
        assumeRolePolicyDocument: trust,
        managedPolicyArns: [`arn:aws:iam::aws:policy/${SERVICE_POLICY}`],
      });
      new CfnBackupSelection(stack, `${id}Selection${s}`, {
        backupPlanId: plan.attrBackupPlanId,
        backupSelection: {
          iamRoleArn: role.attrArn,
          selectionName: `Selection${s}`,
          listOfTags: [{ conditionKey: 'stage', conditionType: 'STRINGEQUALS', conditionValue: `${s}` }],
          resources: [`arn:aws:s3:::bucket-${s}`],
        },
      });
    }
  };
}

function handWrittenTree(require) {
  const { Resource } = require('aws-cdk-lib');
  const { CfnBackupPlan, CfnBackupSelection } = require('aws-cdk-lib/aws-backup');
  const iam = require('aws-cdk-lib/aws-iam');
  return (stack, id, vaultName) => {
    const planConstruct = new Resource(stack, id);
    const plan = new CfnBackupPlan(planConstruct, 'Resource', {
      backupPlan: { backupPlanName: id, backupPlanRule: lowLevelRules(vaultName) },
    });
    for (let s = 0; s < SELECTIONS_A_PLAN; s++) {
      const selection = new Resource(planConstruct, `Selection${s}`);
      const role = new iam.Role(selection, 'Role', { assumedBy: new iam.ServicePrincipal('backup.amazonaws.com') });
      role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(SERVICE_POLICY));
      new CfnBackupSelection(selection, 'Resource', {
        backupPlanId: plan.attrBackupPlanId,
        backupSelection: {
          iamRoleArn: role.roleArn,
          selectionName: `Selection${s}`,
          listOfTags: [{ conditionKey: 'stage', conditionType: 'STRINGEQUALS', conditionValue: `${s}` }],
          resources: [`arn:aws:s3:::bucket-${s}`],
        },
      });
    }
  };
}

function constructs(library, require) {
  const { Duration } = require('aws-cdk-lib');
  const { Schedule } = require('aws-cdk-lib/aws-events');
  const { BackupPlan, BackupPlanRule, BackupResource, BackupVault } = library;
  const vaults = new Map();
  return (stack, id, vaultName) => {
    const vault = vaults.get(vaultName) ?? BackupVault.fromBackupVaultName(stack, 'Vault', vaultName);
    vaults.set(vaultName, vault);
    const plan = new BackupPlan(stack, id, { backupVault: vault });
    for (const { name, cron, cold, days } of RULES) {
      plan.addRule(
        new BackupPlanRule({
          ruleName: name,
          scheduleExpression: Schedule.cron(cron),
          deleteAfter: Duration.days(days),
          moveToColdStorageAfter: cold === undefined ? undefined : Duration.days(cold),
        }),
      );
    }
    for (let s = 0; s < SELECTIONS_A_PLAN; s++) {
      plan.addSelection(`Selection${s}`, {
        resources: [BackupResource.fromArn(`arn:aws:s3:::bucket-${s}`), BackupResource.fromTag('stage', `${s}`)],
      });
    }
  };
}
