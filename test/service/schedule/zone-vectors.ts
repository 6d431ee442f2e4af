import type { Vector } from './vectors';

/** Zones whose clocks change. */
export const ZONE_VECTORS: readonly Vector[] = [
  [
    'cron(0 5 ? * 6L *)',
    'Europe/Berlin',
    '2026-01-01T00:00Z',
    ['2026-01-30T04:00Z', '2026-02-27T04:00Z', '2026-03-27T04:00Z', '2026-04-24T03:00Z'],
  ],
  ['cron(0 5 * * ? *)', 'Asia/Kathmandu', '2026-01-01T00:00Z', ['2026-01-01T23:15Z', '2026-01-02T23:15Z']],
  [
    'cron(0 20 L * ? *)',
    'America/New_York',
    '2026-02-01T00:00Z',
    ['2026-02-01T01:00Z', '2026-03-01T01:00Z', '2026-04-01T00:00Z'],
  ],
  // Berlin is put forward from 02:00 to 03:00 on 29 March 2026, and back from 03:00 to 02:00 on 25 October.
  ['cron(30 2 * * ? *)', 'Europe/Berlin', '2026-03-28T00:00Z', ['2026-03-28T01:30Z', '2026-03-30T00:30Z']],
  ['cron(0 2 * * ? *)', 'Europe/Berlin', '2026-03-28T12:00Z', ['2026-03-30T00:00Z']],
  ['cron(0 3 * * ? *)', 'Europe/Berlin', '2026-03-28T12:00Z', ['2026-03-29T01:00Z', '2026-03-30T01:00Z']],
  ['cron(30 2 * * ? *)', 'Europe/Berlin', '2026-10-25T00:00Z', ['2026-10-25T00:30Z', '2026-10-26T01:30Z']],
  ['cron(30 2 * * ? *)', 'Europe/Berlin', '2026-10-25T00:31Z', ['2026-10-26T01:30Z']],
  ['cron(30 2 * * ? *)', 'Europe/Berlin', '2026-10-25T01:15Z', ['2026-10-26T01:30Z']],
  ['cron(0 3 * * ? *)', 'Europe/Berlin', '2026-10-25T00:00Z', ['2026-10-25T02:00Z', '2026-10-26T02:00Z']],
  // New York is put forward at 02:00 on 8 March 2026, and back at 02:00 on 1 November.
  ['cron(15 * * * ? *)', 'America/New_York', '2026-03-08T06:00Z', ['2026-03-08T06:15Z', '2026-03-08T07:15Z']],
  ['cron(15 * * * ? *)', 'America/New_York', '2026-11-01T05:00Z', ['2026-11-01T05:15Z', '2026-11-01T07:15Z']],
  [
    'cron(*/30 1-2 * * ? *)',
    'America/New_York',
    '2026-03-08T06:00Z',
    ['2026-03-08T06:00Z', '2026-03-08T06:30Z', '2026-03-09T05:00Z'],
  ],
  [
    'cron(*/30 1-2 * * ? *)',
    'America/New_York',
    '2026-11-01T05:00Z',
    ['2026-11-01T05:00Z', '2026-11-01T05:30Z', '2026-11-01T07:00Z'],
  ],
  ['cron(0 2 ? 3 SUN#2 *)', 'America/New_York', '2026-01-01T00:00Z', [], 'ends'],
  // Lord Howe moves by half an hour: back from 02:00 to 01:30 on 5 April 2026, forward at 02:00 on 4 October.
  [
    'cron(45 1 * * ? *)',
    'Australia/Lord_Howe',
    '2026-04-03T14:00Z',
    ['2026-04-03T14:45Z', '2026-04-04T14:45Z', '2026-04-05T15:15Z'],
  ],
  ['cron(15 2 * * ? *)', 'Australia/Lord_Howe', '2026-10-02T15:00Z', ['2026-10-02T15:45Z', '2026-10-04T15:15Z']],
  // Troll moves by two hours: forward from 01:00 to 03:00, back from 03:00 to 01:00.
  ['cron(30 1,2 * * ? *)', 'Antarctica/Troll', '2026-03-28T12:00Z', ['2026-03-29T23:30Z', '2026-03-30T00:30Z']],
  [
    'cron(30 1,2 * * ? *)',
    'Antarctica/Troll',
    '2026-10-24T12:00Z',
    ['2026-10-24T23:30Z', '2026-10-25T00:30Z', '2026-10-26T01:30Z'],
  ],
  // Casablanca is an hour back in Ramadan: from 15 February to 22 March 2026.
  [
    'cron(30 2 ? * SUN *)',
    'Africa/Casablanca',
    '2026-02-08T00:00Z',
    [
      '2026-02-08T01:30Z',
      '2026-02-15T01:30Z',
      '2026-02-22T02:30Z',
      '2026-03-01T02:30Z',
      '2026-03-08T02:30Z',
      '2026-03-15T02:30Z',
      '2026-03-29T01:30Z',
    ],
  ],
  // Samoa had no 30 December 2011, Kwajalein no 21 August 1993.
  [
    'cron(0 12 * * ? *)',
    'Pacific/Apia',
    '2011-12-28T22:00Z',
    ['2011-12-28T22:00Z', '2011-12-29T22:00Z', '2011-12-30T22:00Z'],
  ],
  ['cron(0 12 30 12 ? 2011)', 'Pacific/Apia', '2011-01-01T00:00Z', [], 'ends'],
  ['cron(0 12 21,22 8 ? 1993)', 'Pacific/Kwajalein', '1993-01-01T00:00Z', ['1993-08-22T00:00Z'], 'ends'],
  // Clocks that are changed at midnight: forward to 01:00, and back to 23:00 of the day before.
  ['cron(0 0 4 11 ? 2018)', 'America/Sao_Paulo', '2018-01-01T00:00Z', [], 'ends'],
  ['cron(0 0 * * ? *)', 'America/Sao_Paulo', '2018-11-03T00:00Z', ['2018-11-03T03:00Z', '2018-11-05T02:00Z']],
  ['cron(30 23 * * ? *)', 'America/Sao_Paulo', '2019-02-16T12:00Z', ['2019-02-17T01:30Z', '2019-02-18T02:30Z']],
  ['cron(0 0 * * ? *)', 'America/Sao_Paulo', '2019-02-16T12:00Z', ['2019-02-17T03:00Z', '2019-02-18T03:00Z']],
  ['cron(30 0 * * ? *)', 'Asia/Beirut', '2026-03-27T12:00Z', ['2026-03-27T22:30Z', '2026-03-29T21:30Z']],
  ['cron(0 0 * * ? *)', 'Asia/Beirut', '2026-10-24T12:00Z', ['2026-10-24T22:00Z', '2026-10-25T22:00Z']],
  ['cron(0 0 * * ? *)', 'America/Havana', '2026-10-31T12:00Z', ['2026-11-01T04:00Z', '2026-11-02T05:00Z']],
  // St. John's changed its clocks at one minute past midnight until 2011.
  ['cron(30 23 * * ? *)', 'America/St_Johns', '2006-10-28T12:00Z', ['2006-10-29T02:00Z', '2006-10-30T03:00Z']],
  ['cron(0 0 * * ? *)', 'America/St_Johns', '2006-10-28T12:00Z', ['2006-10-29T02:30Z', '2006-10-30T03:30Z']],
  // The years of schedules are those of the zone.
  ['cron(0 0 1 1 ? *)', 'Asia/Tokyo', '1960-01-01T00:00Z', ['1969-12-31T15:00Z', '1970-12-31T15:00Z']],
  ['cron(0 20 31 12 ? *)', 'America/Los_Angeles', '2199-02-01T00:00Z', ['2200-01-01T04:00Z'], 'ends'],
  // Rules of today hold for ever: 9 March 2198 is the second Friday, 11 March the second Sunday.
  ['cron(30 2 * * ? *)', 'America/New_York', '2198-03-10T00:00Z', ['2198-03-10T07:30Z', '2198-03-12T06:30Z']],
];

/** Liberia was 44 minutes and 30 seconds behind UTC until 7 January 1972. */
export const SECONDS_VECTOR: Vector = [
  'cron(15 0 * * ? *)',
  'Africa/Monrovia',
  '1972-01-05T00:00Z',
  ['1972-01-05T00:59:30Z', '1972-01-06T00:59:30Z', '1972-01-08T00:15Z'],
];
