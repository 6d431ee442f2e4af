import { expect, test } from 'vitest';
import { eventRuleMissesStates } from '../../../src/check/rules/event-rule-misses-states';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { eventRule } from './event-rule';

const AT = 'Resources.Alarm.Properties.EventPattern.detail.state.1';

testRule(eventRuleMissesStates, [
  {
    title: 'failed and aborted jobs, without expired ones',
    wrong: { Alarm: eventRule(['FAILED', 'RUNNING', 'ABORTED']) },
    at: AT,
    right: 'EXPIRED',
    finds: {
      logicalId: 'Alarm',
      property: 'EventPattern.detail.state',
      says: /^this rule hears of backup jobs that are FAILED, and no rule hears of those that are EXPIRED \(a job that did not start .*\), which leave/,
    },
  },
  {
    title: 'failed and expired jobs, without aborted ones',
    wrong: { Alarm: eventRule(['FAILED', 'RUNNING', 'EXPIRED']) },
    at: AT,
    right: 'ABORTED',
    finds: {
      severity: 'info',
      says: /no rule hears of those that are ABORTED \(a job that was stopped\), which leave no backup either/,
    },
  },
]);

test('Failed jobs alone: both are missing.', () => {
  const [found, ...more] = foundIn(eventRuleMissesStates, { Alarm: eventRule(['FAILED']) });
  expect(found?.message).toMatch(/EXPIRED \(.*\) or ABORTED/);
  expect(found?.fix).toBe('add EXPIRED and ABORTED to the states');
  expect(found?.severity).toBe('warning');
  expect(more).toEqual([]);
});

test('Another rule may hear of the rest, and rules on something else are not meant.', () => {
  const found = (rules: object) => foundIn(eventRuleMissesStates, { ...rules });
  expect(found({ Alarm: eventRule(['FAILED']), More: eventRule(['EXPIRED', 'ABORTED']) })).toEqual([]);
  expect(found({ Alarm: eventRule(['FAILED'], {}, { source: [] }) })).toEqual([]);
  expect(found({ Alarm: eventRule(['COMPLETED']) })).toEqual([]);
  expect(found({ Alarm: eventRule(['FAILED'], {}, { 'detail-type': ['Copy Job State Change'] }) })).toEqual([]);
});
