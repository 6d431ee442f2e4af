// `npm run bench`: the next occurrence of a schedule, ours beside other libraries, in turns within one process, so that
// each round is a fair pair. Prints millions a second and the medians of the ratios, and fails where ours is not the
// faster or not fast enough.
import { Schedule } from '../lib/service/schedule/schedule.js';
import { LIBRARIES } from './schedule-libraries.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 7);
/** All take the same steps from the same instant, again and again for so long. */
const STEPS = 500;
const SAMPLE_MILLISECONDS = 40;
const START = Date.UTC(2026, 0, 1);
/** What a daily schedule in UTC has to reach. */
const LEAST_A_SECOND = 1_000_000;

const EXPRESSIONS = [
  ['daily', 'cron(0 5 * * ? *)'],
  ['weekly', 'cron(0 5 ? * SAT *)'],
  ['last of month', 'cron(0 5 L * ? *)'],
  ['hourly', 'cron(15 * * * ? *)'],
  ['quarter-hourly', 'cron(*/15 * * * ? *)'],
];

process.stdout.write(`The next occurrence of a schedule: ${ROUNDS} rounds of ${STEPS} steps each\n`);
for (const timezone of ['UTC', 'America/New_York']) {
  for (const [title, expression] of EXPRESSIONS) compare(title, expression, timezone);
}

function compare(title, expression, timezone) {
  const runners = new Map([['ours', ours(expression, timezone)]]);
  for (const [library, adapter] of Object.entries(LIBRARIES)) {
    if (library !== 'aws-cron-parser' || timezone === 'UTC')
      runners.set(library, theirs(adapter(expression, timezone)));
  }
  const ends = new Set([...runners.values()].map((run) => run()));
  if (ends.size > 1) {
    fail(`${title} in ${timezone}: the libraries end at ${[...ends].join(' and ')}, so their times compare nothing`);
  }
  const speeds = new Map([...runners.keys()].map((name) => [name, []]));
  // The first round warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of runners) {
      const speed = perSecond(run);
      if (round > 0) speeds.get(name).push(speed);
    }
  }
  const mine = speeds.get('ours');
  process.stdout.write(`  ${`${title}, ${timezone}`.padEnd(34)} ours ${millions(median(mine))}`);
  for (const [name, found] of speeds) {
    if (name === 'ours') continue;
    const ratio = median(mine.map((speed, round) => speed / found[round]));
    process.stdout.write(`; ${name} ${millions(median(found))}, ${ratio.toFixed(1)} times`);
    if (!(ratio > 1)) fail(`${title} in ${timezone}: ${name} is ${(1 / ratio).toFixed(2)} times as fast as ours`);
  }
  process.stdout.write(' (millions a second)\n');
  if (title === 'daily' && timezone === 'UTC' && !(median(mine) >= LEAST_A_SECOND)) {
    fail(`ours makes ${millions(median(mine))} million steps a second, and has to make 1.0`);
  }
}

function ours(expression, timezone) {
  const { schedule } = Schedule.parse(expression, timezone);
  return () => {
    let instant = START;
    for (let step = 0; step < STEPS; step++) instant = schedule.next(instant);
    return instant;
  };
}

function theirs(next) {
  const start = new Date(START);
  return () => {
    let instant = start;
    for (let step = 0; step < STEPS; step++) instant = next(instant);
    return instant.getTime();
  };
}

function perSecond(run) {
  const began = performance.now();
  let chains = 0;
  let elapsed = 0;
  while (elapsed < SAMPLE_MILLISECONDS) {
    run();
    chains++;
    elapsed = performance.now() - began;
  }
  return (chains * STEPS * 1000) / elapsed;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

function millions(speed) {
  return (speed / 1e6).toFixed(3);
}

function fail(message) {
  process.stderr.write(`bench: ${message}\n`);
  process.exitCode = 1;
}
