import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import schema from '../../docs/schemas/schedule.schema.json';
import { main } from '../../src/cli/main';

const NOW = Date.parse('2026-01-15T12:34:56.789Z');

async function schedule(...argv: readonly string[]) {
  const said = { stdout: '', stderr: '' };
  const status = await main(['schedule', ...argv], {
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
    env: {},
    now: () => NOW,
  });
  return { status, ...said };
}

const BERLIN = ['--timezone', 'Europe/Berlin', '--from', '2026-03-20T00:00:00Z'];
const LAST_FRIDAYS = ['cron(0 5 ? * 6L *)', '--timezone', 'Europe/Berlin', '--from', '2026-01-01T00:00:00Z'];
const NIGHTS = ['cron(30 2 ? * SUN *)', ...BERLIN, '--count', '3'];

describe('strongroom schedule', () => {
  test.each([['--help'], ['-h']])('%s says how it is used', async (option) => {
    const { status, stdout } = await schedule(option);
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../golden/help-schedule.txt');
  });

  test.each<[string, string, readonly string[]]>([
    ['lists the next five runs', 'five-runs', LAST_FRIDAYS],
    ['marks what the clocks skip and move as they go forward', 'forward', NIGHTS],
    [
      'marks what comes twice and moves as they go back',
      'back',
      ['cron(30 2 ? * SUN *)', '--timezone=Europe/Berlin', '--from=2026-10-20T00:00:00Z', '--count=2'],
    ],
    ['counts what is skipped together', 'several-skipped', ['cron(*/15 1-2 ? * SUN *)', ...BERLIN, '--count', '13']],
    [
      'marks a day that a zone does not have',
      'missing-day',
      ['cron(0 12 * * ? *)', '--timezone', 'Pacific/Apia', '--from', '2011-12-29T00:00:00Z', '--count', '3'],
    ],
    [
      'marks half an hour',
      'half-an-hour',
      ['cron(45 1 * * ? *)', '--timezone', 'Australia/Lord_Howe', '--from', '2026-04-04T00:00:00Z', '--count', '2'],
    ],
    [
      'shows the seconds of an offset',
      'seconds',
      ['cron(15 0 * * ? *)', '--timezone', 'Africa/Monrovia', '--from', '1972-01-06T00:00:00Z', '--count', '2'],
    ],
    ['says that a schedule ends', 'ends', ['cron(0 5 1 1 ? 2027-2028)', '--count', '3']],
    ['says that as many as asked for are the last', 'last', ['cron(0 5 1 1 ? 2027-2028)', '--count', '2']],
    ['says that a schedule is over', 'over', ['cron(0 5 * * ? 2025)']],
    [
      'says why a schedule never runs',
      'never',
      ['cron(0 2 ? 3 SUN#2 *)', '--timezone', 'America/New_York', '--from', '2026-01-01T00:00:00Z'],
    ],
  ])('%s', async (_, name, argv) => {
    const { status, stdout, stderr } = await schedule(...argv);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`../golden/schedule/${name}.txt`);
  });

  test('begins now, in UTC, where nothing else is said', async () => {
    const { stdout } = await schedule('cron(0 12 * * ? *)', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      timezone: 'UTC',
      from: '2026-01-15T12:34:56Z',
      occurrences: [16, 17, 18, 19, 20].map((day) => `2026-01-${day}T12:00:00Z`),
    });
  });

  test('lists a run at the instant at which it begins', async () => {
    const { stdout } = await schedule('cron(0 5 * * ? *)', '--from', '2026-01-01T06:00+01:00', '--format', 'json');
    expect(JSON.parse(stdout).occurrences[0]).toBe('2026-01-01T05:00:00Z');
  });

  test('says the same for a program', async () => {
    const { status, stdout, stderr } = await schedule(...NIGHTS, '--format', 'json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot('../golden/schedule/forward.json');
  });

  const valid = new Ajv().compile(schema);

  test.each<[string, readonly string[]]>([
    ['runs', LAST_FRIDAYS],
    ['runs with some skipped', NIGHTS],
    ['no run', ['cron(0 5 * * ? 2025)']],
    ['as many as can be', ['cron(* * * * ? *)', '--count', '1000']],
    ['offsets with seconds', ['cron(0 5 * * ? *)', '--timezone', 'Africa/Monrovia', '--from', '1970-01-01T00:00Z']],
  ])('%s in JSON are as the schema has them', async (_, argv) => {
    const { stdout } = await schedule(...argv, '--format', 'json');
    valid(JSON.parse(stdout));
    expect(valid.errors).toBeNull();
  });

  test('the schema refuses what is not written so', () => {
    expect(valid({ schemaVersion: 1, expression: 'cron(0 5 * * ? *)', timezone: 'UTC', occurrences: [] })).toBe(false);
  });

  test('-o writes to a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'strongroom-'));
    try {
      const file = join(folder, 'schedule.txt');
      expect(await schedule(...LAST_FRIDAYS, '-o', file)).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(readFileSync(file, 'utf8')).toBe((await schedule(...LAST_FRIDAYS)).stdout);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const EXPRESSION = 'cron(0 5 * * ? *)';
  const FROM = 'write it as 2026-01-01T00:00:00Z or 2026-01-01T01:00:00+01:00';

  test.each<[readonly string[], string]>([
    [[], "schedule needs one expression, got 0: write it in quotes, as in strongroom schedule 'cron(0 5 ? * SAT *)'"],
    [
      ['cron(0', '5'],
      "schedule needs one expression, got 2: write it in quotes, as in strongroom schedule 'cron(0 5 ? * SAT *)'",
    ],
    [
      ['cron(0 24 * * ? *)'],
      "the hours field of the schedule must hold 0-23 and , - * /, got '24': '24' is not allowed there; mend the hours field",
    ],
    [
      ['cron(0 0 29 2 ? 2023)'],
      "the schedule 'cron(0 0 29 2 ? 2023)' names only days that do not exist, so it never runs; name a day that the month has, or L for its last day",
    ],
    [
      [EXPRESSION, '--timezone', 'Mars/Olympus\u001b'],
      "a schedule is read in a time zone of the IANA database, got 'Mars/Olympus\\u{1b}'; use a name such as 'Europe/Berlin' or 'Etc/UTC'",
    ],
    [[EXPRESSION, '--from', 'tomorrow'], `--from takes an instant in ISO 8601, got 'tomorrow': ${FROM}`],
    [[EXPRESSION, '--from', '2026-01-01'], `--from takes an instant in ISO 8601, got '2026-01-01': ${FROM}`],
    [
      [EXPRESSION, '--from', '2026-01-01T00:00:00'],
      `--from takes an instant in ISO 8601, got '2026-01-01T00:00:00': ${FROM}`,
    ],
    [
      [EXPRESSION, '--from', '2026-02-30T00:00:00Z'],
      `--from takes an instant in ISO 8601, got '2026-02-30T00:00:00Z': ${FROM}`,
    ],
    [
      [EXPRESSION, '--from', '2026-13-01T00:00:00Z'],
      `--from takes an instant in ISO 8601, got '2026-13-01T00:00:00Z': ${FROM}`,
    ],
    [
      [EXPRESSION, '--from', '2026-01-01T25:00:00Z'],
      `--from takes an instant in ISO 8601, got '2026-01-01T25:00:00Z': ${FROM}`,
    ],
    [[EXPRESSION, '--count', '0'], "--count takes 1 to 1000, got '0': run 'strongroom schedule --help'"],
    [[EXPRESSION, '--count', '1001'], "--count takes 1 to 1000, got '1001': run 'strongroom schedule --help'"],
    [[EXPRESSION, '--count', '2.5'], "--count takes 1 to 1000, got '2.5': run 'strongroom schedule --help'"],
    [
      [EXPRESSION, '--format', 'yaml'],
      "schedule writes the formats text and json, got 'yaml': run 'strongroom schedule --help'",
    ],
    [[EXPRESSION, '--frob'], "Unknown option '--frob': run 'strongroom schedule --help'"],
  ])('%j is refused in one line', async (argv, says) => {
    expect(await schedule(...argv)).toEqual({ status: 2, stdout: '', stderr: `strongroom: ${says}\n` });
  });
});
