import { describe, expect, test } from 'vitest';
import { readAssembly, readFrom, readTemplate, refusalOf } from './reading';

const MEND = 'mend it there, or name another template';

describe('a file that is no template is refused in one line', () => {
  test.each([
    ['that is empty', '', 'app.json is empty: name a template in JSON or YAML'],
    [
      'that is cut off',
      '{"Resources": {"Vault": {',
      `app.json cannot be read as JSON (line 1, column 26: the file ends too early, where a key in double quotes or } is missing): ${MEND}`,
    ],
    [
      'that is cut off within a text',
      '{"Resources": {"Va',
      `app.json cannot be read as JSON (line 1, column 16: this text in quotes does not end): ${MEND}`,
    ],
    [
      'with a mistake',
      '{\n  "Resources": {\n    "a" 1\n}}',
      `app.json cannot be read as JSON (line 3, column 9: a colon is expected): ${MEND}`,
    ],
    [
      'in YAML, with a mistake',
      'Resources:\n\tVault: 1',
      `app.json cannot be read as YAML (line 2, column 1: a tab stands where YAML indents with spaces): ${MEND}`,
    ],
    ['that holds a list', '[]', 'app.json holds a list where a template is an object: name a template'],
    ['that holds null', 'null', 'app.json holds null where a template is an object: name a template'],
    ['that holds text', '"a"', 'app.json holds text where a template is an object: name a template'],
    [
      'without resources',
      '{"name": "app"}',
      'app.json is no CloudFormation template, because it has no Resources: name a template, or the cdk.out folder of an app',
    ],
    [
      'whose resources are a list',
      '{"Resources": []}',
      'app.json is no CloudFormation template, because its Resources are a list: name a template',
    ],
    [
      'that is the manifest of an assembly',
      '{"artifacts": {}}',
      'app.json is no CloudFormation template, because it has no Resources: to read a CDK assembly, name the folder that holds it',
    ],
    ['that does not exist', undefined, 'app.json cannot be read, because it does not exist'],
  ])('%s', (_, text, message) => {
    expect(refusalOf(() => readFrom({ 'app.json': text }, [{ kind: 'template', path: 'app.json' }]))).toBe(message);
  });

  test('a byte order mark is no part of the template', () => {
    expect(readTemplate('\uFEFF{"Resources": {}}').stacks).toHaveLength(1);
  });
});

describe('a broken assembly is refused in one line', () => {
  const stack = { type: 'aws:cloudformation:stack', properties: { templateFile: 'app.json' } };

  test.each<[string, object, string]>([
    ['without a manifest', {}, 'cdk.out/manifest.json cannot be read, because it does not exist'],
    [
      'whose artifacts are a list',
      { 'manifest.json': { artifacts: [] } },
      'cdk.out/manifest.json has artifacts that are no object: synthesize the app again',
    ],
    [
      'without the template of a stack',
      { 'manifest.json': { artifacts: { App: stack } } },
      'cdk.out/app.json cannot be read, because it does not exist',
    ],
    [
      'whose stack names no template',
      { 'manifest.json': { artifacts: { App: { type: stack.type } } } },
      'cdk.out/manifest.json names no templateFile for App: synthesize the app again',
    ],
    [
      'whose stage names no folder',
      { 'manifest.json': { artifacts: { Prod: { type: 'cdk:cloud-assembly', properties: { directoryName: 1 } } } } },
      'cdk.out/manifest.json names no directoryName for Prod: synthesize the app again',
    ],
    [
      'without the manifest of a stage',
      {
        'manifest.json': { artifacts: { Prod: { type: 'cdk:cloud-assembly', properties: { directoryName: 'prod' } } } },
      },
      'cdk.out/prod/manifest.json cannot be read, because it does not exist',
    ],
    [
      'whose stage is itself',
      { 'manifest.json': { artifacts: { Prod: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } } } } },
      'cdk.out/manifest.json has stages more than 16 levels deep: synthesize the app again',
    ],
  ])('%s', (_, files, message) => {
    expect(refusalOf(() => readAssembly(files as Record<string, unknown>))).toBe(message);
  });

  test.each(['../secret.json', '/etc/passwd', 'a/../../secret.json', '..\\secret.json', 'C:\\secret.json'])(
    'whose template %s lies outside',
    (templateFile) => {
      const manifest = { artifacts: { App: { type: stack.type, properties: { templateFile } } } };
      expect(refusalOf(() => readAssembly({ 'manifest.json': manifest, 'app.json': {} }))).toBe(
        `cdk.out/manifest.json leads out of it, to ${templateFile}: synthesize the app again`,
      );
    },
  );

  test('whose templates nest each other without end', () => {
    const nested = { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'app.json' } };
    const files = {
      'manifest.json': { artifacts: { App: stack } },
      'app.json': { Resources: { A: nested, B: nested, C: nested } },
    };
    expect(refusalOf(() => readAssembly(files))).toBe(
      'cdk.out/app.json is nested too often: an assembly is read up to 5000 templates: synthesize the app again',
    );
  });
});
