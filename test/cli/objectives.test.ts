import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main';

const TEMPLATE = {
  Resources: {
    Orders: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } },
    Files: { Type: 'AWS::EFS::FileSystem', Properties: { BackupPolicy: { Status: 'ENABLED' } } },
  },
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'strongroom-'));
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  write('app.json', TEMPLATE);
  write('met.yaml', { objectives: [{ name: 'files', types: ['AWS::EFS::FileSystem'], 'retention-days': 35 }] });
  write('missed.yaml', {
    objectives: [
      { name: 'files', types: ['AWS::EFS::FileSystem'] },
      {
        name: 'tables',
        types: ['AWS::DynamoDB::Table'],
        exceptions: [{ resource: 'Orders', reason: 'a cache', until: '2026-12-31' }],
      },
    ],
  });
  write('never.yaml', {
    objectives: [{ name: 'x', exceptions: [{ resource: 'A', reason: 'b', until: '2027-02-30' }] }],
  });
  write('wrong.yaml', { objectives: [{ name: 'x', retention: 7 }] });
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: readonly string[]) {
  const written = { stdout: '', stderr: '' };
  const status = await main(
    ['cover', join(folder, 'app.json'), ...argv.map((argument) => argument.replace('HERE', folder))],
    {
      stdout: { write: (text) => (written.stdout += text) },
      stderr: { write: (text) => (written.stderr += text) },
      env: {},
      now: () => Date.UTC(2026, 10, 22, 23, 30),
    },
  );
  return { status, ...written };
}

describe('strongroom cover with objectives', () => {
  test('ends with 0 where all are met, and says so', async () => {
    const { status, stdout } = await run('--objectives', 'HERE/met.yaml');
    expect(stdout).toContain('Objective files met (1 resource)\n');
    expect(status).toBe(0);
  });

  test('ends with 1 where one is missed, and says by what', async () => {
    const { status, stdout } = await run('--objectives', 'HERE/missed.yaml');
    expect(stdout).toContain('Objective files met (1 resource)\n');
    expect(stdout).toContain('Objective tables missed once (1 resource)\n  Missed: a plan backs it up (1)\n');
    expect(stdout).toMatch(/ {4}Orders {2}DynamoDB table · \S+app\.json:1:15\n/);
    expect(stdout).toContain("note: the exception 'Orders' of the objective 'tables' is about no resource");
    expect(status).toBe(1);
  });

  test('tells all of it to a program', async () => {
    const { status, stdout } = await run('--objectives', 'HERE/missed.yaml', '--format', 'json');
    expect(JSON.parse(stdout).objectives).toMatchObject([
      { objective: 'files', resources: 1, excepted: 0, misses: [], notes: [] },
      {
        objective: 'tables',
        misses: [{ logicalId: 'Orders', promise: 'protected', verdict: 'missed', message: 'no plan backs it up' }],
      },
    ]);
    expect(status).toBe(1);
  });

  test('tells all of it on a page', async () => {
    const { status, stdout } = await run('--objectives', 'HERE/missed.yaml', '--format', 'html');
    expect(stdout).toContain('<h2>Objectives</h2> <span class="counts">1 of 2 is met</span>');
    expect(status).toBe(1);
  });

  test('tells code scanning what is missed, and where the objective stands that does not fit', async () => {
    const { status, stdout } = await run('--objectives', 'HERE/missed.yaml', '--format', 'sarif');
    const { results } = JSON.parse(stdout).runs[0];
    expect(results.map(({ ruleId, level }: { ruleId: string; level: string }) => `${level} ${ruleId}`)).toEqual([
      'warning resource-unprotected',
      'error objective-protected',
      'warning objective-stale',
    ]);
    const { artifactLocation, region } = results[2].locations[0].physicalLocation;
    expect(artifactLocation.uri).toMatch(/\/missed\.yaml$/);
    expect(region).toEqual({ startLine: 1, startColumn: 66 });
    expect(status).toBe(1);
  });

  test('says nothing of objectives where there are none', async () => {
    const { status, stdout } = await run('--format', 'json');
    expect(JSON.parse(stdout)).not.toHaveProperty('objectives');
    expect(status).toBe(0);
  });

  test.each<[string, readonly string[], string]>([
    ['no file', ['--objectives', ''], '--objectives needs the name of a file'],
    ['a file that is not there', ['--objectives', 'HERE/none.yaml'], 'none.yaml'],
    [
      'a file that is none of objectives',
      ['--objectives', 'HERE/wrong.yaml'],
      "there is no 'retention' in objectives[0]",
    ],
    [
      'a day that is none',
      ['--today', '22.11.2026'],
      "--today needs a day of the calendar, such as 2027-03-31, got '22.11.2026'",
    ],
    [
      'a day that no month has',
      ['--today', '2027-02-30'],
      "--today needs a day of the calendar, such as 2027-03-31, got '2027-02-30'",
    ],
    [
      'an exception until such a day',
      ['--objectives', 'HERE/never.yaml'],
      "objectives[0].exceptions[0].until is '2027-02-30', expected a day of the calendar, such as 2027-03-31",
    ],
  ])('cannot use %s', async (_, argv, says) => {
    const { status, stdout, stderr } = await run(...argv);
    expect(stderr).toContain(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([status, stdout]).toEqual([2, '']);
  });
});
