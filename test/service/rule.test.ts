import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../src/service/known';
import { inspectRule, type RuleValues } from '../../src/service/rule';

const quiet: RuleValues = { continuous: false, copies: [], recoveryPointTags: {}, indexActions: [] };

function problemsOf(values: Partial<RuleValues>): string[] {
  return inspectRule({ ...quiet, ...values }).map(({ rule, copy }) =>
    copy === undefined ? rule.id : `${rule.id} in copy ${copy}`,
  );
}

describe('a backup rule', () => {
  it('without any value has no problem', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each<[string, Partial<RuleValues>, string[]]>([
    ['a name', { name: 'with space' }, ['rule-name']],
    ['a schedule', { schedule: 'rate(1 day)' }, ['schedule']],
    ['a schedule that runs too often', { schedule: 'cron(* * * * ? *)' }, ['schedule-frequency']],
    ['a time zone', { timezone: 'Europe/Bonn' }, ['schedule-timezone']],
    ['a start window', { startWindowMinutes: 30 }, ['start-window']],
    [
      'a completion window',
      { completionWindowMinutes: 52_560_000.5 },
      ['completion-window', 'completion-window-maximum'],
    ],
    ['both windows', { startWindowMinutes: 120, completionWindowMinutes: 120 }, ['completion-after-start']],
    ['a completion window and no start window', { completionWindowMinutes: 480 }, ['completion-after-start']],
    ['a retention', { deleteAfterDays: 0 }, ['retention']],
    ['a transition', { moveToColdStorageAfterDays: 0.5 }, ['cold-storage-transition']],
    ['too short a stay', { moveToColdStorageAfterDays: 1, deleteAfterDays: 90 }, ['cold-storage-stay']],
    [
      'each end of a lifecycle, and not their distance too',
      { moveToColdStorageAfterDays: 0.5, deleteAfterDays: 0 },
      ['retention', 'cold-storage-transition'],
    ],
    ['continuous backup kept for long', { continuous: true, deleteAfterDays: 36 }, ['continuous-retention']],
    [
      'continuous backup in cold storage',
      { continuous: true, moveToColdStorageAfterDays: 1 },
      ['continuous-cold-storage'],
    ],
    ['six copies', { copies: [{}, {}, {}, {}, {}, {}] }, ['copy-actions-per-rule']],
    [
      'the lifecycle of a copy, naming the copy',
      { copies: [{}, { moveToColdStorageAfterDays: 1, deleteAfterDays: 90 }, { deleteAfterDays: 0 }] },
      ['cold-storage-stay in copy 1', 'retention in copy 2'],
    ],
    [
      'eleven tags',
      { recoveryPointTags: Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`key${index}`, 'value'])) },
      ['recovery-point-tags-per-rule'],
    ],
    ['a tag', { recoveryPointTags: { ok: 'ok', '': 'no key' } }, ['recovery-point-tag']],
    ['two index actions', { indexActions: [['EBS'], ['S3']] }, ['index-actions-per-rule']],
    ['an index action', { indexActions: [[]] }, ['index-action-types']],
  ])('has a problem with %s', (_, values, expected) => {
    expect(problemsOf(values)).toEqual(expected);
  });

  it('is held to what continuous backup asks only where it asks for that', () => {
    expect(problemsOf({ deleteAfterDays: 200, moveToColdStorageAfterDays: 1 })).toEqual([]);
    expect(problemsOf({ continuous: UNKNOWN, deleteAfterDays: 200, moveToColdStorageAfterDays: 1 })).toEqual([]);
  });

  it.each<[string, Partial<RuleValues>]>([
    ['name', { name: UNKNOWN }],
    ['schedule', { schedule: UNKNOWN }],
    ['time zone', { timezone: UNKNOWN }],
    ['start window', { startWindowMinutes: UNKNOWN }],
    ['start window, beside a short completion window', { startWindowMinutes: UNKNOWN, completionWindowMinutes: 1 }],
    ['completion window', { completionWindowMinutes: UNKNOWN, startWindowMinutes: 60 }],
    ['retention', { deleteAfterDays: UNKNOWN, moveToColdStorageAfterDays: 1000 }],
    ['transition', { deleteAfterDays: 1, moveToColdStorageAfterDays: UNKNOWN }],
    ['retention of continuous backup', { continuous: true, deleteAfterDays: UNKNOWN }],
    ['tag', { recoveryPointTags: { '': UNKNOWN } }],
    ['index action', { indexActions: [UNKNOWN] }],
  ])('is left alone where only deployment knows its %s', (_, values) => {
    expect(problemsOf(values)).toEqual([]);
  });

  it('has a problem with cold storage for continuous backup even where only deployment knows when', () => {
    const [problem, ...more] = inspectRule({ ...quiet, continuous: true, moveToColdStorageAfterDays: UNKNOWN });
    expect(problem?.rule.id).toBe('continuous-cold-storage');
    expect(problem?.says).toBe('continuous backups cannot move to cold storage, got a move after a number of days');
    expect(more).toEqual([]);
  });

  it('tells all its problems at once, its own before those of its copies', () => {
    expect(
      problemsOf({
        copies: [{ deleteAfterDays: 0 }],
        indexActions: [['RDS']],
        startWindowMinutes: 1,
        deleteAfterDays: 40000,
        continuous: true,
        name: '',
      }),
    ).toEqual([
      'rule-name',
      'start-window',
      'retention',
      'continuous-retention',
      'retention in copy 0',
      'index-action-types',
    ]);
  });
});
