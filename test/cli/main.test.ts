import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { main } from '../../src/cli/main';

const VAULT = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'ledger' } };
const REPORT = '1 stack declares 1 vault, 0 plans and 0 selections.\n';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strongroom-'));
  writeFileSync(join(folder, 'app.json'), JSON.stringify({ Resources: { Vault: VAULT } }));
});

afterEach(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(argv: readonly string[], { isTTY = false, env = {} } = {}): Promise<Run> {
  const written = { stdout: '', stderr: '' };
  const status = await main(argv, {
    stdout: { isTTY, write: (text) => (written.stdout += text) },
    stderr: { isTTY, write: (text) => (written.stderr += text) },
    env,
    now: Date.now,
  });
  return { status, ...written };
}

/** Runs the command on paths in the folder of the test, and takes the folder out of what it says. */
async function runHere(argv: readonly string[], options = {}): Promise<Run> {
  const { status, stdout, stderr } = await run(
    argv.map((argument) => argument.replace('HERE', folder)),
    options,
  );
  return { status, stdout: stdout.replaceAll(folder, 'HERE'), stderr: stderr.replaceAll(folder, 'HERE') };
}

describe('strongroom', () => {
  test.each([['--help'], ['-h']])('%s says which commands there are', async (option) => {
    const { status, stdout, stderr } = await run([option]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot('../golden/help.txt');
  });

  test('--version says which version this is', async () => {
    expect(await run(['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  test.each([
    [[], "strongroom: no command was given: run 'strongroom --help' to see them\n"],
    [['shew'], "strongroom: there is no command 'shew': run 'strongroom --help' to see them\n"],
    [['\u001b[31m'], "strongroom: there is no command '\\u{1b}[31m': run 'strongroom --help' to see them\n"],
    [['show'], 'strongroom: show needs a path: name a cdk.out folder or a template, as in strongroom show cdk.out\n'],
    [['show', '--frob'], "strongroom: Unknown option '--frob': run 'strongroom show --help'\n"],
    [
      ['show', 'app.json', '--format', 'yaml'],
      "strongroom: show writes the formats text and json, got 'yaml': run 'strongroom show --help'\n",
    ],
    [['show', 'app.json', '-o', ''], "strongroom: -o needs the name of a file: run 'strongroom show --help'\n"],
    [
      ['show', 'app.json', '-o'],
      "strongroom: Option '-o, --output <value>' argument missing: run 'strongroom show --help'\n",
    ],
  ])('%j is refused in one line', async (argv, stderr) => {
    expect(await run(argv)).toEqual({ status: 2, stdout: '', stderr });
  });

  test('says in one line that a failure is its own', async () => {
    const io = {
      stdout: {
        write: () => {
          throw new TypeError('no\nway');
        },
      },
      stderr: { write: (text: string) => said.push(text) },
      env: {},
      now: Date.now,
    };
    const said: string[] = [];
    expect(await main(['--version'], io)).toBe(2);
    expect(said).toEqual(['strongroom: this is a mistake of strongroom itself, please report it: no\n']);
  });
});

describe('strongroom show', () => {
  test.each([['--help'], ['-h']])('%s says how it is used', async (option) => {
    const { status, stdout } = await run(['show', option]);
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../golden/help-show.txt');
  });

  test('says what a template declares', async () => {
    const { status, stdout, stderr } = await runHere(['show', 'HERE/app.json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(REPORT);
    expect(stdout).toContain('Vault ledger');
  });

  test('reads assemblies and templates together', async () => {
    const artifact = { type: 'aws:cloudformation:stack', properties: { templateFile: 'app.json' } };
    mkdirSync(join(folder, 'cdk.out'));
    writeFileSync(join(folder, 'cdk.out', 'manifest.json'), JSON.stringify({ artifacts: { App: artifact } }));
    writeFileSync(join(folder, 'cdk.out', 'app.json'), JSON.stringify({ Resources: { Vault: VAULT } }));
    const { stdout } = await runHere(['show', 'HERE/app.json', 'HERE/cdk.out', '--format=json']);
    const { stacks } = JSON.parse(stdout);
    expect(stacks).toEqual([
      { name: 'HERE/app.json', template: 'HERE/app.json' },
      { name: 'App', template: 'HERE/cdk.out/app.json', stackName: 'App', tags: [] },
    ]);
  });

  test('reads YAML, and folders, and says what it left out', async () => {
    writeFileSync(join(folder, 'app.json'), '{"name": "app"}');
    writeFileSync(
      join(folder, 'app.yaml'),
      'Resources:\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties: {BackupVaultName: !Sub ledger}\n',
    );
    const { status, stdout, stderr } = await runHere(['show', 'HERE']);
    expect(status).toBe(0);
    expect(stdout).toContain('Vault ledger');
    expect(stderr).toBe('note: HERE: these files are no templates, so they were not read: HERE/app.json\n');
  });

  test('writes JSON for a program', async () => {
    const { stdout } = await runHere(['show', 'HERE/app.json', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, vaults: [{ name: 'ledger' }] });
  });

  test('says on stderr what it did not understand', async () => {
    writeFileSync(join(folder, 'odd.json'), JSON.stringify({ Resources: { 'V\u001b': { ...VAULT, Properties: [] } } }));
    const { status, stdout, stderr } = await runHere(['show', 'HERE/odd.json']);
    expect(status).toBe(0);
    expect(stdout).toContain('1 vault');
    expect(stderr).toBe(
      'note: HERE/odd.json:1:15 V\\u{1b}: an object is expected here, not a list, so this was not read\n',
    );
  });

  test.each<[string, boolean, object, readonly string[], boolean]>([
    ['has colours on a terminal', true, {}, [], true],
    ['has none in a pipe', false, {}, [], false],
    ['has none where NO_COLOR is set', true, { NO_COLOR: '1' }, [], false],
    ['has them where NO_COLOR is set to nothing', true, { NO_COLOR: '' }, [], true],
    ['has none in JSON', true, {}, ['--format', 'json'], false],
  ])('%s', async (_, isTTY, env, argv, coloured) => {
    const { stdout } = await runHere(['show', 'HERE/app.json', ...argv], { isTTY, env });
    expect(stdout.includes('\u001b')).toBe(coloured);
  });

  describe('-o', () => {
    test('writes to a file, without colours, and to nothing else', async () => {
      const { status, stdout } = await runHere(['show', 'HERE/app.json', '-o', 'HERE/report.txt'], { isTTY: true });
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
      expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toMatch(REPORT);
      expect(readdirSync(folder).sort()).toEqual(['app.json', 'report.txt']);
    });

    test('writes over what is there, through a link', async () => {
      writeFileSync(join(folder, 'report.txt'), 'old');
      symlinkSync('report.txt', join(folder, 'link.txt'));
      await runHere(['show', 'HERE/app.json', '-o', 'HERE/link.txt']);
      expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toMatch(REPORT);
    });

    test('leaves what is there where the input cannot be used', async () => {
      writeFileSync(join(folder, 'report.txt'), 'old');
      expect((await runHere(['show', 'HERE/lost.json', '-o', 'HERE/report.txt'])).status).toBe(2);
      expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe('old');
    });

    test.each([
      ['HERE', 'HERE cannot be written, because it is no file'],
      ['HERE/lost/report.txt', 'HERE/lost/report.txt cannot be written, because its folder does not exist'],
      ['/dev/null', '/dev/null cannot be written, because it is no file'],
    ])('%s is refused', async (path, message) => {
      const { status, stderr } = await runHere(['show', 'HERE/app.json', '-o', path]);
      expect(status).toBe(2);
      expect(stderr).toBe(`strongroom: ${message}: name another file after -o\n`);
      expect(existsSync(path.replace('HERE', folder))).toBe(!path.includes('lost'));
    });
  });

  test.each([
    ['HERE/lost.json', 'HERE/lost.json cannot be read, because it does not exist: name a cdk.out folder or a template'],
    [
      'HERE/app.json/lost.json',
      'HERE/app.json/lost.json cannot be read, because a part of the path is no folder: name a cdk.out folder or a template',
    ],
    [
      'HERE/empty',
      'HERE/empty holds no template among its files (HERE/empty/a.json) and no CDK assembly: name a cdk.out folder (cdk synth writes it), a template, or a folder of templates',
    ],
    ['/dev/zero', '/dev/zero is no file: name a cdk.out folder or a template'],
    [
      'HERE/round.json',
      'HERE/round.json cannot be read, because its links lead in a circle: name a cdk.out folder or a template',
    ],
    ['HERE/bytes.json', 'HERE/bytes.json is not in UTF-8 (line 1 has bytes that are no character): save it as UTF-8'],
    ['HERE/zero.json', 'HERE/zero.json holds bytes that are no text: name a template in JSON or YAML'],
    [
      'HERE/no\nbreak.json',
      'HERE/no\\u{a}break.json cannot be read, because it does not exist: name a cdk.out folder or a template',
    ],
    ['a\0b', 'a\\u{0}b cannot be read, because no file can have that name: name a cdk.out folder or a template'],
  ])('refuses %j in one line', async (path, message) => {
    symlinkSync('round.json', join(folder, 'round.json'));
    writeFileSync(join(folder, 'bytes.json'), Buffer.from([0x7b, 0xff]));
    writeFileSync(join(folder, 'zero.json'), Buffer.from([0x7b, 0x00]));
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'empty', 'a.json'), '{}');
    expect(await runHere(['show', path])).toEqual({ status: 2, stdout: '', stderr: `strongroom: ${message}\n` });
  });
});
