import { readFileSync } from 'node:fs';
import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { BackupPlan, BackupVault } from 'cdk-strongroom';
import { describe, expect, test } from 'vitest';
import type { BackupModel } from '../../src/read/model';
import { readModel } from '../../src/read/read-model';
import { readAssembly } from './reading';

const AS_THE_COMMAND_DOES = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };

/** An app with a stack, a stack within it, and the like in a stage. */
function synthesize(context: Record<string, unknown>): BackupModel {
  const app = new App({ context: { 'aws:cdk:disable-validation': true, ...context } });
  const env = { account: '111122223333', region: 'eu-central-1' };
  const tags = { team: 'ledger' };
  for (const stack of [new Stack(app, 'App', { env, tags }), new Stack(new Stage(app, 'Prod'), 'App', { tags })]) {
    const vault = new BackupVault(stack, 'Vault', { backupVaultName: 'outer' });
    BackupPlan.daily35DayRetention(stack, 'Plan', vault);
    const nested = new NestedStack(stack, 'Nested');
    new BackupVault(nested, 'Vault', { backupVaultName: 'inner' });
    new BackupVault(new NestedStack(nested, 'Deeper'), 'Vault', { backupVaultName: 'innermost' });
  }
  const { directory } = app.synth();
  return readModel([{ kind: 'assembly', path: `${directory}/` }], (path) => readFileSync(path, 'utf8'));
}

describe.each([
  ['as the CDK command synthesizes it', AS_THE_COMMAND_DOES],
  ['as a test synthesizes it, without metadata in its templates', {}],
])('an assembly, %s', (_, context) => {
  const model = synthesize(context);

  test('is understood', () => {
    expect(model.notes).toEqual([]);
  });

  test('has its stages, its stacks and the stacks nested in them', () => {
    const environment = { account: '111122223333', region: 'eu-central-1' };
    const tags = [{ key: 'team', value: 'ledger' }];
    expect(model.stacks.map(({ template: _file, nestedAs: _id, ...facts }) => facts)).toEqual(
      expect.arrayContaining([
        { name: 'App', stackName: 'App', ...environment, tags },
        { name: 'App/Nested', parent: 'App', ...environment, tags },
        { name: 'App/Nested/Deeper', parent: 'App/Nested', ...environment, tags },
        { name: 'Prod/App', stackName: 'Prod-App', tags },
        { name: 'Prod/App/Nested', parent: 'Prod/App', tags },
        { name: 'Prod/App/Nested/Deeper', parent: 'Prod/App/Nested', tags },
      ]),
    );
    expect(model.stacks).toHaveLength(6);
  });

  test('tells each vault from those of the same logical id in other stacks', () => {
    const places = model.vaults.map(({ name, constructPath }) => [name, constructPath]);
    expect(places).toEqual(
      expect.arrayContaining([
        ['outer', 'App/Vault/Resource'],
        ['inner', 'App/Nested/Vault/Resource'],
        ['innermost', 'App/Nested/Deeper/Vault/Resource'],
        ['outer', 'Prod/App/Vault/Resource'],
        ['inner', 'Prod/App/Nested/Vault/Resource'],
        ['innermost', 'Prod/App/Nested/Deeper/Vault/Resource'],
      ]),
    );
    expect(places).toHaveLength(6);
  });

  test('names the file of each template', () => {
    expect(model.stacks.every(({ template }) => /[^/]\/[^/]+\.template\.json$/.test(template))).toBe(true);
  });
});

describe('an assembly in its details', () => {
  const vault = { Type: 'AWS::Backup::BackupVault' };
  const stack = { type: 'aws:cloudformation:stack', properties: { templateFile: 'app.json' } };

  test('of an older CDK has its construct paths in the manifest', () => {
    const metadata = { '/App/Vault/Resource': [{ type: 'aws:cdk:logicalId', data: 'Vault' }] };
    const model = readAssembly({
      'manifest.json': { artifacts: { App: { ...stack, metadata } } },
      'app.json': { Resources: { Vault: vault } },
    });
    expect(model.vaults[0]?.constructPath).toBe('App/Vault/Resource');
  });

  test('without its file of construct paths is read without them, and says so', () => {
    const model = readAssembly({
      'manifest.json': { artifacts: { App: { ...stack, additionalMetadataFile: 'lost.json' } } },
      'app.json': { Resources: { Vault: vault } },
    });
    expect(model.vaults).toHaveLength(1);
    expect(model.notes).toEqual([
      {
        stack: 'App',
        says: 'construct paths are not known, because cdk.out/lost.json cannot be read, because it does not exist',
        hidesNothing: true,
      },
    ]);
  });

  test('with a nested stack whose template lies elsewhere says so', () => {
    const elsewhere = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://s3/app.yaml' } };
    const model = readAssembly({
      'manifest.json': { artifacts: { App: stack } },
      'app.json': { Resources: { Elsewhere: elsewhere } },
    });
    expect(model.notes).toEqual([
      {
        stack: 'App',
        logicalId: 'Elsewhere',
        says: 'this nested stack was not read, because its template is not in the assembly',
      },
    ]);
  });

  test('keeps two stacks of one name apart', () => {
    const model = readAssembly({
      'manifest.json': { artifacts: { A: { ...stack, displayName: 'App' }, B: { ...stack, displayName: 'App' } } },
      'app.json': { Resources: { Vault: vault } },
    });
    expect(model.vaults.map((found) => found.stack)).toEqual(['App', 'App (cdk.out/app.json)']);
  });
});
