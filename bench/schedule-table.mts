// `npx tsx bench/schedule-table.mts` writes docs/schedule-libraries.md: what four cron libraries and ours make of the
// vectors that the tests hold ours to.
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Schedule } from '../src/service/schedule/schedule';
import { CALENDAR_VECTORS, type Vector } from '../test/service/schedule/vectors';
import { SECONDS_VECTOR, ZONE_VECTORS } from '../test/service/schedule/zone-vectors';
import { LIBRARIES } from './schedule-libraries.mjs';

const PATIENCE_MILLISECONDS = 3000;
const FILE = new URL('../docs/schedule-libraries.md', import.meta.url);
const CHILD = new URL('./schedule-child.mjs', import.meta.url);
const require = createRequire(import.meta.url);

/** Schedules whose days do not exist: a library has to refuse them, or to say that they never run. */
const IMPOSSIBLE: readonly Vector[] = [
  ['cron(0 5 31 2 ? *)', 'UTC', '2026-01-01T00:00Z', [], 'ends'],
  ['cron(0 5 31 4,6,9,11 ? *)', 'UTC', '2026-01-01T00:00Z', [], 'ends'],
  ['cron(0 0 29 2 ? 2027)', 'UTC', '2026-01-01T00:00Z', [], 'ends'],
  ['cron(0 5 ? 2 2#5 2027)', 'UTC', '2026-01-01T00:00Z', [], 'ends'],
];

/** What a library answers, or `hangs`. */
type Answer = { readonly found?: readonly number[]; readonly refused?: string; readonly failed?: string } | 'hangs';
type Verdict = 'right' | 'wrong' | 'cannot say it' | 'hangs';

const NAMES = ['ours', ...Object.keys(LIBRARIES)];

const sections: readonly (readonly [string, readonly Vector[]])[] = [
  ['By the calendar alone, in UTC', CALENDAR_VECTORS],
  ['Days that do not exist', IMPOSSIBLE],
  ['Where clocks change', [...ZONE_VECTORS, SECONDS_VECTOR]],
];

const children = new Map<string, ChildProcess>();
const tally = new Map(NAMES.map((name) => [name, new Map<Verdict, number>()]));
const tables: string[] = [];
for (const [title, vectors] of sections) {
  const rows: string[] = [];
  for (const vector of vectors) rows.push(await row(vector));
  tables.push([`## ${title}`, '', ...header(['schedule', 'from', ...NAMES]), ...rows].join('\n'));
}
for (const child of children.values()) child.kill();
writeFileSync(FILE, page());

async function row(vector: Vector): Promise<string> {
  const [expression, timezone, from] = vector;
  const cells: string[] = [];
  for (const name of NAMES) {
    const answer = name === 'ours' ? ourAnswer(vector) : await theirAnswer(name, vector);
    const verdict = verdictOn(answer, vector);
    const counts = tally.get(name) as Map<Verdict, number>;
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    cells.push(verdict === 'wrong' ? `**wrong**: ${faultOf(answer, vector)}` : verdict);
  }
  const where = timezone === 'UTC' ? '' : ` ${timezone}`;
  return `| \`${expression}\`${where} | ${from.replace('T00:00Z', '')} | ${cells.join(' | ')} |`;
}

function ourAnswer([expression, timezone, from, expected]: Vector): Answer {
  const reading = Schedule.parse(expression, timezone);
  if ('flaw' in reading) return { refused: reading.flaw.says };
  return { found: reading.schedule.between(Date.parse(from), Number.POSITIVE_INFINITY, expected.length + 1) };
}

/** Asks a library in a process of its own, which is ended where the answer does not come. */
function theirAnswer(library: string, [expression, timezone, from, expected]: Vector): Promise<Answer> {
  const child = children.get(library) ?? fork(CHILD);
  children.set(library, child);
  return new Promise((resolve) => {
    const patience = setTimeout(() => {
      child.removeAllListeners('message');
      child.kill('SIGKILL');
      children.delete(library);
      resolve('hangs');
    }, PATIENCE_MILLISECONDS);
    child.once('message', (answer: Answer) => {
      clearTimeout(patience);
      resolve(answer);
    });
    child.send({ library, expression, timezone, from: Date.parse(from), count: expected.length + 1 });
  });
}

function verdictOn(answer: Answer, vector: Vector): Verdict {
  if (answer === 'hangs') return 'hangs';
  // Whoever refuses days that do not exist is right; else a refusal says that the dialect has no such thing.
  if (answer.refused !== undefined) return IMPOSSIBLE.includes(vector) ? 'right' : 'cannot say it';
  return faultOf(answer, vector) === undefined ? 'right' : 'wrong';
}

/** The first thing that an answer says and the calendar does not. */
function faultOf(answer: Answer, [, , , expected, ends]: Vector): string | undefined {
  if (answer === 'hangs' || answer.found === undefined) return undefined;
  const said = answer.found.map(iso);
  const fault = expected.findIndex((instant, index) => said[index] !== instant);
  if (fault >= 0) return `${said[fault] ?? (answer.failed ? 'an error' : 'no more')} instead of ${expected[fault]}`;
  return ends && said.length > expected.length ? `${said[expected.length]} instead of no more` : undefined;
}

function iso(instant: number): string {
  return new Date(instant).toISOString().replace(/(:00)?\.000Z$/, 'Z');
}

function header(names: readonly string[]): string[] {
  return [`| ${names.join(' | ')} |`, `|${'---|'.repeat(names.length)}`];
}

function page(): string {
  const verdicts: readonly Verdict[] = ['right', 'wrong', 'cannot say it', 'hangs'];
  const rows = NAMES.map((name) => {
    const version = name === 'ours' ? '' : ` ${versionOf(name)}`;
    return `| ${name}${version} | ${verdicts.map((verdict) => tally.get(name)?.get(verdict) ?? 0).join(' | ')} |`;
  });
  return `# What other cron libraries make of AWS schedules

Written by \`npx tsx bench/schedule-table.mts\`; do not edit.

Each line is a schedule and an instant. Its next occurrences were worked out by hand from the calendar, by the rules in
[schedules.md](schedules.md); our tests hold us to them. The other libraries are good ones, made for other dialects of cron.
Each gets the expression in its own dialect and with its most fitting options: a field for seconds, days of the week
counted as it counts them, skipped hours skipped. It is *right* if it finds all the occurrences, and none where there are
none. *Cannot say it* means that it refuses the expression, or has no years or no zones. It *hangs* if it has no answer
after ${PATIENCE_MILLISECONDS / 1000} seconds. What is *wrong* for AWS may be right in the dialect that the library is made for.

${[...header(['', ...verdicts]), ...rows].join('\n')}

${tables.join('\n\n')}
`;
}

function versionOf(library: string): string {
  const folder = join(dirname(require.resolve('vitest/package.json')), '..', library);
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}
