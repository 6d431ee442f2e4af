import * as fc from 'fast-check';
import type {
  Beside,
  CopyDescription,
  Description,
  Lifecycle,
  PlanDescription,
  ResourceDescription,
  RuleDescription,
  SelectionDescription,
  Span,
  Text,
  TopicDescription,
  VaultChoice,
  VaultDescription,
  WrittenRule,
} from './description';

/**
 * Half of the programs hold what AWS takes, up to the last right value; the others may go wrong in any place, mostly by
 * the first wrong value. Were every program at risk, hardly one in five would get through.
 */
export function descriptions(): fc.Arbitrary<Description> {
  const careful = new Generator(false).description();
  const careless = new Generator(true).description();
  return fc.oneof(careful, careless);
}

const MANY = 'abcdefghijk'.split('');
const ARN = 'arn:aws:backup:us-east-1:210987654321:backup-vault:elsewhere';
const FLAGS = [
  '@aws-cdk/core:enablePartitionLiterals',
  '@aws-cdk/core:aspectPrioritiesMutating',
  '@aws-cdk/core:aspectStabilization',
  '@aws-cdk/core:explicitStackTags',
  '@aws-cdk/aws-iam:minimizePolicies',
];

const days = (amount?: number): Span => ({ unit: 'days', amount });
const hours = (amount?: number): Span => ({ unit: 'hours', amount });
const minutes = (amount?: number): Span => ({ unit: 'minutes', amount });
const tags = (count: number) => Object.fromEntries(MANY.slice(0, count).map((key) => [key, key]));

class Generator {
  constructor(private readonly careless: boolean) {}

  description(): fc.Arbitrary<Description> {
    return fc.boolean().chain((known) =>
      fc.record({
        place: fc.constantFrom('stack', 'stack', 'nested', 'stage', 'nested in stage' as const),
        known: fc.constant(known),
        flags: fc.oneof(fc.constant([]), fc.subarray(FLAGS)),
        vault: this.vault(),
        plan: this.plan(known),
        selections: this.selections(),
      }),
    );
  }

  private vault(): fc.Arbitrary<VaultChoice> {
    return fc.oneof(
      { weight: 2, arbitrary: fc.constant<VaultChoice>({ kind: 'made by the plan' }) },
      { weight: 1, arbitrary: fc.constant<VaultChoice>({ kind: 'low-level' }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('imported by name' as const),
          name: this.text(
            ['ab', 'v'.repeat(50), 'Default', 'aws/efs/automatic'],
            ['a', 'v'.repeat(51), 'a b', 'aws', ''],
          ),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('imported by ARN' as const),
          arn: this.text(
            [ARN, ARN.replace('aws', 'aws-cn')],
            [ARN.replace('vault', 'plan'), `${ARN}`.replace('backup', 's3'), 'foo'],
          ),
        }),
      },
      { weight: 9, arbitrary: this.declared() },
    );
  }

  private declared(): fc.Arbitrary<VaultDescription> {
    const statements = (rightly: readonly Text[]) =>
      fc.array(fc.array(this.text([...rightly], ['backup:*', '*', 'backup:Delete*']), { minLength: 1, maxLength: 2 }), {
        maxLength: 2,
      });
    const actions = ['backup:DeleteRecoveryPoint', 'backup:StartCopyJob'];
    return fc.record(
      {
        kind: fc.constant('declared' as const),
        beside: beside(),
        name: this.text(['', 'ab', 'a-Z_9', 'v'.repeat(50)], ['a', 'v'.repeat(51), 'a.b', 'a b']),
        key: fc.constantFrom('declared', 'imported' as const),
        topic: this.topic(),
        events: fc.array(fc.nat(16), { maxLength: 3 }),
        lock: this.lock(),
        policy: statements(actions),
        added: statements(actions),
        blocked: fc.nat(2),
        granted: fc.array(this.text(['backup:StartBackupJob', 'backup:ListTags'], ['backup:*']), {
          minLength: 1,
          maxLength: 2,
        }),
        removal: fc.constantFrom('destroy', 'retain', 'retain-on-update-or-delete' as const),
      },
      { requiredKeys: ['kind', 'beside', 'added', 'blocked'] },
    );
  }

  private topic(): fc.Arbitrary<TopicDescription> {
    const kinds = ['standard', 'encrypted', 'imported'] as const;
    return fc.record({
      beside: beside(),
      kind: this.one<TopicDescription['kind']>(kinds, ['fifo', 'imported from another account']),
    });
  }

  private lock(): fc.Arbitrary<NonNullable<VaultDescription['lock']>> {
    const bounds = this.one<{ min: Span; max?: Span }>(
      [
        { min: days(1) },
        { min: hours(24), max: days(2) },
        { min: days(30), max: days(31) },
        { min: days(1), max: days(36500) },
        { min: days() },
        { min: days(), max: days(1) },
        { min: days(36501), max: days() },
      ],
      [
        { min: days(30), max: days(30) },
        { min: days(1), max: hours(24) },
        { min: days(30), max: days(29) },
        { min: days(1), max: days(36501) },
        { min: days(0) },
        { min: hours(23) },
        { min: hours(25) },
        { min: hours() },
      ],
      4,
    );
    const grace = this.one(
      [days(3), hours(72), days(36500), days()],
      [days(2), hours(71), hours(73), days(36501), hours()],
    );
    return fc.tuple(bounds, fc.option(grace, { nil: undefined })).map(([bound, given]) => ({ ...bound, grace: given }));
  }

  private plan(known: boolean): fc.Arbitrary<PlanDescription> {
    const ids = this.one(['Plan', 'P'.repeat(45), 'my-plan'], ['My Plan', 'P'.repeat(46), 'P'.repeat(51), 'data/prod']);
    return fc
      .record(
        {
          id: ids,
          name: this.text(['', 'p', 'my.Plan_1-a', 'p'.repeat(50)], ['my plan', 'p'.repeat(51)]),
          windowsVss: fc.boolean(),
          rules: this.rules(known),
        },
        { requiredKeys: ['id', 'rules'] },
      )
      .chain((plan) => fc.nat(plan.rules.length).map((later) => ({ ...plan, later })));
  }

  private rules(known: boolean): fc.Arbitrary<RuleDescription[]> {
    const few = fc.array(this.rule(known), { minLength: 1, maxLength: 3 });
    // Many rules at once are about their number alone.
    const daily: RuleDescription = { ready: 'daily', ownVault: false };
    const many = this.one([10], [0, 11]).map((count) => Array.from({ length: count }, () => daily));
    return fc.oneof({ weight: 15, arbitrary: few }, { weight: 1, arbitrary: many });
  }

  private rule(known: boolean): fc.Arbitrary<RuleDescription> {
    const ownVault = fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0);
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
      start: this.one(
        [minutes(60), hours(1), minutes(), hours(8), minutes(52_560_000)],
        [minutes(59), minutes(0), minutes(52_560_001), hours()],
      ),
      completion: this.one([hours(2), days(7), minutes(), minutes(52_560_000)], [minutes(52_560_001)]),
    });
    const types = fc.constantFrom<('S3' | 'EBS')[][]>([], [['S3']], [['EBS']], [['S3', 'EBS']], [[]]);
    const settings = fc.record(
      {
        name: this.text(['r', 'my.Rule_1-a', 'r'.repeat(50)], ['', 'a/b', 'r'.repeat(51)]),
        schedule: this.schedule(),
        timezone: this.text(['Etc/UTC', 'Europe/Berlin', 'America/St_Johns'], ['Europe/Atlantis', '+01:00', 'berlin']),
        windows,
        copies: this.copies(known),
        tags: this.one(
          [{}, tags(1), tags(10), { ['k'.repeat(128)]: 'v'.repeat(256) }],
          [tags(11), { '': 'v' }, { k: 'v'.repeat(257) }],
        ),
        index: this.careless
          ? fc.oneof({ weight: 9, arbitrary: types }, fc.constant([['S3'], ['EBS']] as ('S3' | 'EBS')[][]))
          : types,
      },
      { requiredKeys: [] },
    );
    return settings.map(({ windows: both, ...rest }) => ({ ...rest, ...both }));
  }

  private schedule(): fc.Arbitrary<Text> {
    const minute = this.one(['0', '59', '59/5'], ['60', '*', '0,30', '0/30', '58-59', '*/60', '-1']);
    const hour = this.one(['*', '0', '23', '0/12', '8-17', '20-2', '5,17'], ['24', '1/0', 'x', '5-']);
    const month = this.one(['*', '1', '12', 'JAN', 'DEC,JUN', '1/3'], ['0', '13', 'JANUARY', '?']);
    const year = this.one(['*', '1970', '2199', '2026-2030'], ['1969', '2200']);
    const day = this.one<[string, string]>(
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
      // Day 31 is in no month of 30 days, and whether a schedule ever runs is no matter of its fields.
      .map(([m, h, [dom, dow], mon, y]) => `cron(${m} ${h} ${dom === '31' ? '28' : dom} ${mon} ${dow} ${y})`);
    if (!this.careless) return cron;
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
    const remove = this.one(
      [days(1), days(36500), hours(48), days(), days(35)],
      [days(0), days(36501), hours(12), days(1.5), hours()],
    );
    const both = this.one<Lifecycle>(
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
    const lifecycle = this.one<Lifecycle>(
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
    const many = this.one([5], [6]).chain((count) => fc.array(copy, { minLength: count, maxLength: count }));
    return fc.oneof({ weight: 8, arbitrary: fc.array(copy, { maxLength: 2 }) }, { weight: 1, arbitrary: many });
  }

  private selections(): fc.Arbitrary<SelectionDescription[]> {
    return fc
      .array(this.selection(), { maxLength: 2 })
      .map((selections) => selections.map((selection, at) => ({ ...selection, id: `${selection.id}${at}` })));
  }

  private selection(): fc.Arbitrary<SelectionDescription> {
    const roles = [
      'made',
      'made',
      'declared',
      'other stack',
      'imported',
      'imported for good',
      'imported by parameter',
    ] as const;
    return fc.record(
      {
        id: this.one(['Selection', 'S'.repeat(49)], ['my selection', 'S'.repeat(50), 'data/prod']),
        name: this.text(['', 's', 'my.Selection_1-a', 's'.repeat(50)], ['my selection', 's'.repeat(51)]),
        role: fc.constantFrom(...roles),
        withoutPolicy: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
        restores: fc.boolean(),
        apart: fc.integer({ min: 0, max: 3 }).map((chance) => chance === 0),
        resources: this.resources(),
      },
      { requiredKeys: ['id', 'role', 'withoutPolicy', 'restores', 'apart', 'resources'] },
    );
  }

  private resources(): fc.Arbitrary<ResourceDescription[]> {
    const tag = fc.record(
      {
        kind: fc.constant('tag' as const),
        key: this.text(['stage', 'team'], ['aws:ResourceTag/stage']),
        value: this.text(['prod', ''], []),
        operation: this.one<'STRING_EQUALS' | 'DUMMY'>(['STRING_EQUALS'], ['DUMMY']),
      },
      { requiredKeys: ['kind', 'key', 'value'] },
    );
    const arn = this.text(['*', 'arn:aws:s3:::data', 'arn:aws:ec2:*:*:volume/*'], []).map((text) => ({
      kind: 'arn' as const,
      arn: text,
    }));
    const kinds = fc.constantFrom('table', 'files', 'instance', 'cluster' as const);
    const named = fc.record({ kind: kinds, beside: beside() });
    const construct = (holds: 'plenty' | 'nothing') =>
      beside().map((place): ResourceDescription => ({ kind: 'construct', holds, beside: place }));
    const something = fc.oneof(tag, arn, named, construct('plenty'));
    const anything = fc.oneof({ weight: 4, arbitrary: something }, { weight: 1, arbitrary: construct('nothing') });
    return this.careless
      ? fc.array(anything, { maxLength: 3 })
      : fc.tuple(something, fc.array(anything, { maxLength: 2 })).map(([first, more]) => [first, ...more]);
  }

  /** A right value, or, once in a while and only if careless, a wrong one. */
  private one<T>(right: readonly T[], wrong: readonly T[], weight = 1): fc.Arbitrary<T> {
    const rightly = fc.constantFrom(...right);
    if (!this.careless || wrong.length === 0) return rightly;
    return fc.oneof({ weight: 24, arbitrary: rightly }, { weight, arbitrary: fc.constantFrom(...wrong) });
  }

  /** A text that is right or wrong, or that only deployment or the end of synthesis knows. */
  private text(right: readonly Text[], wrong: readonly Text[]): fc.Arbitrary<Text> {
    const token = fc.constantFrom<Text>({ parameter: 'right' }, { lazy: 'right' });
    return fc.oneof({ weight: 6, arbitrary: this.one<Text>(right, wrong) }, { weight: 1, arbitrary: token });
  }
}

function beside(): fc.Arbitrary<Beside> {
  return fc.constantFrom<Beside>('here', 'here', 'here', 'other stack', 'nested stack');
}
