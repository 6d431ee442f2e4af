import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assumptionsOf, strayStacksText } from '../../src/cli/assumptions';
import type { Io } from '../../src/cli/io';
import { main } from '../../src/cli/main';
import { UnusableArguments } from '../../src/cli/unusable-arguments';
import { parseAssumptions } from '../../src/read/assumptions/parse';

const home = process.cwd();
const CONTENT = "opt-in:\n  '*': { S3: off }\nparameters:\n  app.json: { Days: '035' }\n";
const APP = { name: 'app.json', template: 'app.json' };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strongroom-'));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** Hears what a command says. */
function listener() {
  const said = { stdout: '', stderr: '' };
  const io: Io = {
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
    env: {},
    now: () => 0,
  };
  return { io, said };
}

/** Asks for the assumptions of a command, and hears what is said on the way. */
function ask(given: { assumptions?: string; strict?: boolean }) {
  let stderr = '';
  const io = {
    stdout: { write: () => {} },
    stderr: { write: (text: string) => (stderr += text) },
    env: {},
    now: Date.now,
  };
  const leaning = assumptionsOf(given, io).leaning();
  return { s3: leaning.optIn('S3', {}), efs: leaning.optIn('EFS', {}), days: leaning.parameter(APP, 'Days'), stderr };
}

describe('the assumptions of a command', () => {
  test('are the defaults where no file is there', () => {
    expect(ask({})).toEqual({ s3: true, efs: true, days: undefined, stderr: '' });
  });

  test('are those of the file in the working directory, which is told', () => {
    writeFileSync('strongroom.assumptions.yaml', CONTENT);
    const stderr = 'note: assumptions are those of strongroom.assumptions.yaml\n';
    expect(ask({})).toEqual({ s3: false, efs: true, days: '035', stderr });
  });

  test('are those of the file that is named, and of no other', () => {
    writeFileSync('strongroom.assumptions.yaml', 'this: is not read');
    writeFileSync('other.yaml', `\uFEFF${CONTENT}`);
    expect(ask({ assumptions: 'other.yaml' })).toEqual({ s3: false, efs: true, days: '035', stderr: '' });
  });

  test('may be written in JSON', () => {
    writeFileSync('a.json', '{"opt-in": {"*": {"S3": false}}}');
    expect(ask({ assumptions: 'a.json' })).toMatchObject({ s3: false });
  });

  test.each([
    ['', true],
    ['# opt-in:\n#   S3: false\n', true],
  ])('are the defaults where the file says nothing: %j', (content, expected) => {
    writeFileSync('a.yaml', content);
    expect(ask({ assumptions: 'a.yaml' })).toMatchObject({ s3: expected });
  });

  test('are unknown with --strict where the file says nothing', () => {
    writeFileSync('strongroom.assumptions.yaml', CONTENT);
    expect(ask({ strict: true })).toMatchObject({ s3: false, efs: undefined });
    rmSync('strongroom.assumptions.yaml');
    expect(ask({ strict: true })).toMatchObject({ s3: undefined, efs: undefined });
  });

  test('need the name of a file', () => {
    expect(() => ask({ assumptions: '' })).toThrow(UnusableArguments);
  });
});

describe('a file of assumptions that cannot be used ends the command in one line', () => {
  test.each([
    [undefined, 'a.yaml cannot be read, because it does not exist: name a file of assumptions'],
    ["'", 'a.yaml cannot be read as YAML'],
    ['opt-inn: {}', "a.yaml cannot be used: there is no 'opt-inn'; did you mean 'opt-in'?"],
    ['opt-in: !Ref S3', "a.yaml cannot be used: there is no 'Ref' in opt-in"],
    ["parameters: { '*': { Answer: no } }", 'a.yaml cannot be used: parameters.*.Answer is false, expected'],
    ['a: &a [*a]', 'a.yaml cannot be read as YAML'],
  ])('%j', async (content, says) => {
    if (content !== undefined) writeFileSync('a.yaml', content);
    writeFileSync('app.json', '{"Resources": {}}');
    let stderr = '';
    const io = {
      stdout: { write: () => {} },
      stderr: { write: (text: string) => (stderr += text) },
      env: {},
      now: Date.now,
    };
    expect(await main(['show', 'app.json', '--assumptions', 'a.yaml'], io)).toBe(2);
    expect(stderr).toContain(`strongroom: ${says}`);
    expect(stderr.match(/\n/g)).toHaveLength(1);
  });
});

describe('strongroom show', () => {
  const template = {
    Parameters: { Name: { Type: 'String' } },
    Resources: { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: { Ref: 'Name' } } } },
  };

  async function show(...argv: readonly string[]) {
    writeFileSync('app.json', JSON.stringify(template));
    writeFileSync('a.yaml', 'parameters: { app.json: { Name: ledger }, other.json: {} }');
    const { io, said } = listener();
    expect(await main(['show', 'app.json', ...argv], io)).toBe(0);
    return said;
  }

  test('takes a parameter from the file, and says at its end that it leans on it', async () => {
    const { stdout, stderr } = await show('--assumptions', 'a.yaml');
    expect(stdout).toContain('Vault ledger');
    expect(stdout).toContain(`
This leans on assumptions
  parameters: Which values the parameters of a stack have
    Name of app.json: 'ledger'
    aws cloudformation describe-stacks --stack-name STACK --query 'Stacks[0].Parameters'
`);
    expect(stderr).toBe("note: the assumptions name the stack 'other.json', which was not read\n");
  });

  test('says for a program what it leans on', async () => {
    const { stdout } = await show('--assumptions', 'a.yaml', '--format', 'json');
    expect(JSON.parse(stdout).assumptions).toEqual([
      { assumption: 'parameters', about: 'Name of app.json', value: "'ledger'", from: 'file' },
    ]);
  });

  test('leans on nothing where nobody says what a parameter is', async () => {
    const { stdout } = await show('--strict');
    expect(stdout).toContain(`Vault \${Name}`);
    expect(stdout).not.toContain('assumptions');
  });
});

describe('strongroom assumptions', () => {
  test('writes a file that changes nothing', async () => {
    const { io, said } = listener();
    expect(await main(['assumptions'], io)).toBe(0);
    writeFileSync('strongroom.assumptions.yaml', said.stdout);
    expect(ask({})).toMatchObject({ s3: true, efs: true, days: undefined });
  });

  test('--help says how it is used', async () => {
    const { io, said } = listener();
    expect(await main(['assumptions', '--help'], io)).toBe(0);
    await expect(said.stdout).toMatchFileSnapshot('../golden/help-assumptions.txt');
  });

  test.each([
    [['app.json'], "assumptions takes no arguments, got 'app.json': run 'strongroom assumptions --help'"],
    [['--output', 'a'], "Unknown option '--output': run 'strongroom assumptions --help'"],
  ])('%j is refused in one line', async (argv, says) => {
    const { io, said } = listener();
    expect(await main(['assumptions', ...argv], io)).toBe(2);
    expect(said).toEqual({ stdout: '', stderr: `strongroom: ${says}\n` });
  });
});

test('stacks that the assumptions name and that were not read are told, a line each', () => {
  const assumptions = parseAssumptions('a.yaml', { parameters: { 'app.json': {}, 'ap\u001b.json': {} } });
  expect(strayStacksText(assumptions, [APP])).toBe(
    "note: the assumptions name the stack 'ap\\u{1b}.json', which was not read\n",
  );
});
