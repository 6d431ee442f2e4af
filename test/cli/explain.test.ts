import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strongroom-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function explain(argv: readonly string[], { isTTY = false, env = {} } = {}) {
  const said = { stdout: '', stderr: '' };
  const status = await main(['explain', ...argv.map((argument) => argument.replace('HERE', folder))], {
    stdout: { isTTY, write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
    env,
    now: Date.now,
  });
  return { status, stdout: said.stdout.replaceAll(folder, 'HERE'), stderr: said.stderr.replaceAll(folder, 'HERE') };
}

const REFUSED = 'Insufficient privileges to perform this action.';
const NEW_VAULT = `2/16 | CREATE_FAILED | AWS::Backup::BackupVault | Vault ${REFUSED} (Service: AWSBackup; Status Code: 403)`;
const DENIED =
  'User: arn:aws:sts::111122223333:assumed-role/deploy/cdk is not authorized to perform: backup-storage:MountCapsule on resource: * because no identity-based policy allows the backup-storage:MountCapsule action';

/** What `aws cloudformation describe-stack-events` writes, the newest event first. */
const STACK_EVENTS = JSON.stringify({
  StackEvents: [
    { ResourceType: 'AWS::CloudFormation::Stack', LogicalResourceId: 'App', ResourceStatus: 'ROLLBACK_IN_PROGRESS' },
    {
      ResourceType: 'AWS::Backup::BackupPlan',
      LogicalResourceId: 'Plan',
      ResourceStatus: 'CREATE_FAILED',
      ResourceStatusReason: 'Resource creation cancelled',
    },
    {
      ResourceType: 'AWS::Backup::BackupVault',
      LogicalResourceId: 'Vault',
      ResourceStatus: 'CREATE_FAILED',
      ResourceStatusReason: `Resource handler returned message: "${REFUSED} (Service: Backup, Status Code: 403)"`,
    },
    {
      ResourceType: 'AWS::SQS::Queue',
      LogicalResourceId: 'Queue',
      ResourceStatus: 'CREATE_FAILED',
      ResourceStatusReason: 'Properties validation failed for resource Queue',
    },
    { ResourceType: 'AWS::KMS::Key', LogicalResourceId: 'Key', ResourceStatus: 'CREATE_COMPLETE' },
  ],
});

describe('strongroom explain', () => {
  test.each([['--help'], ['-h']])('%s says how it is used', async (option) => {
    const { status, stdout } = await explain([option]);
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../golden/help-explain.txt');
  });

  test.each<[string, number, string, string]>([
    ['says what is likely', 0, 'new-vault', NEW_VAULT],
    ['says what is possible where a text alone does not tell', 0, 'refused', REFUSED],
    ['says who may not do what, where IAM says so', 0, 'denied', DENIED],
    ['says where to look where it does not know', 1, 'not-known', 'The backup job failed: access denied'],
    ['tells the failures of a stack from each other', 0, 'stack-events', STACK_EVENTS],
  ])('%s', async (_, status, name, text) => {
    const said = await explain([text]);
    expect({ status: said.status, stderr: said.stderr }).toEqual({ status, stderr: '' });
    await expect(said.stdout).toMatchFileSnapshot(`../golden/explain/${name}.txt`);
  });

  test('has colours on a terminal', async () => {
    const { stdout } = await explain([DENIED], { isTTY: true });
    await expect(stdout).toMatchFileSnapshot('../golden/explain/denied-in-colour.txt');
  });

  test('says the same for a program', async () => {
    const { status, stdout, stderr } = await explain([STACK_EVENTS, '--format', 'json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot('../golden/explain/stack-events.json');
  });

  test('reads a file, and writes one', async () => {
    writeFileSync(join(folder, 'error.txt'), NEW_VAULT);
    const said = await explain(['--file', 'HERE/error.txt', '-o', 'HERE/cause.txt']);
    expect(said).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'cause.txt'), 'utf8')).toBe((await explain([NEW_VAULT])).stdout);
  });

  test.each([[['-']], [['--file', '-']]])('%j reads the standard input', (argv) => {
    const script = `import { main } from './src/cli/main';
      main(['explain', ...JSON.parse(process.argv[1] as string)], { ...process, now: Date.now } as never).then((status) => { process.exitCode = status; });`;
    const { status, stdout } = spawnSync('npx', ['tsx', '-e', script, JSON.stringify(argv)], {
      input: DENIED,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('backup-storage:MountCapsule');
  });

  const NEEDS_ONE = 'write it in quotes, name a file with --file, or - for the standard input';

  test.each<[readonly string[], string]>([
    [[], `explain needs one error text, got 0: ${NEEDS_ONE}`],
    [['access', 'denied'], `explain needs one error text, got 2: ${NEEDS_ONE}`],
    [['denied', '--file', 'HERE/error.txt'], `explain needs one error text, got 2: ${NEEDS_ONE}`],
    [['  \n '], "the error text is empty: run 'strongroom explain --help'"],
    [
      ['--file', 'HERE/none.txt'],
      'HERE/none.txt cannot be read, because it does not exist: name a file that holds an error text or events',
    ],
    [
      ['x'.repeat(2_000_001)],
      'an error text has at most 2000000 characters, got 2000001: give the part that tells of the error',
    ],
    [
      ['x', '--format', 'yaml'],
      "explain writes the formats text and json, got 'yaml': run 'strongroom explain --help'",
    ],
    [['x', '--frob'], "Unknown option '--frob': run 'strongroom explain --help'"],
  ])('refuses what it cannot use in one line', async (argv, says) => {
    expect(await explain(argv)).toEqual({ status: 2, stdout: '', stderr: `strongroom: ${says}\n` });
  });

  test('takes a text as long as may be', async () => {
    expect((await explain(['x'.repeat(2_000_000)])).status).toBe(1);
  });

  test('writes out what would steer a terminal', async () => {
    const text = 'backup job \u001b[31mred\u202e';
    expect((await explain([text])).stdout).toContain('backup job \\u{1b}[31mred\\u{202e}');
    expect((await explain([text, '--format=json'])).stdout).toContain('backup job \\u001b[31mred\\u202e');
  });

  test('shows the beginning of a long text', async () => {
    const text = `${'word '.repeat(100)}`;
    expect((await explain([text])).stdout.replace(/\s+/g, ' ')).toContain(`${'word '.repeat(59)}word… Not known.`);
    const short = async (long: string) => JSON.parse((await explain([long, '--format=json'])).stdout).errors[0].text;
    expect(await short('🚀'.repeat(2000))).toBe('🚀'.repeat(2000));
    expect(await short(`a${' '.repeat(9000)}b`)).toBe('a b');
    expect(await short('🚀'.repeat(2001))).toBe(`${'🚀'.repeat(1999)}…`);
  });
});

describe('the JSON document of strongroom explain', () => {
  /** Written from the types, so that the two cannot part. */
  const SCHEMA = createGenerator({
    path: 'src/report/explain-json.ts',
    tsconfig: 'tsconfig.dev.json',
    type: 'Explained',
    skipTypeCheck: true,
    // More fields may come at any time.
    additionalProperties: true,
  }).createSchema('Explained');
  const valid = new Ajv({ strict: false }).compile(SCHEMA);

  test('has a JSON Schema', async () => {
    await expect(`${JSON.stringify(SCHEMA, undefined, 2)}\n`).toMatchFileSnapshot(
      '../../docs/schemas/explain.schema.json',
    );
  });

  test.each([[NEW_VAULT], [DENIED], ['who knows'], [STACK_EVENTS]])('%s is as the schema has it', async (text) => {
    valid(JSON.parse((await explain([text, '--format', 'json'])).stdout));
    expect(valid.errors).toBeNull();
  });

  test('the schema refuses what is not written so', () => {
    expect(valid({ schemaVersion: 1, known: true, errors: [{ text: 'x', causes: [{}], hints: [] }] })).toBe(false);
  });
});
