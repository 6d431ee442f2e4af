import * as fc from 'fast-check';
import type { CopyDescription, Lifecycle, RuleDescription, Text, WrittenRule } from './description';
import { days, hours, minutes, type Values } from './generate-values';

const KEYS = 'abcdefghijk'.split('');
const tags = (count: number) => Object.fromEntries(KEYS.slice(0, count).map((key) => [key, key]));

/** The rules of a plan. */
export class RuleGenerator {
  constructor(private readonly values: Values) {}

  rules(known: boolean): fc.Arbitrary<RuleDescription[]> {
    const few = fc.array(this.rule(known), { minLength: 1, maxLength: 3 });
    // Many rules at once are about their number alone.
    const daily: RuleDescription = { ready: 'daily', ownVault: false };
    const many = this.values.one([10], [0, 11]).map((count) => Array.from({ length: count }, () => daily));
    return fc.oneof({ weight: 15, arbitrary: few }, { weight: 1, arbitrary: many });
  }

  private rule(known: boolean): fc.Arbitrary<RuleDescription> {
    const ownVault = this.values.seldom(5);
    const ready = fc.record({
      ready: fc.constantFrom('daily', 'weekly', 'monthly1Year', 'monthly5Year', 'monthly7Year' as const),
      ownVault,
    });
    const written = fc
      .tuple(this.settings(known), fc.oneof(this.lifecycle(), this.continuous()), ownVault)
      .map(([settings, lifecycle, own]): RuleDescription => ({ ...settings, ...lifecycle, ownVault: own }));
    return fc.oneof({ weight: 1, arbitrary: ready }, { weight: 3, arbitrary: written });
  }

  private settings(known: boolean): fc.Arbitrary<Omit<WrittenRule, 'ownVault'>> {
    const windows = fc.record({
      start: this.values.one(
        [minutes(60), hours(1), minutes(), hours(8), minutes(52_560_000)],
        [minutes(59), minutes(0), minutes(52_560_001), hours()],
      ),
      completion: this.values.one([hours(2), days(7), minutes(), minutes(52_560_000)], [minutes(52_560_001)]),
    });
    const types = fc.constantFrom<('S3' | 'EBS')[][]>([], [['S3']], [['EBS']], [['S3', 'EBS']], [[]]);
    const settings = fc.record(
      {
        name: this.values.text(['r', 'my.Rule_1-a', 'r'.repeat(50)], ['', 'a/b', 'r'.repeat(51)]),
        schedule: this.schedule(),
        timezone: this.values.text(
          ['Etc/UTC', 'Europe/Berlin', 'America/St_Johns'],
          ['Europe/Atlantis', '+01:00', 'berlin'],
        ),
        windows,
        copies: this.copies(known),
        tags: this.values.one(
          [{}, tags(1), tags(10), { ['k'.repeat(128)]: 'v'.repeat(256) }],
          [tags(11), { '': 'v' }, { k: 'v'.repeat(257) }],
        ),
        index: this.values.careless
          ? fc.oneof({ weight: 9, arbitrary: types }, fc.constant([['S3'], ['EBS']] as ('S3' | 'EBS')[][]))
          : types,
      },
      { requiredKeys: [] },
    );
    return settings.map(({ windows: both, ...rest }) => ({ ...rest, ...both }));
  }

  private schedule(): fc.Arbitrary<Text> {
    const minute = this.values.one(['0', '59', '59/5'], ['60', '*', '0,30', '0/30', '58-59', '*/60', '-1']);
    const hour = this.values.one(['*', '0', '23', '0/12', '8-17', '20-2', '5,17'], ['24', '1/0', 'x', '5-']);
    const month = this.values.one(['*', '1', '12', 'JAN', 'DEC,JUN', '1/3'], ['0', '13', 'JANUARY', '?']);
    const year = this.values.one(['*', '1970', '2199', '2026-2030'], ['1969', '2200']);
    const day = this.values.one<[string, string]>(
      [
        ['*', '?'],
        ['1', '?'],
        ['31', '?'],
        ['L', '?'],
        ['15W', '?'],
        ['?', '*'],
        ['?', '1'],
        ['?', 'SAT'],
        ['?', 'MON-FRI'],
        ['?', '6L'],
        ['?', '3#2'],
      ],
      [
        ['*', '*'],
        ['?', '?'],
        ['0', '?'],
        ['32', '?'],
        ['?', '0'],
        ['?', '8'],
        ['?', '3#6'],
        ['?', 'XYZ'],
      ],
    );
    const cron = fc
      .tuple(minute, hour, day, month, year)
      .map(([m, h, [dom, dow], mon, y]) => `cron(${m} ${h} ${dom} ${mon} ${dow} ${y})`);
    if (!this.values.careless) return cron;
    const odd = fc.constantFrom<Text>(
      'rate(1 day)',
      '',
      'cron(nonsense)',
      'cron(0 5 * * ?)',
      { parameter: 'cron(0 5 * * ? *)' },
      { lazy: 'cron(0 5 * * ? *)' },
    );
    return fc.oneof({ weight: 6, arbitrary: cron }, { weight: 1, arbitrary: odd });
  }

  private lifecycle(): fc.Arbitrary<Lifecycle> {
    const remove = this.values.one(
      [days(1), days(36500), hours(48), days(), days(35)],
      [days(0), days(36501), hours(12), days(1.5), hours()],
    );
    const both = this.values.one<Lifecycle>(
      [
        { cold: days(30), remove: days(120) },
        { cold: days(0), remove: days(90) },
        { cold: days(36410), remove: days(36500) },
        { cold: days(), remove: days(1) },
        { cold: days(400), remove: days() },
        { cold: hours(24) },
      ],
      [
        { cold: days(30), remove: days(119) },
        { cold: days(30), remove: days(30) },
        { cold: days(30), remove: days(29) },
        { cold: hours(12) },
        { cold: days(2.5), remove: days(365) },
      ],
    );
    return fc.oneof(
      fc.constant<Lifecycle>({}),
      remove.map((span): Lifecycle => ({ remove: span })),
      both,
    );
  }

  private continuous(): fc.Arbitrary<Lifecycle & { continuous: boolean }> {
    const wrong = [
      { remove: days(36) },
      { remove: days(0) },
      { cold: days(8) },
      { cold: days() },
      { remove: days(200), cold: days(8) },
    ];
    const lifecycle = this.values.one<Lifecycle>(
      [{}, { remove: days(1) }, { remove: days(35) }, { remove: days() }, { remove: hours(24) }],
      wrong,
    );
    return fc.oneof(
      { weight: 3, arbitrary: lifecycle.map((given) => ({ ...given, continuous: true })) },
      { weight: 1, arbitrary: this.lifecycle().map((given) => ({ ...given, continuous: false })) },
    );
  }

  private copies(known: boolean): fc.Arbitrary<CopyDescription[]> {
    // A reference to a stack in another Region asks that the referring stack knows its own.
    const to = fc.constantFrom<CopyDescription['to']>('declared', 'imported', known ? 'other Region' : 'imported');
    const copy = fc.tuple(to, this.lifecycle()).map(([destination, lifecycle]) => ({ to: destination, ...lifecycle }));
    const many = this.values.one([5], [6]).chain((count) => fc.array(copy, { minLength: count, maxLength: count }));
    return fc.oneof({ weight: 8, arbitrary: fc.array(copy, { maxLength: 2 }) }, { weight: 1, arbitrary: many });
  }
}
