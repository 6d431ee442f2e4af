import { readFileSync } from 'node:fs';
import { App, CfnOutput, Fn, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { CfnBackupPlan, CfnBackupSelection } from 'aws-cdk-lib/aws-backup';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { BackupVault } from 'cdk-strongroom';
import type { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import type { BackupModel } from '../../src/read/model';
import { readModel } from '../../src/read/read-model';
import { type Files, readAssembly, readFrom } from './reading';

const CONTEXT = { 'aws:cdk:disable-validation': true };
const EUROPE = { account: '111122223333', region: 'eu-west-1' };
const AMERICA = { account: '111122223333', region: 'us-east-1' };

/** Reads an app as the CDK synthesizes it, or as somebody broke one of its templates. */
function read(app: App, change: (path: string, text: string) => string = (_, text) => text): BackupModel {
  const { directory } = app.synth();
  return readModel([{ kind: 'assembly', path: directory }], (path) => change(path, readFileSync(path, 'utf8')));
}

function planFor(scope: Construct, target: string, copyTo?: string): void {
  new CfnBackupPlan(scope, 'Plan', {
    backupPlan: {
      backupPlanName: 'plan',
      backupPlanRule: [
        {
          ruleName: 'rule',
          targetBackupVault: target,
          copyActions: copyTo === undefined ? undefined : [{ destinationBackupVaultArn: copyTo }],
        },
      ],
    },
  });
}

function selectionOf(scope: Construct, arn: string): void {
  new CfnBackupSelection(scope, 'Selection', {
    backupPlanId: 'plan',
    backupSelection: { iamRoleArn: 'role', selectionName: 'selection', resources: [arn] },
  });
}

function tableIn(scope: Construct): Table {
  return new Table(scope, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
}

/** A way from one stack to a resource of another; the app, what it leads to, and where to break it. */
interface Way {
  readonly app: () => App;
  readonly found: object;
  /** A text of the synthesized templates, without which nobody can know where the way leads. */
  readonly link: RegExp;
  readonly unresolved: RegExp;
}

const VAULT = { stack: 'Vaults', type: 'AWS::Backup::BackupVault' };
const TABLE = { type: 'AWS::DynamoDB::Table' };

const WAYS: Readonly<Record<string, Way>> = {
  'an export and its import': {
    app: () => {
      const app = new App({ context: CONTEXT });
      const vault = new BackupVault(new Stack(app, 'Vaults', { env: EUROPE }), 'Vault');
      planFor(new Stack(app, 'Plans', { env: EUROPE }), vault.backupVaultName);
      return app;
    },
    found: VAULT,
    link: /"Name": "Vaults:[^"]*"/,
    unresolved: /^nothing that was read tells Fn::ImportValue Vaults:/,
  },
  'an export and its import, in no known environment': {
    app: () => {
      const app = new App({ context: CONTEXT });
      const vault = new BackupVault(new Stack(app, 'Vaults'), 'Vault');
      planFor(new Stack(app, 'Plans'), vault.backupVaultName);
      return app;
    },
    found: VAULT,
    link: /"Name": "Vaults:[^"]*"/,
    unresolved: /^nothing that was read tells Fn::ImportValue Vaults:/,
  },
  'an export and its import, within a stage': {
    app: () => {
      const app = new App({ context: CONTEXT });
      const stage = new Stage(app, 'Prod', { env: EUROPE });
      const vault = new BackupVault(new Stack(stage, 'Vaults'), 'Vault');
      planFor(new Stack(stage, 'Plans'), vault.backupVaultName);
      return app;
    },
    found: { ...VAULT, stack: 'Prod/Vaults' },
    link: /"Name": "Prod-Vaults:[^"]*"/,
    unresolved: /^nothing that was read tells Fn::ImportValue Prod-Vaults:/,
  },
  'a parameter of a nested stack': {
    app: () => {
      const app = new App({ context: CONTEXT });
      const stack = new Stack(app, 'Vaults');
      planFor(new NestedStack(stack, 'Nested'), new BackupVault(stack, 'Vault').backupVaultName);
      return app;
    },
    found: VAULT,
    link: /"referencetoVaults\w+": \{\s*"Fn::GetAtt"/,
    unresolved: /^nothing that was read tells referencetoVaults/,
  },
  'an output of a nested stack': {
    app: () => {
      const app = new App({ context: CONTEXT });
      const stack = new Stack(app, 'App');
      const vault = new BackupVault(new NestedStack(stack, 'Nested'), 'Vault');
      planFor(stack, vault.backupVaultName);
      return app;
    },
    found: { ...VAULT, stack: 'App/Nested' },
    link: /"AppNestedVault\w+BackupVaultName": \{\s*"Value"/,
    unresolved: /^nothing that was read tells Nested\w+\.Outputs\.AppNestedVault/,
  },
  'an output of a nested stack, handed on to another one': {
    app: () => {
      const app = new App({ context: CONTEXT });
      const stack = new Stack(app, 'App');
      const vault = new BackupVault(new NestedStack(stack, 'One'), 'Vault');
      planFor(new NestedStack(stack, 'Other'), vault.backupVaultName);
      return app;
    },
    found: { ...VAULT, stack: 'App/One' },
    link: /"AppOneVault\w+BackupVaultName": \{\s*"Value"/,
    unresolved: /^nothing that was read tells One\w+\.Outputs\.AppOneVault\w+ of App,/,
  },
  'an output of a stack nested two levels deep': {
    app: () => {
      const app = new App({ context: CONTEXT });
      const stack = new Stack(app, 'App');
      const vault = new BackupVault(new NestedStack(new NestedStack(stack, 'Outer'), 'Inner'), 'Vault');
      planFor(stack, vault.backupVaultName);
      return app;
    },
    found: { ...VAULT, stack: 'App/Outer/Inner' },
    link: /"AppOuterInnerVault\w+BackupVaultName": \{\s*"Value"/,
    unresolved: /^nothing that was read tells /,
  },
  'what the CDK writes for another Region': {
    app: () => {
      const app = new App({ context: CONTEXT });
      const vaults = new Stack(app, 'Vaults', { env: AMERICA, crossRegionReferences: true });
      const plans = new Stack(app, 'Plans', { env: EUROPE, crossRegionReferences: true });
      planFor(plans, 'local', new BackupVault(vaults, 'Vault').backupVaultArn);
      return app;
    },
    found: VAULT,
    link: /"WriterProps": \{/,
    unresolved: /^nothing that was read tells ExportsReader\w+\.\/cdk\/exports\//,
  },
  'an output by hand and its import': {
    app: () => {
      const app = new App({ context: CONTEXT });
      const vaults = new Stack(app, 'Vaults', { env: EUROPE });
      const vault = new BackupVault(vaults, 'Vault');
      // The name of the stack is known where the CDK gives it.
      new CfnOutput(vaults, 'Out', { value: vault.backupVaultName, exportName: Fn.sub(`\${AWS::StackName}-name`) });
      planFor(new Stack(app, 'Plans', { env: EUROPE }), Fn.importValue('Vaults-name'));
      return app;
    },
    found: VAULT,
    link: /"Name": \{\s*"Fn::Sub"/,
    unresolved: /^nothing that was read tells Fn::ImportValue Vaults-name/,
  },
};

/** Where the first rule of the one plan leads: its copy, if it has one, else its vault. */
function targetOf(model: BackupModel) {
  const [rule] = model.plans[0]?.rules ?? [];
  return rule?.copies[0]?.vault ?? rule?.vault;
}

describe.each(Object.entries(WAYS))('%s', (_, { app, found, link, unresolved }) => {
  test('leads to the resource', () => {
    const model = read(app());
    expect(targetOf(model)?.declared).toMatchObject(found);
    expect(model.notes).toEqual([]);
  });

  test('is unresolved, and not dropped, where it is broken', () => {
    let broken = 0;
    const model = read(app(), (_path, text) => {
      if (!link.test(text)) return text;
      broken += 1;
      return text.replace(link, (match) => match.replace(/"(?=\w)/, '"Broken'));
    });
    expect(broken).toBe(1);
    expect(targetOf(model)?.declared).toBeUndefined();
    expect(targetOf(model)?.name).toHaveProperty('unknown');
    const says = model.notes.map((note) => note.says);
    expect(says).toEqual([expect.stringMatching(unresolved)]);
  });
});

test('a table is found by its ARN through a nested stack, and by an ARN put together from its name', () => {
  const app = new App({ context: CONTEXT });
  const stack = new Stack(app, 'App', { env: EUROPE });
  const table = tableIn(new NestedStack(stack, 'Data'));
  selectionOf(new NestedStack(stack, 'Whole'), table.tableArn);
  selectionOf(new NestedStack(stack, 'Built'), `arn:aws:dynamodb:eu-west-1:111122223333:table/${table.tableName}`);
  selectionOf(new NestedStack(stack, 'Elsewhere'), `arn:aws:dynamodb:us-east-1:111122223333:table/${table.tableName}`);
  const { selections } = read(app);
  expect(selections.map(({ stack: name, resources }) => [name, resources[0]?.arn])).toEqual([
    ['App/Whole', expect.objectContaining({ ...TABLE, stack: 'App/Data' })],
    ['App/Built', expect.objectContaining({ ...TABLE, stack: 'App/Data' })],
    [
      'App/Elsewhere',
      expect.objectContaining({ unknown: expect.stringMatching(/^arn:aws:dynamodb:us-east-1:111122223333:table\//) }),
    ],
  ]);
});

describe('Fn::GetStackOutput', () => {
  const stack = (templateFile: string, environment: string) => ({
    type: 'aws:cloudformation:stack',
    environment,
    properties: { templateFile },
  });
  const vaults = {
    Resources: { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'ledger' } } },
    Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] } } },
  };
  const plan = (argument: object) => ({
    Resources: {
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: {
          BackupPlan: {
            BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn: { 'Fn::GetStackOutput': argument } }] }],
          },
        },
      },
    },
  });
  const app = (argument: object): Files => ({
    'manifest.json': {
      artifacts: {
        Vaults: stack('vaults.json', 'aws://444455556666/us-east-1'),
        Plans: stack('plans.json', 'aws://111122223333/eu-west-1'),
      },
    },
    'vaults.json': vaults,
    'plans.json': plan(argument),
  });

  test.each<[string, object]>([
    [
      'the name of a stack in another account',
      { StackName: 'Vaults', OutputName: 'Arn', Region: 'us-east-1', RoleArn: 'r' },
    ],
    [
      'the ARN of a stack',
      { StackName: 'arn:aws:cloudformation:us-east-1:444455556666:stack/Vaults/0a', OutputName: 'Arn' },
    ],
  ])('leads to the resource by %s', (_, argument) => {
    const model = readAssembly(app(argument));
    expect(targetOf(model)).toMatchObject({ name: 'ledger', declared: { stack: 'Vaults', logicalId: 'Vault' } });
    expect(model.notes).toEqual([]);
  });

  test.each<[string, object]>([
    ['no such stack was read', { StackName: 'Lost', OutputName: 'Arn' }],
    ['the stack has no such output', { StackName: 'Vaults', OutputName: 'Lost' }],
    [
      'the stack is in another account, and no role leads there',
      { StackName: 'Vaults', OutputName: 'Arn', Region: 'us-east-1' },
    ],
    ['no Region is named, and the stack is in another', { StackName: 'Vaults', OutputName: 'Arn', RoleArn: 'r' }],
    ['the stack is in another Region', { StackName: 'Vaults', OutputName: 'Arn', Region: 'eu-west-1' }],
  ])('is unresolved where %s', (_, argument) => {
    const model = readAssembly(app(argument));
    expect(targetOf(model)?.name).toHaveProperty('unknown');
    expect(model.notes).toMatchObject([
      { says: expect.stringMatching(/^nothing that was read tells Fn::GetStackOutput/) },
    ]);
  });
});

describe('templates without an assembly', () => {
  const shared = {
    Resources: { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'ledger' } } },
    Outputs: { Name: { Value: { Ref: 'Vault' }, Export: { Name: 'shared-vault' } } },
  };
  const plans = {
    Resources: {
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: { BackupPlan: { BackupPlanRule: [{ TargetBackupVault: { 'Fn::ImportValue': 'shared-vault' } }] } },
      },
    },
  };
  const both = (files: Files, assumptions?: Assumptions) =>
    readFrom(
      files,
      Object.keys(files).map((path) => ({ kind: 'template', path })),
      assumptions ? { assumptions } : {},
    );

  test('share an environment, unless that is not assumed', () => {
    const files = { 'shared.json': shared, 'plans.json': plans };
    expect(targetOf(both(files))?.declared).toMatchObject({ stack: 'shared.json', logicalId: 'Vault' });
    expect(both(files).assumptions).toMatchObject([{ assumption: 'shared-environment', from: 'default' }]);
    const strict = both(files, new Assumptions({}, true));
    expect(targetOf(strict)?.name).toMatchObject({ pieces: [{ kind: 'missing' }] });
    expect(strict.notes).toHaveLength(1);
  });

  test('of which two export one name are not told apart', () => {
    const model = both({ 'a.json': shared, 'b.json': shared, 'plans.json': plans });
    expect(targetOf(model)?.name).toHaveProperty('unknown');
    expect(model.notes).toHaveLength(1);
  });

  const root = {
    Resources: {
      Data: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: './nested/data.json' } },
      Backup: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: {
          TemplateURL: 'nested/backup.json',
          Parameters: { Vault: { 'Fn::GetAtt': ['Data', 'Outputs.Name'] } },
        },
      },
    },
  };
  const backup = {
    Parameters: { Vault: { Type: 'String', Default: 'Default' } },
    Resources: {
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: { BackupPlan: { BackupPlanRule: [{ TargetBackupVault: { Ref: 'Vault' } }] } },
      },
    },
  };
  const files = { 'root.json': root, 'nested/data.json': shared, 'nested/backup.json': backup };

  test.each([
    ['the one that nests the others is named', ['root.json']],
    ['all of them are named', ['nested/data.json', 'root.json', './nested/backup.json']],
  ])('that nest each other are one app where %s', (_, paths) => {
    const model = readFrom(
      { ...files, './nested/backup.json': backup },
      paths.map((path) => ({ kind: 'template', path })),
    );
    expect(model.stacks.map(({ name }) => name)).toEqual(['root.json', 'root.json/Data', 'root.json/Backup']);
    expect(targetOf(model)?.declared).toMatchObject({ stack: 'root.json/Data', logicalId: 'Vault' });
    expect(model.notes).toEqual([]);
  });

  test('that nest themselves end somewhere, and say so', () => {
    const circle = {
      Resources: { A: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: './circle.json' } } },
    };
    const model = readFrom({ 'circle.json': circle }, [{ kind: 'template', path: 'circle.json' }]);
    expect(model.stacks).toHaveLength(17);
    expect(model.notes).toMatchObject([{ says: expect.stringContaining('more than 16 levels deep') }]);
  });
});
