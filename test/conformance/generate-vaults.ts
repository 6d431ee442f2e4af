import * as fc from 'fast-check';
import type { Span, Text, TopicDescription, VaultChoice, VaultDescription } from './description';
import { days, hours, type Values } from './generate-values';

const ARN = 'arn:aws:backup:us-east-1:210987654321:backup-vault:elsewhere';

/** The vault into which a plan backs up. */
export class VaultGenerator {
  constructor(private readonly values: Values) {}

  vault(): fc.Arbitrary<VaultChoice> {
    return fc.oneof(
      { weight: 2, arbitrary: fc.constant<VaultChoice>({ kind: 'made by the plan' }) },
      { weight: 1, arbitrary: fc.constant<VaultChoice>({ kind: 'low-level' }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('imported by name' as const),
          name: this.values.text(
            ['ab', 'v'.repeat(50), 'Default', 'aws/efs/automatic'],
            ['a', 'v'.repeat(51), 'a b', 'aws', ''],
          ),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('imported by ARN' as const),
          arn: this.values.text(
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
      fc.array(
        fc.array(this.values.text([...rightly], ['backup:*', '*', 'backup:Delete*']), { minLength: 1, maxLength: 2 }),
        {
          maxLength: 2,
        },
      );
    const actions = ['backup:DeleteRecoveryPoint', 'backup:StartCopyJob'];
    return fc.record(
      {
        kind: fc.constant('declared' as const),
        beside: this.values.beside(),
        name: this.values.text(['', 'ab', 'a-Z_9', 'v'.repeat(50)], ['a', 'v'.repeat(51), 'a.b', 'a b']),
        key: fc.constantFrom('declared', 'imported' as const),
        topic: this.topic(),
        events: fc.array(fc.nat(16), { maxLength: 3 }),
        lock: this.lock(),
        policy: statements(actions),
        added: statements(actions),
        blocked: fc.nat(2),
        granted: fc.array(this.values.text(['backup:StartBackupJob', 'backup:ListTags'], ['backup:*']), {
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
      beside: this.values.beside(),
      kind: this.values.one<TopicDescription['kind']>(kinds, ['fifo', 'imported from another account']),
    });
  }

  private lock(): fc.Arbitrary<NonNullable<VaultDescription['lock']>> {
    const bounds = this.values.one<{ min: Span; max?: Span }>(
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
    const grace = this.values.one(
      [days(3), hours(72), days(36500), days()],
      [days(2), hours(71), hours(73), days(36501), hours()],
    );
    return fc.tuple(bounds, fc.option(grace, { nil: undefined })).map(([bound, given]) => ({ ...bound, grace: given }));
  }
}
