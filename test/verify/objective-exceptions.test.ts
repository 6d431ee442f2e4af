import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ProtectionObjective, type ProtectionObjectiveProps } from 'cdk-strongroom';
import { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { addTable, ENV, missedIn, missesIn } from './ledger';
import { checkedApps, synthesized } from './synth';

const { newApp } = checkedApps();

describe('an exception', () => {
  function excepted(
    props: ProtectionObjectiveProps,
    { until, on = 'table' }: { until?: string; on?: string } = {},
    context = {},
  ) {
    const app = newApp(context);
    const stack = new Stack(app, 'Ledger', { env: ENV });
    const part = new Construct(stack, 'Part');
    const resource: Construct = { table: addTable(part, 'Orders'), part }[on] ?? new iam.Group(stack, 'Group');
    new ProtectionObjective(stack, 'All', {
      ...props,
      exceptions: [{ resource, reason: 'filled again each night', ...(until !== undefined && { until }) }],
    });
    return app;
  }

  test.each(['table', 'part'])('of a %s takes it out', (on) => {
    expect(synthesized(excepted({}, { on })).violations).toEqual([]);
  });

  test('that names nothing is a warning at the objective', () => {
    const app = excepted({}, { on: 'group' });
    expect(missedIn(app)).toEqual([
      'error objective-protected Ledger/Part/Orders/Resource',
      'warning objective-stale Ledger/All',
    ]);
  });

  test.each([
    ['holds until its last day', '2027-03-31', []],
    [
      'is over after it',
      '2027-04-01',
      ['error objective-protected Ledger/Part/Orders/Resource', 'warning objective-stale Ledger/All'],
    ],
  ])('%s', (_, today, lines) => {
    expect(missedIn(excepted({ today }, { until: '2027-03-31' }))).toEqual(lines);
    expect(missedIn(excepted({}, { until: '2027-03-31' }, { 'strongroom:today': today }))).toEqual(lines);
  });

  test('that ends needs to know what day it is, and asks no clock', () => {
    expect(() => excepted({}, { until: '2027-03-31' })).toThrow(
      'Ledger/All: the exception Ledger/Part/Orders ends with 2027-03-31, and nothing says what day it is: give today, or ' +
        'the context key strongroom:today, as in cdk synth -c strongroom:today=$(date +%F)',
    );
  });

  test('of another day is judged by that', () => {
    const app = newApp();
    const stack = new Stack(app, 'Ledger', { env: ENV });
    const resource = addTable(stack, 'Orders');
    const exceptions = [{ resource, reason: 'later', until: '2027-03-31' }];
    new ProtectionObjective(stack, 'Now', { exceptions, today: '2027-01-01' });
    new ProtectionObjective(stack, 'Then', { exceptions, today: '2028-01-01' });
    expect(missesIn(app)[0]).toMatch(/^the objective 'Ledger\/Then' is missed/);
    expect(missedIn(app)).toHaveLength(2);
  });

  test.each(['2027-02-30', '31.3.2027', '2027-03-31T00:00:00Z', ''])('does not end with %j', (until) => {
    expect(() => excepted({ today: '2027-01-01' }, { until })).toThrow(
      `until of the exception Ledger/Part/Orders is ${JSON.stringify(until)}: give a day of the calendar, such as 2027-03-31`,
    );
    expect(() => excepted({ today: until })).toThrow(
      `today is ${JSON.stringify(until)}: give a day of the calendar, such as 2027-03-31`,
    );
  });

  test('has a reason', () => {
    const stack = new Stack(newApp(), 'Ledger');
    const exceptions = [{ resource: stack, reason: ' ' }];
    expect(() => new ProtectionObjective(stack, 'All', { exceptions })).toThrow('the exception Ledger has no reason');
  });
});
