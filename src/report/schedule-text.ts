import type { Preview, Run } from '../service/schedule/preview';
import type { SkippedTimes } from '../service/schedule/schedule';
import { minutesInWords } from './durations';
import { layOut, type Page, type Row } from './layout';
import { dateText, offsetText, timeText, utc } from './schedule-times';

const BLANK: Row = { indent: 0, text: [] };
/** "Fri 2026-01-30 05:00 +01:00", and three columns between. */
const LOCAL_WIDTH = 30;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Says for a person when a schedule runs. */
export function scheduleText(preview: Preview, page: Page): string {
  const { schedule } = preview;
  const heading: Row = {
    indent: 0,
    text: [{ text: schedule.expression, style: 'name' }, ` runs ${schedule.describe()}.`],
  };
  const rows = preview.runs.length === 0 ? [] : [...timeline(preview), BLANK];
  const end = endOf(preview);
  return layOut([heading, BLANK, ...rows, ...end].slice(0, end.length > 0 ? undefined : -1), page);
}

/** The runs, and in their places the times that the clocks jump over. */
function timeline({ runs, skipped }: Preview): Row[] {
  const rows = [
    ...runs.map((run, index) => ({ at: run.at, row: runRow(run, runs[index - 1]) })),
    ...skipped.map((times) => ({ at: times.change.at, row: skippedRow(times) })),
  ];
  return rows.sort((a, b) => a.at - b.at).map(({ row }) => row);
}

function runRow(run: Run, before: Run | undefined): Row {
  const { at, wall, comesTwice } = run;
  const remarks = [
    ...(before ? movedRemark(wall - at - (before.wall - before.at)) : []),
    ...(comesTwice ? ['comes twice, and runs the first time'] : []),
  ];
  const remark = remarks.length === 0 ? [] : [{ text: ` (${remarks.join('; ')})`, style: 'dim' as const }];
  return {
    indent: 2,
    label: [`${dateText(wall)} ${timeText(wall)} ${offsetText(wall - at)}`],
    labelWidth: LOCAL_WIDTH,
    text: [utc(at), ...remark],
  };
}

function movedRemark(shift: number): string[] {
  if (shift === 0) return [];
  const by = minutesInWords(Math.abs(shift) / MINUTE).text;
  return [shift > 0 ? `${by} earlier in UTC: clocks went forward` : `${by} later in UTC: clocks went back`];
}

function skippedRow({ change: { at, before, after }, walls }: SkippedTimes): Row {
  const first = walls[0] as number;
  const more = walls.length === 1 ? '' : `, with ${walls.length - 1} more`;
  return {
    indent: 2,
    label: [{ text: `${dateText(first)} ${timeText(first)}`, style: 'unknown' }],
    labelWidth: LOCAL_WIDTH,
    text: [
      { text: `skipped${more}:`, style: 'unknown' },
      { text: ` clocks jump ${jump(at + before, at + after)}`, style: 'dim' },
    ],
  };
}

function jump(from: number, to: number): string {
  if (Math.floor(from / DAY) === Math.floor(to / DAY)) return `from ${timeText(from)} to ${timeText(to)}`;
  return `from ${dateText(from)} ${timeText(from)} to ${dateText(to)} ${timeText(to)}`;
}

function endOf({ schedule, from, runs, ends, skipped }: Preview): Row[] {
  if (!ends) return [];
  if (runs.length > 0) return [{ indent: 0, text: ['It never runs again after that.'] }];
  const why = skipped.length > 0 ? `: the clocks of ${schedule.timezone} jump over all of its times` : '';
  return [{ indent: 0, text: [`From ${utc(from)} on it never runs${why}.`] }];
}
