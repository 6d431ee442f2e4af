import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTextFile } from '../../src/cli/files';
import { main } from '../../src/cli/main';
import { sourcesOf } from '../../src/cli/sources';
import { looksLikeTemplate } from '../../src/read/document/looks-like-template';
import { parseDocument } from '../../src/read/document/parse-document';
import { isObject, own, ownText } from '../../src/read/json';
import type { BackupModel } from '../../src/read/model';
import { readModel } from '../../src/read/read-model';
import { tell } from './telling';

const ALL = join(__dirname, 'real-world');
const NAMES = readdirSync(ALL).sort();

/** Reads a folder as the command does. */
function read(folder: string): BackupModel {
  const { sources, notes } = sourcesOf([folder]);
  return readModel(sources, readTextFile, { notes });
}

function linesOf(model: BackupModel, folder: string): string[] {
  const lines = tell(model).map((line) => line.replaceAll(`${folder}/`, '').replaceAll('\n', '\\n'));
  return lines.map((line) => line.replaceAll(folder, 'HERE').trimEnd()).sort();
}

/** The templates of a folder by their file. */
function templatesIn(folder: string): [file: string, template: Record<string, unknown>][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(json|ya?ml)$/.test(file))
    .map((file): [string, Record<string, unknown>] => [file, parseDocument(join(folder, file), readTextFile).value])
    .filter(([, template]) => looksLikeTemplate(template));
}

/** What people put in for what is made elsewhere, each of which needs a note where it is not expanded. */
const NEEDS_A_NOTE =
  /::MODULE$|^AWS::CloudFormation::StackSet$|^Custom::.*Backup|^AWS::(?!Backup::)[A-Za-z]*Backup|^AWS::DLM::LifecyclePolicy$/;

test('there are at least thirty of them', () => {
  expect(NAMES.length).toBeGreaterThanOrEqual(32);
});

describe.each(NAMES)('templates in the manner of %s', (name) => {
  const folder = join(ALL, name);
  const model = read(folder);

  test('are understood as a person understands them', () => {
    const expected = readFileSync(join(folder, 'expected.txt'), 'utf8').trimEnd().split('\n');
    expect(linesOf(model, folder)).toEqual(expected.map((line) => line.replaceAll('HERE/', '').trimEnd()).sort());
  });

  test('lose nothing of AWS Backup: each resource is in the model or in a note', () => {
    const told = JSON.stringify(model);
    for (const [file, template] of templatesIn(folder)) {
      const resources = own(template, 'Resources');
      for (const [logicalId, resource] of Object.entries(isObject(resources) ? resources : {})) {
        const loop = logicalId.startsWith('Fn::ForEach::') && Array.isArray(resource) ? Object.keys(resource[2]) : [];
        const type = ownText(resource, 'Type') ?? '';
        if (type.startsWith('AWS::Backup::')) expect(told, file).toContain(`"logicalId":"${logicalId}"`);
        if (NEEDS_A_NOTE.test(type))
          expect(
            model.notes.map((note) => note.logicalId),
            file,
          ).toContain(logicalId);
        for (const made of loop) {
          const isMade = made.includes('$') && told.includes(`"logicalId":"${made.slice(0, made.indexOf('$'))}`);
          expect(isMade || model.notes.some(({ says }) => says.includes(made)), `${file} ${made}`).toBe(true);
        }
      }
    }
  });

  test('lose no function of what is read, and no macro, nested stack or application', () => {
    const told = JSON.stringify(model);
    const noted = JSON.stringify(model.notes);
    const exported = templatesIn(folder).map(([, template]) => JSON.stringify(own(template, 'Outputs') ?? ''));
    for (const [file, template] of templatesIn(folder)) {
      const text = JSON.stringify(template);
      for (const [, macro] of text.matchAll(/"Fn::Transform":\{"Name":"([^"]+)"/g))
        expect(noted, file).toContain(macro);
      const resources = own(template, 'Resources');
      for (const [logicalId, resource] of Object.entries(isObject(resources) ? resources : {})) {
        const type = ownText(resource, 'Type') ?? '';
        const isNested = type === 'AWS::CloudFormation::Stack' || type === 'AWS::Serverless::Application';
        if (isNested) {
          const isRead = model.stacks.some((stack) => stack.name.endsWith(`/${logicalId}`));
          expect(isRead || model.notes.some((note) => note.logicalId === logicalId), `${file} ${logicalId}`).toBe(true);
        }
        if (!type.startsWith('AWS::Backup::')) continue;
        for (const target of referencesIn(own(resource, 'Properties'))) {
          const isResolved = exported.some((outputs) => outputs.includes(`"Export":{"Name":"${target}"}`));
          expect(isResolved || told.includes(target), `${file} ${logicalId} ${target}`).toBe(true);
        }
      }
    }
  });

  test('are shown to a person in words', async () => {
    const written = { stdout: '', stderr: '' };
    const status = await main(['show', folder], {
      stdout: { write: (text) => (written.stdout += text) },
      stderr: { write: (text) => (written.stderr += text) },
      env: {},
      now: () => Date.UTC(2026, 0, 1),
    });
    expect(status).toBe(0);
    expect(written.stdout + written.stderr).not.toMatch(/undefined|\[object|NaN|\bnull\b/);
    // Whatever was not understood is told beside the report.
    for (const { says } of model.notes) expect(written.stderr).toContain(says);
  });
});

/** What GetAtt and ImportValue of a resource name; within a function that cuts texts up, that one stands for all of it. */
function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value) || 'Fn::Select' in value || 'Fn::Split' in value) return [];
  const attribute = own(value, 'Fn::GetAtt');
  const name = Array.isArray(attribute) ? attribute[0] : own(value, 'Fn::ImportValue');
  return typeof name === 'string' ? [name] : Object.values(value).flatMap(referencesIn);
}
