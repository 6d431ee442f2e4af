import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sources, sourcesOf } from '../../src/cli/sources';
import { refusalOf } from '../read/reading';

const TEMPLATE = 'Resources: {}\n';
const ASSEMBLY = '{"version": "1", "artifacts": {}}';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strongroom-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Writes files by their path in the folder of the test. */
function write(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** What paths in the folder of the test lead to, without that folder. */
function find(...paths: readonly string[]): Sources {
  return JSON.parse(JSON.stringify(sourcesOf(paths.map((path) => join(folder, path)))).replaceAll(`${folder}/`, ''));
}

function refusal(...paths: readonly string[]): string {
  return refusalOf(() => find(...paths)).replaceAll(folder, 'HERE');
}

describe('a path', () => {
  test('to a file is a template, whatever it is named', () => {
    write({ 'a.txt': 'anything' });
    expect(find('a.txt')).toEqual({ sources: [{ kind: 'template', path: 'a.txt' }], notes: [] });
  });

  test('to a folder with a manifest of artifacts is an assembly', () => {
    write({ 'cdk.out/manifest.json': ASSEMBLY, 'cdk.out/App.template.json': TEMPLATE });
    expect(find('cdk.out')).toEqual({ sources: [{ kind: 'assembly', path: 'cdk.out' }], notes: [] });
  });

  test('to what is found twice is read once', () => {
    write({ 'infra/a.yaml': TEMPLATE });
    expect(find('infra', 'infra/a.yaml', './infra/../infra').sources).toEqual([
      { kind: 'template', path: 'infra/a.yaml' },
    ]);
  });

  test('that is a dash is the standard input', () => {
    expect(sourcesOf(['-', '-']).sources).toEqual([{ kind: 'template', path: '-' }]);
  });

  test('to nothing is refused', () => {
    expect(refusal('lost')).toBe(
      'HERE/lost cannot be read, because it does not exist: name a cdk.out folder or a template',
    );
  });
});

describe('a folder', () => {
  test('is searched for templates and assemblies, in the order of their names', () => {
    write({
      'b.yaml': TEMPLATE,
      'a.json': '{"Resources": {}}',
      'c.TEMPLATE': '{"AWSTemplateFormatVersion": "2010-09-09"}',
      'more/d.yml': 'Transform: Macro\n',
      'more/deep/e.template': `Resources\r\n: {}`.replace('\r\n', ''),
      'app/cdk.out/manifest.json': ASSEMBLY,
      'app/cdk.out/App.template.json': TEMPLATE,
      'README.md': 'Resources: {}',
    });
    expect(find('.')).toEqual({
      sources: [
        { kind: 'assembly', path: 'app/cdk.out' },
        ...['a.json', 'b.yaml', 'c.TEMPLATE', 'more/d.yml', 'more/deep/e.template'].map((path) => ({
          kind: 'template',
          path,
        })),
      ],
      notes: [],
    });
  });

  test('leaves out node_modules and what is hidden', () => {
    write({ 'a.yaml': TEMPLATE, 'node_modules/b/b.yaml': TEMPLATE, '.github/c.yaml': TEMPLATE });
    expect(find('.').sources).toEqual([{ kind: 'template', path: 'a.yaml' }]);
  });

  test('takes the manifest of anything but an app for a file like others', () => {
    write({ 'web/manifest.json': '{"name": "web"}', 'web/a.yaml': TEMPLATE });
    expect(find('web').sources).toEqual([{ kind: 'template', path: 'web/a.yaml' }]);
  });

  test('says which files are no templates', () => {
    write({
      'a.yaml': TEMPLATE,
      'package.json': '{"name": "a"}',
      'parameters.json': '[{"ParameterKey": "Resources"}]',
      'broken.json': '{',
      'serverless.yml': 'resources:\n  Resources: {}\n',
      'many.yaml': 'a: 1\n---\nb: 2\n',
    });
    expect(find('.').notes.map(({ says }) => says)).toEqual([
      'these files are no templates, so they were not read: broken.json, many.yaml, package.json, parameters.json, serverless.yml',
    ]);
  });

  test('names twenty of them at most', () => {
    write({ 'a.yaml': TEMPLATE });
    for (let index = 10; index < 40; index++) write({ [`${index}.json`]: '{}' });
    expect(find('.').notes[0]?.says).toMatch(/: 10\.json, .*29\.json and 10 more$/);
  });

  test('with a template that is broken is refused: it would be missing from every answer', () => {
    write({ 'a.yaml': TEMPLATE, 'b.yaml': 'Resources:\n\tA: 1\n' });
    expect(refusal('.')).toBe(
      'HERE/b.yaml cannot be read as YAML (line 2, column 1: a tab stands where YAML indents with spaces): mend it there, or name another template',
    );
  });

  test('says what it could not read', () => {
    write({ 'a.yaml': TEMPLATE, 'b.yaml': Buffer.from([0x61, 0x0a, 0xff]) });
    mkdirSync(join(folder, 'd.json'));
    symlinkSync('a.yaml', join(folder, 'link.yaml'));
    symlinkSync('.', join(folder, 'round'));
    const { sources, notes } = find('.');
    expect(sources).toEqual([{ kind: 'template', path: 'a.yaml' }]);
    expect(notes.map(({ says }) => says)).toEqual([
      'link.yaml was not read, because it is a link',
      'b.yaml is not in UTF-8 (line 2 has bytes that are no character): save it as UTF-8',
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('says which files and folders it may not read', () => {
    write({ 'a.yaml': TEMPLATE, 'b.yaml': TEMPLATE, 'c/d.yaml': TEMPLATE });
    chmodSync(join(folder, 'b.yaml'), 0);
    chmodSync(join(folder, 'c'), 0);
    expect(find('.').notes).toHaveLength(2);
    chmodSync(join(folder, 'c'), 0o755);
  });

  test('is searched to a depth that nobody needs', () => {
    write({ 'a.yaml': TEMPLATE, [`${'f/'.repeat(40)}b.yaml`]: TEMPLATE });
    const { sources, notes } = find('.');
    expect(sources).toEqual([{ kind: 'template', path: 'a.yaml' }]);
    expect(notes.map(({ says }) => says)).toEqual([
      `${'f/'.repeat(33).slice(0, -1)} was not read, because it is more than 32 folders deep`,
    ]);
  });

  test.each([
    [{}, 'HERE/in holds no file named *.template, *.json, *.yaml or *.yml and no CDK assembly'],
    [{ 'in/a.json': '{}' }, 'HERE/in holds no template among its files (HERE/in/a.json) and no CDK assembly'],
  ])('without a template is refused', (files, message) => {
    mkdirSync(join(folder, 'in'));
    write(files);
    expect(refusal('in')).toBe(
      `${message}: name a cdk.out folder (cdk synth writes it), a template, or a folder of templates`,
    );
  });
});
