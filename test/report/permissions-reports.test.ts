import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as constructs from 'constructs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { permissionsFor } from '../../src/permit/permit';
import type { BackupModel } from '../../src/read/model';
import { permissionsCdk } from '../../src/report/permissions-cdk';
import { permissionsCloudFormation } from '../../src/report/permissions-cloudformation';
import { permissionsText } from '../../src/report/permissions-text';
import { VERBS } from '../../src/service/permissions/permission';
import { deployed, type Resources } from '../permit/deployed';
import { readExample, synthesizeExample } from './example';

const PAGE = { width: 100, colour: false };
const example = readExample(synthesizeExample());
/** Names by which somebody might try to end a text or a comment, or to have the CDK take them for something else. */
const HOSTILE = `a'b\\ \n*/ \`\${x}\` \${Token[TOKEN.1]} \u202e`;
const hostile = deployed(vaults([HOSTILE]), 'Led\nger */');
/** More than one policy has room for. */
const many = deployed(vaults(Array.from({ length: 400 }, (_, index) => `vault-of-department-${index}`)));

function vaults(names: readonly string[]): Resources {
  return Object.fromEntries(
    names.map((BackupVaultName, index) => [
      `V${index}`,
      { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName } },
    ]),
  );
}

const allFor = (model: BackupModel) => permissionsFor(model, { holder: 'role', verbs: VERBS });

describe('permissions as text', () => {
  test('say of each statement what it allows, who needs it, and why', async () => {
    await expect(permissionsText(allFor(example), PAGE)).toMatchFileSnapshot('../golden/permissions/app.txt');
  });

  test('say what is not covered', () => {
    const text = permissionsText(allFor(deployed({ P: { Type: 'AWS::Backup::BackupAccessPoint' } })), PAGE);
    expect(text).toContain('Nothing of AWS Backup is declared that needs permissions.');
    expect(text).toContain('Not covered\n  Ledger P: AWS publishes no list');
  });

  test('say when a role has not enough room', () => {
    expect(permissionsText(allFor(many), PAGE)).not.toContain('A role takes');
    const names = Array.from({ length: 1500 }, (_, index) => `the-vault-of-a-department-with-number-${index}`);
    expect(permissionsText(allFor(deployed(vaults(names))), PAGE)).toContain('A role takes 10 managed policies');
  });
});

describe.each([
  ['an app', example],
  ['hostile names', hostile],
  ['many vaults', many],
])('the policies of %s', (_, model) => {
  const permissions = allFor(model);
  const expected = permissions.policies.map(({ document }) => document);

  test('keep within the limit of IAM', () => {
    for (const { document, characters } of permissions.policies) {
      expect(JSON.stringify(document).length).toBe(characters);
      expect(characters).toBeLessThanOrEqual(6144);
      expect(new Set(document.Statement.map(({ Sid }) => Sid)).size).toBe(document.Statement.length);
      for (const { Sid } of document.Statement) expect(Sid).toMatch(/^[A-Za-z0-9]+$/);
    }
  });

  test('are the same in a CloudFormation template', () => {
    const { Resources } = JSON.parse(permissionsCloudFormation(permissions));
    const documents = Object.values(Resources as Record<string, { Properties: { PolicyDocument: unknown } }>);
    expect(documents.map(({ Properties }) => Properties.PolicyDocument)).toEqual(expected);
  });

  test('are the same in a program of the CDK', () => {
    const stack = new Stack(new App(), 'Stack');
    run(permissionsCdk(permissions))(stack);
    const { Resources } = stack.resolve((stack as unknown as { _toCloudFormation(): object })._toCloudFormation());
    const documents = Object.values(Resources as Record<string, { Properties: { PolicyDocument: unknown } }>);
    expect(documents.map(({ Properties }) => plain(Properties.PolicyDocument))).toEqual(expected.map(plain));
  });
});

test('a program of the CDK is what a user wants to read, and compiles', async () => {
  const program = permissionsCdk(allFor(example));
  await expect(program).toMatchFileSnapshot('../golden/permissions/app.ts.txt');
  expect(complaintsAbout({ 'app.ts': program, 'hostile.ts': permissionsCdk(allFor(hostile)) })).toEqual([]);
  expect(complaintsAbout({ 'wrong.ts': program.replace('sid:', 'said:') })).not.toEqual([]);
}, 60_000);

/** The function that a program exports. */
function run(program: string): (scope: constructs.Construct) => unknown {
  const { outputText } = ts.transpileModule(program, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const module = { exports: {} as Record<string, (scope: constructs.Construct) => unknown> };
  const modules: Readonly<Record<string, unknown>> = { 'aws-cdk-lib/aws-iam': iam, constructs };
  new Function('module', 'exports', 'require', outputText)(module, module.exports, (name: string) => modules[name]);
  return module.exports.backupDeployment as (scope: constructs.Construct) => unknown;
}

/** What the compiler says against programs that stand in this project. */
function complaintsAbout(programs: Readonly<Record<string, string>>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    noUnusedLocals: true,
    skipLibCheck: true,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const files = new Map(Object.entries(programs).map(([name, text]) => [join(process.cwd(), name), text]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.fileExists = (path) => files.has(path) || fileExists(path);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** A document with every list of one as its only member, as the CDK writes it. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? plain(value[0]) : value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
