import { describe, expect, test } from 'vitest';
import { isHeard } from '../../src/check/heard';
import { contextOf } from './contexts';
import { eventRule } from './rules/event-rule';

const heard = (rule: object, job: 'Backup' | 'Copy' = 'Backup') => isHeard(contextOf({ Rule: rule }), job, 'FAILED');

describe('A rule of EventBridge may hear of failed backup jobs', () => {
  test.each([
    ['by their state', eventRule(['EXPIRED', 'FAILED'])],
    ['by any state', eventRule([])],
    ['by a filter of states', eventRule([{ 'anything-but': 'COMPLETED' }])],
    ['by a state that only deployment knows', eventRule([{ Ref: 'AWS::StackName' }])],
    ['by states of which one is not understood', eventRule(['EXPIRED', ['all']])],
    ['by any detail type', eventRule(['FAILED'], {}, { 'detail-type': [] })],
    ['by any source', eventRule(['FAILED'], {}, { source: [] })],
    ['by a filter of sources', eventRule(['FAILED'], {}, { source: [{ prefix: 'aws.' }] })],
    ['by a pattern that is not understood', eventRule([], { EventPattern: ['all'] })],
    ['when it is enabled', eventRule(['FAILED'], { State: 'ENABLED' })],
    ['by targets that are not understood', eventRule(['FAILED'], { Targets: 'all' })],
    ['besides its schedule', eventRule(['FAILED'], { ScheduleExpression: 'rate(1 day)' })],
    [
      'by what it names of them beside its schedule',
      eventRule([], { ScheduleExpression: 'rate(1 day)' }, { source: [] }),
    ],
    ['by everything there is', eventRule([], { EventPattern: { account: ['111122223333'] } })],
  ])('%s', (_, rule) => {
    expect(heard(rule)).toBe(true);
  });
});

describe('A rule of EventBridge hears of no failed backup job', () => {
  test.each([
    ['by another state', eventRule(['EXPIRED'])],
    ['when it is disabled', eventRule(['FAILED'], { State: 'DISABLED' })],
    ['without a target', eventRule(['FAILED'], { Targets: [] })],
    ['of another source', eventRule(['FAILED'], {}, { source: ['aws.s3'] })],
    ['of another detail type', eventRule(['FAILED'], {}, { 'detail-type': ['Copy Job State Change'] })],
    ['by its schedule', eventRule([], { EventPattern: undefined, ScheduleExpression: 'rate(1 day)' })],
  ])('%s', (_, rule) => {
    expect(heard(rule)).toBe(false);
  });

  test('of copies', () => {
    expect(heard(eventRule(['FAILED']), 'Copy')).toBe(false);
    expect(heard(eventRule(['FAILED'], {}, { 'detail-type': ['Copy Job State Change'] }), 'Copy')).toBe(true);
  });
});
