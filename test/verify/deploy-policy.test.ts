import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  CfnBackupVault,
  DeployPolicy,
  type DeployPolicyProps,
  DeployVerb,
} from 'cdk-strongroom';
import { describe, expect, test } from 'vitest';
import { permissionsFor } from '../../src/permit/permit';
import { VERBS } from '../../src/service/permissions/permission';
import { modelOf } from '../permit/synthesized';

const env = { account: '111122223333', region: 'eu-central-1' };

function newApp(): App {
  return new App({ context: { 'strongroom:checks': 'off' }, analyticsReporting: false });
}

/** An app with vaults, a plan, a nested stack and what goes from one stack to another. */
function addBackups(scope: App | Stage): void {
  const keys = new Stack(scope, 'Keys', { env });
  const key = new kms.Key(keys, 'Key');
  const ledger = new Stack(scope, 'Ledger', { env });
  const vault = new BackupVault(ledger, 'Vault', { backupVaultName: 'ledger', encryptionKey: key });
  const nested = new NestedStack(ledger, 'Nested');
  const plan = new BackupPlan(nested, 'Plan', { backupVault: vault });
  plan.addRule(BackupPlanRule.daily());
  plan.addSelection('Disks', { resources: [BackupResource.fromEfsFileSystem(new efs.CfnFileSystem(nested, 'Disk'))] });
}

/** A stack with the policy, beside what it is about. */
function pipelineIn(app: App, props: DeployPolicyProps = {}): Stack {
  const stack = new Stack(app, 'Pipeline', { env });
  new DeployPolicy(stack, 'DeployPolicy', props);
  return stack;
}

/** The policies of a stack. */
function documentsOf(stack: Stack): unknown[] {
  const found = Template.fromStack(stack).findResources('AWS::IAM::ManagedPolicy');
  return Object.values(found).map(({ Properties }) => Properties.PolicyDocument);
}

const expectedOf = (app: App) =>
  permissionsFor(modelOf(app), { holder: 'role', verbs: VERBS }).policies.map(({ document }) => document);

describe('DeployPolicy', () => {
  test('allows what strongroom permissions tells of the synthesized app', () => {
    const app = newApp();
    const pipeline = pipelineIn(app);
    // Declared later all the same.
    addBackups(app);
    expect(expectedOf(app).length).toBe(1);
    expect(documentsOf(pipeline)).toEqual(expectedOf(app));
  });

  test('does so for a stage', () => {
    const app = newApp();
    const stage = new Stage(app, 'Prod');
    addBackups(stage);
    const pipeline = pipelineIn(app, { deploys: stage });
    expect(documentsOf(pipeline)).toEqual(expectedOf(app));
  });

  test('does so at every synth', () => {
    const app = newApp();
    addBackups(app);
    const pipeline = pipelineIn(app);
    const before = documentsOf(pipeline);
    new BackupVault(new Stack(app, 'More', { env }), 'Vault', { backupVaultName: 'more' });
    app.synth({ force: true });
    const after = documentsOf(pipeline);
    expect(JSON.stringify(before)).not.toContain('backup-vault:more');
    expect(JSON.stringify(after)).toContain('backup-vault:more');
    expect(after).toEqual(expectedOf(app));
  });

  test('does so where validation is skipped', () => {
    const app = newApp();
    addBackups(app);
    const pipeline = pipelineIn(app);
    const { Resources } = app.synth({ skipValidation: true }).getStackByName(pipeline.stackName).template;
    const documents = Object.values(Resources as Record<string, { Properties: { PolicyDocument: unknown } }>);
    expect(documents.map(({ Properties }) => Properties.PolicyDocument)).toEqual(expectedOf(app));
  });

  test('is only about what it deploys', () => {
    const app = newApp();
    const ledger = new Stack(app, 'Ledger', { env });
    const one = new BackupVault(ledger, 'One', { backupVaultName: 'one' });
    new BackupVault(ledger, 'Two', { backupVaultName: 'two' });
    const text = JSON.stringify(documentsOf(pipelineIn(app, { deploys: one })));
    expect(text).toContain('backup-vault:one');
    expect(text).not.toContain('backup-vault:two');
  });

  test('may stand beside what it is about, and beside another', () => {
    const app = newApp();
    const stack = new Stack(app, 'Ledger', { env });
    const vault = new BackupVault(stack, 'Vault', { backupVaultName: 'ledger' });
    new DeployPolicy(stack, 'Whole');
    new DeployPolicy(stack, 'Part', { deploys: vault, verbs: [DeployVerb.DELETE] });
    expect(documentsOf(stack)).toEqual([
      ...expectedOf(app),
      {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Vaults',
            Effect: 'Allow',
            Action: ['backup:DeleteBackupVault'],
            Resource: ['arn:aws:backup:eu-central-1:111122223333:backup-vault:ledger'],
          },
        ],
      },
    ]);
  });

  test('is attached to roles, of whichever stack', () => {
    const app = newApp();
    addBackups(app);
    const roles = new Stack(app, 'Roles', { env });
    const assumedBy = new iam.ServicePrincipal('cloudformation.amazonaws.com');
    const pipeline = new Stack(app, 'Pipeline', { env });
    const policy = new DeployPolicy(pipeline, 'DeployPolicy', {
      roles: [new iam.Role(pipeline, 'One', { assumedBy })],
    });
    policy.attachToRole(new iam.Role(roles, 'Two', { assumedBy, roleName: 'two' }));
    const [found] = Object.values(Template.fromStack(pipeline).findResources('AWS::IAM::ManagedPolicy'));
    expect(found?.Properties.Roles).toEqual([{ Ref: expect.stringMatching(/^One/) }, expect.anything()]);
  });

  test('lets whoever handles the stacks do so', () => {
    const app = newApp();
    addBackups(app);
    expect(JSON.stringify(documentsOf(pipelineIn(app, { handlesStacks: true })))).toContain(
      'cloudformation:CreateStack',
    );
  });

  test('becomes as many policies as IAM asks for', () => {
    const app = newApp();
    addVaults(new Stack(app, 'Ledger', { env }), 300);
    const documents = documentsOf(pipelineIn(app));
    expect(documents.length).toBeGreaterThan(1);
    for (const document of documents) expect(JSON.stringify(document).length).toBeLessThanOrEqual(6144);
    expect(documents).toEqual(expectedOf(app));
  });

  test('says when a role cannot have so many', () => {
    const app = newApp();
    for (const name of ['A', 'B', 'C', 'D']) addVaults(new Stack(app, name, { env }), 450);
    pipelineIn(app);
    expect(() => app.synth()).toThrow(/deploying the app takes \d+ managed policies, and a role has 10 at most/);
  });

  test('says when there is nothing to deploy', () => {
    const app = newApp();
    const website = new Stack(app, 'Website');
    pipelineIn(app, { deploys: website });
    expect(() => app.synth()).toThrow('there is nothing of AWS Backup in Website that takes permissions');
  });

  test('cannot stand in a nested stack', () => {
    const nested = new NestedStack(new Stack(newApp(), 'Stack'), 'Nested');
    expect(() => new DeployPolicy(nested, 'DeployPolicy')).toThrow(
      'Stack/Nested/DeployPolicy: it cannot stand in a nested stack: put it into one that is not nested',
    );
  });
});

function addVaults(stack: Stack, count: number): void {
  for (let index = 0; index < count; index++)
    new CfnBackupVault(stack, `Vault${index}`, { backupVaultName: `vault-${stack.node.id}-of-department-${index}` });
}
