import type { Preview, Run } from '../service/schedule/preview';
import type { SkippedTimes } from '../service/schedule/schedule';
import { layOut, type Page, type Row } from './layout';
import { dateText, offsetText, timeText, utc } from './schedule-times';

const BLANK: Row = { indent: 0, text: [] };
/** "Fri 2026-01-30 05:00 +01:00", and room for an offset with seconds. */
const LOCAL_WIDTH = 32;

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
    ...(comesTwice ? ['the clocks show this time twice, and it runs the first time'] : []),
  ];
  const remark = remarks.length === 0 ? [] : [{ text: ` ${remarks.join('; ')}`, style: 'dim' as const }];
  return {
    indent: 2,
    label: [`${dateText(wall)} ${timeText(wall)} ${offsetText(wall - at)}`],
    labelWidth: LOCAL_WIDTH,
    text: [utc(at), ...remark],
  };
}

function movedRemark(shift: number): string[] {
  if (shift === 0) return [];
  const by = offsetText(Math.abs(shift)).slice(1);
  return [
    shift > 0
      ? `${by} earlier in UTC, as the clocks were put forward`
      : `${by} later in UTC, as the clocks were put back`,
  ];
}

function skippedRow({ change: { at, before, after }, walls }: SkippedTimes): Row {
  const first = walls[0] as number;
  const more = walls.length === 1 ? '' : ` and ${walls.length - 1} more`;
  return {
    indent: 2,
    label: [{ text: `${dateText(first)} ${timeText(first)}`, style: 'unknown' }],
    labelWidth: LOCAL_WIDTH,
    text: [
      { text: `skipped${more}:`, style: 'unknown' },
      { text: ` the clocks jump from ${moment(at + before)} to ${moment(at + after)}`, style: 'dim' },
    ],
  };
}

function moment(wall: number): string {
  return `${dateText(wall)} ${timeText(wall)}`;
}

function endOf({ schedule, from, runs, ends, skipped }: Preview): Row[] {
  if (!ends) return [];
  if (runs.length > 0) return [{ indent: 0, text: ['It never runs again after that.'] }];
  const why = skipped.length > 0 ? `: the clocks of ${schedule.timezone} jump over all of its times` : '';
  return [{ indent: 0, text: [`From ${utc(from)} on it never runs${why}.`] }];
}
