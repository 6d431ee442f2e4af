import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main';

const TEMPLATE = `Resources:
  Vault: { Type: AWS::Backup::BackupVault, Properties: { BackupVaultName: ledger } }
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties: { BackupPlan: { BackupPlanName: nightly, BackupPlanRule: [{ RuleName: daily, TargetBackupVault: !Ref Vault }] } }
  Daily:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: !Ref Plan
      BackupSelection:
        SelectionName: daily
        IamRoleArn: arn:aws:iam::111122223333:role/backup
        ListOfTags: [{ ConditionType: STRINGEQUALS, ConditionKey: backup, ConditionValue: daily }]
  Orders: { Type: AWS::DynamoDB::Table, Properties: { Tags: [{ Key: backup, Value: daily }] } }
  Sessions: { Type: AWS::DynamoDB::Table }
  Odd: 7
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'strongroom-'));
  writeFileSync(join(folder, 'app.yaml'), TEMPLATE);
  writeFileSync(join(folder, 'cut.yaml'), TEMPLATE.slice(0, TEMPLATE.indexOf('ConditionValue')));
  writeFileSync(join(folder, 'cut.json'), '{"Resources": {"Orders": {"Type": "AWS::DynamoDB::Table"}');
  writeFileSync(
    join(folder, 'twice.json'),
    '{"Resources": {}, "Resources": {"Orders": {"Type": "AWS::DynamoDB::Table"}}}',
  );
  writeFileSync(join(folder, 'list.json'), '{"Resources": ["AWS::DynamoDB::Table"]}');
  const others = { 'plans-elsewhere': [{ name: 'central', resources: ['*'] }] };
  writeFileSync(join(folder, 'assumptions.yaml'), JSON.stringify(others));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(argv: readonly string[], terminal: { readonly isTTY?: boolean; readonly columns?: number } = {}) {
  const written = { stdout: '', stderr: '' };
  const status = await main(
    argv.map((argument) => argument.replace('HERE', folder)),
    {
      stdout: { ...terminal, write: (text) => (written.stdout += text) },
      stderr: { write: (text) => (written.stderr += text) },
      env: {},
      now: Date.now,
    },
  );
  return {
    status,
    stdout: written.stdout.replaceAll(folder, 'HERE'),
    stderr: written.stderr.replaceAll(folder, 'HERE'),
  };
}

function widest(text: string): number {
  return Math.max(
    ...stripVTControlCharacters(text)
      .split('\n')
      .map((line) => [...line].length),
  );
}

describe('strongroom cover', () => {
  test.each([['--help'], ['-h']])('%s says how it is used', async (option) => {
    const { status, stdout } = await run(['cover', option]);
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../golden/help-cover.txt');
  });

  test('says what is protected and what is not, and what it did not understand', async () => {
    const { status, stdout, stderr } = await run(['cover', 'HERE/app.yaml']);
    // That something is unprotected is an answer, and no objective is missed by it.
    expect(status).toBe(0);
    expect(stdout).toContain('selection daily of plan nightly: it has the tag backup=daily\n');
    expect(stdout).toContain('\n1 unprotected and 1 protected.\n');
    expect(stdout).toContain('\nThis leans on assumptions\n');
    expect(stderr).toContain('Odd: this is no resource with a Type, so it was not read\n');
  });

  test.each([
    ['text', /^Stack HERE\/app\.yaml\n/],
    ['json', /^\{\n {2}"schemaVersion": 1,/],
    ['html', /^<!doctype html>\n/],
    ['sarif', /"version": "2\.1\.0"/],
  ])('writes %s', async (format, form) => {
    const { status, stdout } = await run(['cover', 'HERE/app.yaml', '--format', format]);
    expect(status).toBe(0);
    expect(stdout).toMatch(form);
    expect(stdout).toContain('Sessions');
  });

  test('writes to a file', async () => {
    const { status, stdout } = await run(['cover', 'HERE/app.yaml', '--format', 'html', '-o', 'HERE/out.html']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(readFileSync(join(folder, 'out.html'), 'utf8')).toContain('<b>Sessions</b>');
  });

  test('goes by the file of assumptions', async () => {
    const { stdout } = await run(['cover', 'HERE/app.yaml', '--assumptions', 'HERE/assumptions.yaml']);
    expect(stdout).toContain('\n2 protected.\n');
  });

  test('--strict leaves open what nobody says', async () => {
    const { stdout } = await run(['cover', 'HERE/app.yaml', '--strict']);
    expect(stdout).toContain('\n2 unknown.\n');
  });

  test.each([
    [80, 80],
    [120, 120],
    [20, 40],
    [500, 140],
  ])('on a terminal of %i columns takes %i', async (columns, taken) => {
    const { stdout } = await run(['cover', 'HERE/app.yaml'], { isTTY: true, columns });
    expect(widest(stdout.slice(0, stdout.indexOf('This leans on')))).toBe(taken);
  });

  test.each([
    ['no terminal', { columns: 50 }],
    ['a terminal of which the width is not known', { isTTY: true, columns: 0 }],
  ])('takes 100 columns on %s', async (_, terminal) => {
    const { stdout } = await run(['cover', 'HERE/app.yaml'], terminal);
    expect(stripVTControlCharacters(stdout)).toContain(`\n${'─'.repeat(100)}\n`);
  });

  test.each([
    ['cut.yaml', /^strongroom: HERE\/cut\.yaml\b/],
    ['cut.json', /^strongroom: HERE\/cut\.json\b/],
    ['twice.json', /^strongroom: HERE\/twice\.json\b/],
    ['list.json', /^strongroom: HERE\/list\.json\b/],
  ])('says nothing of what is protected where %s is no whole template', async (file, message) => {
    const { status, stdout, stderr } = await run(['cover', 'HERE/app.yaml', `HERE/${file}`]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  test('says nothing of what is protected where a folder holds a template that is cut', async () => {
    expect(await run(['cover', 'HERE'])).toMatchObject({ status: 2, stdout: '' });
  });

  test.each([
    [
      ['cover'],
      'strongroom: cover needs a path: name a cdk.out folder or a template, as in strongroom cover cdk.out\n',
    ],
    [
      ['cover', 'a.json', '--format', 'github'],
      "strongroom: cover writes the formats text, json, html and sarif, got 'github': run 'strongroom cover --help'\n",
    ],
    [
      ['cover', 'a.json', '--fail-on', 'error'],
      "strongroom: Unknown option '--fail-on': run 'strongroom cover --help'\n",
    ],
    [
      ['cover', 'HERE/none.json'],
      'strongroom: HERE/none.json cannot be read, because it does not exist: name a cdk.out folder or a template\n',
    ],
  ])('%j is refused in one line', async (argv, stderr) => {
    expect(await run(argv)).toEqual({ status: 2, stdout: '', stderr });
  });
});
