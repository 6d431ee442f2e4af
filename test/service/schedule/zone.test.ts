import { describe, expect, test } from 'vitest';
import { readZone } from '../../../src/service/schedule/platform-zones';
import { Zone } from '../../../src/service/schedule/zone';
import { readClock } from './oracle';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Changes are sought in windows of 400 days; tests put changes on and about their ends. */
const WINDOW = 400 * DAY;

/** A zone that is in UTC until its first change. */
function zoneWith(...changes: readonly (readonly [at: number, offset: number])[]): Zone {
  return new Zone((instant) => changes.filter(([at]) => at <= instant).at(-1)?.[1] ?? 0);
}

function zoneNamed(name: string): Zone {
  const reading = readZone(name);
  if ('flaw' in reading) throw new Error(reading.flaw.says);
  return reading.zone;
}

describe.each([
  ['within a window', 10 * WINDOW + 100 * DAY],
  ['at the beginning of a window', 10 * WINDOW],
  ['half an hour before it', 10 * WINDOW - HOUR / 2],
  ['half an hour after it', 10 * WINDOW + HOUR / 2],
  ['a second before it', 10 * WINDOW - 1000],
  ['a second after it', 10 * WINDOW + 1000],
  ['in the year 1970', 12 * HOUR],
])('clocks that change %s', (_, at) => {
  test('forward by an hour show none of the times between', () => {
    const zone = zoneWith([at, HOUR]);
    expect(zone.offsetAt(at - 1)).toBe(0);
    expect(zone.offsetAt(at)).toBe(HOUR);
    expect(zone.instantOf(at - 1)).toBe(at - 1);
    expect([at, at + 1, at + HOUR / 2, at + HOUR - 1].map((wall) => zone.instantOf(wall))).toEqual(
      Array(4).fill(undefined),
    );
    expect(zone.instantOf(at + HOUR)).toBe(at);
    expect(zone.instantOf(at + HOUR + 1)).toBe(at + 1);
    expect([at - 1, at, at + 1].map((instant) => zone.reachedAt(instant))).toEqual([at - 1, at + HOUR, at + HOUR + 1]);
  });

  test('back by an hour show the times before it again, and those count no more', () => {
    const zone = zoneWith([at, -HOUR]);
    expect(zone.instantOf(at - HOUR)).toBe(at - HOUR);
    expect(zone.instantOf(at - 1)).toBe(at - 1);
    expect(zone.instantOf(at)).toBe(at + HOUR);
    expect(zone.reachedAt(at - 1)).toBe(at - 1);
    expect([0, 1, HOUR / 2, HOUR - 1, HOUR].map((after) => zone.reachedAt(at + after))).toEqual(Array(5).fill(at));
    expect(zone.reachedAt(at + HOUR + 1)).toBe(at + 1);
  });

  test('are told, with what they were and what they are', () => {
    const zone = zoneWith([at, HOUR], [at + 7 * DAY, -HOUR]);
    const first = { at, before: 0, after: HOUR };
    const second = { at: at + 7 * DAY, before: HOUR, after: -HOUR };
    expect([...zone.changes(at - DAY, at + 8 * DAY)]).toEqual([first, second]);
    expect([...zone.changes(at - WINDOW, at + WINDOW)]).toEqual([first, second]);
    expect([...zone.changes(at - 1, at)]).toEqual([first]);
    expect([...zone.changes(at, at + 7 * DAY - 1)]).toEqual([]);
    expect([...zone.changes(at, at + 7 * DAY)]).toEqual([second]);
    expect([...zone.changes(at + 7 * DAY, at + 3 * WINDOW)]).toEqual([]);
  });
});

test('changes as near to each other as any are all found', () => {
  const changes = Array.from({ length: 200 }, (_, week) => [week * 7 * DAY + week * 1000, (week % 2) * HOUR] as const);
  const zone = zoneWith(...changes);
  expect([...zone.changes(0, 200 * 8 * DAY)].map(({ at, after }) => [at, after])).toEqual(changes.slice(1));
});

test('a zone that never changes is the same at all times', () => {
  const zone = zoneWith([Number.NEGATIVE_INFINITY, 5.75 * HOUR]);
  for (const instant of [0, 1e12, 5e12]) {
    expect(zone.offsetAt(instant)).toBe(5.75 * HOUR);
    expect(zone.instantOf(instant)).toBe(instant - 5.75 * HOUR);
    expect(zone.reachedAt(instant)).toBe(instant + 5.75 * HOUR);
  }
  expect([...zone.changes(0, 5 * WINDOW)]).toEqual([]);
});

test('answers do not depend on what was asked before', () => {
  const at = 10 * WINDOW + 100 * DAY;
  const zone = zoneWith([at, HOUR]);
  expect(zone.instantOf(at + 5 * HOUR)).toBe(at + 4 * HOUR);
  expect(zone.instantOf(at - 5 * HOUR)).toBe(at - 5 * HOUR);
  expect(zone.instantOf(at + WINDOW)).toBe(at + WINDOW - HOUR);
  expect(zone.offsetAt(at - WINDOW)).toBe(0);
  expect(zone.instantOf(at + HOUR / 2)).toBeUndefined();
  expect(zone.offsetAt(at)).toBe(HOUR);
});

describe('the zones of the platform', () => {
  test.each([
    ['UTC', 0, 0],
    ['Etc/UTC', 0, 0],
    ['europe/berlin', Date.UTC(2026, 6, 1), 2 * HOUR],
    ['America/New_York', Date.UTC(2026, 6, 1), -4 * HOUR],
    ['America/St_Johns', Date.UTC(2026, 0, 1), -3.5 * HOUR],
    ['Asia/Kathmandu', Date.UTC(2026, 0, 1), 5.75 * HOUR],
    ['Africa/Monrovia', 0, -(44 * MINUTE + 30_000)],
    ['Pacific/Kiritimati', Date.UTC(2199, 11, 31), 14 * HOUR],
    ['Etc/GMT+12', 0, -12 * HOUR],
  ])('%s', (name, instant, offset) => {
    expect(zoneNamed(name).offsetAt(instant)).toBe(offset);
  });

  test('a zone is made once, and many are no matter', () => {
    expect(zoneNamed('Asia/Tokyo')).toBe(zoneNamed('Asia/Tokyo'));
    const names = Intl.supportedValuesOf('timeZone').slice(0, 70);
    const first = zoneNamed('Asia/Tokyo');
    for (const name of names) zoneNamed(name);
    expect(zoneNamed('Asia/Tokyo')).not.toBe(first);
    expect(zoneNamed('Asia/Tokyo').offsetAt(0)).toBe(9 * HOUR);
  });

  // Of every zone, a few years that had or have odd rules; each change, and the instants about it, as the platform has them.
  test('every change is where the platform has it', () => {
    for (const name of [
      'Asia/Gaza',
      'Africa/Casablanca',
      'America/Noronha',
      'Australia/Lord_Howe',
      'Africa/Monrovia',
    ]) {
      const zone = zoneNamed(name);
      for (const year of [1972, 2000, 2040, 2054]) {
        const begin = Date.UTC(year, 0, 1);
        const changes = [...zone.changes(begin, begin + 366 * DAY)];
        for (let instant = begin; instant <= begin + 366 * DAY; instant += 6 * HOUR) {
          const change = changes.filter(({ at }) => at <= instant).at(-1);
          expect({ name, instant, offset: zone.offsetAt(instant) }).toEqual({
            name,
            instant,
            offset: readClock(name, instant) - instant,
          });
          if (change) expect(zone.offsetAt(instant)).toBe(change.after);
        }
        for (const { at, before, after } of changes) {
          expect([readClock(name, at - 1000) - at + 1000, readClock(name, at) - at]).toEqual([before, after]);
        }
      }
    }
  });
});
