import { Aspects, CfnOutput, Resource, Stack } from 'aws-cdk-lib';
import type * as official from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import { type Program, refused, same } from '../program';

type Selection = official.CfnBackupSelection.BackupSelectionResourceTypeProperty;
type Plan = official.CfnBackupPlan.BackupPlanResourceTypeProperty;

/** What a program can ask the objects themselves, and do to them after they were made. */
export const OBJECTS: readonly Program[] = [
  same('what plans make and hand back are instances of the classes', (lib, { stack }) => {
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    const selection = plan.addSelection('Selection', { resources: [lib.BackupResource.fromArn('*')] });
    const told = [
      plan instanceof lib.BackupPlan,
      plan.backupVault instanceof lib.BackupVault,
      selection instanceof lib.BackupSelection,
      lib.BackupPlanRule.daily() instanceof lib.BackupPlanRule,
      lib.BackupResource.fromArn('*') instanceof lib.BackupResource,
      lib.IndexActionResourceType.S3 instanceof lib.IndexActionResourceType,
    ];
    new CfnOutput(stack, 'Told', { value: told.join(' ') });
  }),
  same('vaults and plans are resources that the app owns or not', (lib, { stack }) => {
    const constructs = [
      new lib.BackupVault(stack, 'Vault'),
      lib.BackupVault.fromBackupVaultName(stack, 'ImportedVault', 'elsewhere'),
      lib.BackupPlan.daily35DayRetention(stack, 'Plan'),
      lib.BackupPlan.fromBackupPlanId(stack, 'ImportedPlan', '0123'),
    ];
    const told = constructs.map((each) => `${each} ${Resource.isResource(each)} ${Resource.isOwnedResource(each)}`);
    new CfnOutput(stack, 'Told', { value: told.join(', ') });
  }),
  same('a resource object tells what it was made of', (lib, { stack }) => {
    const { BackupResource, TagOperation } = lib;
    const told = [
      BackupResource.fromArn('*'),
      BackupResource.fromTag('stage', 'prod'),
      BackupResource.fromTag('stage', 'prod', TagOperation.STRING_EQUALS),
    ].map(({ resource, tagCondition, construct }) => ({ resource, tagCondition, construct: construct?.node.path }));
    const { construct } = BackupResource.fromConstruct(stack);
    new CfnOutput(stack, 'Told', { value: `${JSON.stringify(told)} ${construct === stack}` });
  }),
  same('a rule tells all the properties that it was given', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Vault');
    const props = { backupVault: vault, ruleName: 'rule', recoveryPointTags: { a: 'b' }, copyActions: [] };
    const rule = new lib.BackupPlanRule(props);
    const told = [rule.props.backupVault === vault, rule.props.recoveryPointTags === props.recoveryPointTags];
    new CfnOutput(stack, 'Told', { value: `${Object.keys(rule.props)} ${told}` });
  }),
  same('a low-level selection is replaced property by property', (lib, { stack }) => {
    const selection = lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', {
      resources: [lib.BackupResource.fromTag('stage', 'prod'), lib.BackupResource.fromArn('*')],
    });
    const resource = selection.node.defaultChild as official.CfnBackupSelection;
    const StringEquals = [{ ConditionKey: 'aws:ResourceTag/team', ConditionValue: 'storage' }];
    resource.backupSelection = { ...(resource.backupSelection as Selection), conditions: { StringEquals } };
  }),
  same('a low-level plan is replaced property by property', (lib, { stack }) => {
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    const resource = plan.node.defaultChild as official.CfnBackupPlan;
    resource.backupPlan = { ...(resource.backupPlan as Plan), backupPlanName: 'another' };
    plan.addRule(lib.BackupPlanRule.weekly());
  }),
  same('a low-level vault tells its generated name, and takes another', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Vault');
    const resource = vault.node.defaultChild as official.CfnBackupVault;
    new CfnOutput(stack, 'Told', { value: resource.backupVaultName });
    resource.backupVaultName = 'another';
    resource.lockConfiguration = { minRetentionDays: 7 };
  }),
  same('tags of recovery points that are changed later are rendered as they are then', (lib, { stack }) => {
    const recoveryPointTags: Record<string, string> = { team: 'storage' };
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [new lib.BackupPlanRule({ recoveryPointTags })] });
    recoveryPointTags.stage = 'prod';
  }),
  same('copy actions that are changed later are not seen', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Copies');
    const copyActions = [{ destinationBackupVault: vault }];
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [new lib.BackupPlanRule({ copyActions })] });
    copyActions.push({ destinationBackupVault: vault });
  }),
  same('the default vault of a plan can be removed from the tree', (lib, { stack }) => {
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    const backupVault = plan.backupVault;
    plan.node.tryRemoveChild('Vault');
    new CfnOutput(stack, 'Told', {
      value: `${backupVault.node.path} ${plan.node.children.map(({ node }) => node.id)}`,
    });
    const resource = plan.node.defaultChild as official.CfnBackupPlan;
    resource.addPropertyOverride('BackupPlan.BackupPlanRule.0.TargetBackupVault', 'elsewhere');
  }),
  same(
    'an app that is synthesized twice collects its resources as the official library does, twice',
    (lib, { app, stack }) => {
      const table = new dynamodb.CfnTable(stack, 'Table', { keySchema: [{ attributeName: 'id', keyType: 'HASH' }] });
      const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
      plan.addSelection('Selection', { resources: [lib.BackupResource.fromConstruct(table)] });
      app.synth();
      plan.addRule(lib.BackupPlanRule.weekly());
      app.synth({ force: true });
    },
  ),
  same('a selection that was looked at early still gets what is collected later', (lib, { stack }) => {
    const site = new Construct(stack, 'Site');
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    const selection = plan.addSelection('Selection', { resources: [lib.BackupResource.fromConstruct(site)] });
    stack.resolve((selection.node.defaultChild as official.CfnBackupSelection).backupSelection);
    new dynamodb.CfnTable(site, 'Table', { keySchema: [{ attributeName: 'id', keyType: 'HASH' }] });
  }),
  same('an aspect that looks at a selection in passing does not keep resources out of it', (lib, { app, stack }) => {
    const site = new Construct(stack, 'Site');
    const visit = (node: IConstruct): void => {
      if (node instanceof lib.CfnBackupSelection) Stack.of(node).resolve(node.backupSelection);
    };
    Aspects.of(app).add({ visit });
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    plan.addSelection('Selection', { resources: [lib.BackupResource.fromConstruct(stack)] });
    new dynamodb.CfnTable(stack, 'Table', { keySchema: [{ attributeName: 'id', keyType: 'HASH' }] });
    new dynamodb.CfnTable(site, 'Table', { keySchema: [{ attributeName: 'id', keyType: 'HASH' }] });
  }),
  same('a vault that was looked at early still gets statements', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Vault', { blockRecoveryPointDeletion: true });
    stack.resolve((vault.node.defaultChild as official.CfnBackupVault).accessPolicy);
    vault.blockRecoveryPointDeletion();
  }),
  same('a plan that was looked at early still gets rules', (lib, { stack }) => {
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    stack.resolve((plan.node.defaultChild as official.CfnBackupPlan).backupPlan);
    plan.addRule(lib.BackupPlanRule.weekly());
  }),
  refused(
    'a wildcard that reaches the policy of a vault through its document is refused',
    'vault-policy-action',
    "The access policy of a vault doesn't take a wildcard in its actions (create-a-vault-access-policy).",
    (lib, { stack }) => {
      const accessPolicy = new iam.PolicyDocument();
      new lib.BackupVault(stack, 'Vault', { accessPolicy });
      const principals = [new iam.AnyPrincipal()];
      accessPolicy.addStatements(new iam.PolicyStatement({ principals, actions: ['backup:*'], resources: ['*'] }));
    },
  ),
];
