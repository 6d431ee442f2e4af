import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main';

const TEMPLATE = 'Resources: {Vault: {Type: AWS::Backup::BackupVault}}\n';
const MANIFEST = JSON.stringify({
  artifacts: { App: { type: 'aws:cloudformation:stack', properties: { templateFile: 'app.json' } } },
});

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strongroom-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Puts things in the folder of the test that are no plain files of UTF-8. */
const THINGS: Readonly<Record<string, (path: string) => void>> = {
  'a link in a circle': (path) => symlinkSync('a.json', path),
  'a link to nothing': (path) => symlinkSync('lost', path),
  'a link to a device': (path) => symlinkSync('/dev/zero', path),
  'a pipe': (path) => execFileSync('mkfifo', [path]),
  'an empty folder': (path) => mkdirSync(path),
  'an empty file': (path) => writeFileSync(path, ''),
  'a file of zeros': (path) => writeFileSync(path, Buffer.alloc(100_000)),
  'a file of noise': (path) =>
    writeFileSync(path, Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))),
  'a file in UTF-32': (path) =>
    writeFileSync(path, Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from('{\0\0\0')])),
  'a template cut off in a character': (path) => writeFileSync(path, Buffer.from(`${TEMPLATE}# é`).subarray(0, -1)),
  'a template cut off': (path) => writeFileSync(path, '{"Resources": {"Vault": {"Ty'),
  'a file deeper than anything': (path) => writeFileSync(path, `{"Resources": ${'['.repeat(100_000)}`),
};

async function run(argv: readonly string[]) {
  const written = { stdout: '', stderr: '' };
  const status = await main(argv, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    env: {},
    now: () => 0,
  });
  return { status, ...written };
}

describe.each(Object.entries(THINGS))('%s', (_, make) => {
  test('named as a template is refused in one line', async () => {
    make(join(folder, 'a.json'));
    const { status, stdout, stderr } = await run(['show', join(folder, 'a.json')]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^strongroom: [^\n]+\n$/);
    expect(stderr).not.toContain('mistake of strongroom');
  });

  test('as a template of an assembly is refused in one line', async () => {
    writeFileSync(join(folder, 'manifest.json'), MANIFEST);
    make(join(folder, 'app.json'));
    const { status, stderr } = await run(['show', folder]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^strongroom: [^\n]+\n$/);
    expect(stderr).not.toContain('mistake of strongroom');
  });

  test('in a folder of templates is refused or told, and the rest is read', async () => {
    writeFileSync(join(folder, 'good.yaml'), TEMPLATE);
    make(join(folder, 'a.json'));
    const { status, stdout, stderr } = await run(['show', folder]);
    expect(stderr).not.toContain('mistake of strongroom');
    if (status === 2) expect(stderr).toMatch(/^strongroom: [^\n]+\n$/);
    else expect([status, stdout.includes('1 vault')]).toEqual([0, true]);
  });

  test('as the manifest of an assembly is no assembly', async () => {
    make(join(folder, 'manifest.json'));
    const { status, stderr } = await run(['show', folder]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^strongroom: [^\n]+\n$/);
  });
});

test.skipIf(process.getuid?.() === 0)('what may not be read is refused in one line', async () => {
  writeFileSync(join(folder, 'a.json'), TEMPLATE);
  chmodSync(join(folder, 'a.json'), 0);
  const { status, stderr } = await run(['show', join(folder, 'a.json')]);
  expect(status).toBe(2);
  expect(stderr).toContain('because permission is denied');
});

test.each(['/dev/zero', '/dev/null', '/proc/self/mem', '/dev'])('%s is refused in one line', async (path) => {
  const { status, stderr } = await run(['show', path]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^strongroom: [^\n]+\n$/);
});
