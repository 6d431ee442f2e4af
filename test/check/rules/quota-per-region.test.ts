import { expect, test } from 'vitest';
import { check } from '../../../src/check/check';
import { quotaPerRegion } from '../../../src/check/rules/quota-per-region';
import { Assumptions } from '../../../src/read/assumptions/assumptions';
import { NOWHERE, readStacks } from '../../read/stacks';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { framework } from './audited';

const some = (count: number, resource: object, prefix = 'R') =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, resource]));
const found = (resources: object, around?: Parameters<typeof foundIn>[2]) =>
  foundIn(quotaPerRegion, { ...resources }, around);

testRule(quotaPerRegion, [
  {
    title: 'sixteen frameworks',
    wrong: some(16, { Type: 'AWS::Backup::Framework' }, 'Framework'),
    at: 'Resources.Framework15.Type',
    right: 'AWS::SNS::Topic',
    neverUnknown: 'the type of a resource is no value',
    finds: {
      logicalId: 'Framework15',
      says: /^there are 16 frameworks in one account and Region, and the quota is 15$/,
    },
  },
]);

test.each([
  ['BackupPlan', 300, 'plans', 'warning'],
  ['BackupVault', 300, 'vaults', 'warning'],
  ['ReportPlan', 20, 'report plans', 'error'],
  ['RestoreTestingPlan', 100, 'restore testing plans', 'error'],
  ['LegalHold', 50, 'legal holds', 'error'],
])('%s: %i %s', (type, most, noun, severity) => {
  const resource = { Type: `AWS::Backup::${type}` };
  expect(found(some(most, resource))).toEqual([]);
  const [finding, ...more] = found(some(most + 1, resource));
  expect(finding).toMatchObject({ severity, message: expect.stringContaining(`${most + 1} ${noun} in one account`) });
  expect(finding?.message.endsWith('unless AWS has raised it')).toBe(severity === 'warning');
  expect(finding?.fix).toMatch(severity === 'warning' ? /^ask for more/ : /^leave some out/);
  expect(more).toEqual([]);
});

test('Controls count over all frameworks, but a single framework with too many is not said twice.', () => {
  const of = (count: number) => framework(...Array.from({ length: count }, () => ({ ControlName: 'X' })));
  expect(found({ A: of(25), B: of(25) })).toEqual([]);
  expect(found({ A: of(25), B: of(26) })[0]?.message).toMatch(/^there are 51 controls in frameworks in one/);
  expect(found({ A: of(51), B: of(1) })).toEqual([]);
  expect(found({ A: of(50), B: of(1) })).toHaveLength(1);
  const perhaps = { 'Fn::If': ['Perhaps', { ControlName: 'X' }, { Ref: 'AWS::NoValue' }] };
  expect(found({ A: of(50), B: framework(perhaps) })).toEqual([]);
});

test('Each account and Region has its own, and what may not be there does not count.', () => {
  const eight = some(8, { Type: 'AWS::Backup::Framework' });
  const at = '111122223333/eu-central-1';
  expect(found(eight, { at, beside: { '111122223333/eu-west-1': eight } })).toEqual([]);
  expect(found(eight, { at, beside: { '222233334444/eu-central-1': eight } })).toEqual([]);
  expect(found(some(16, { Type: 'AWS::Backup::Framework' }), { at })).toHaveLength(1);
  expect(found(some(16, { Type: 'AWS::Backup::Framework', Condition: 'Nowhere' }))).toEqual([]);
});

test.each<[string, string, string, shared: boolean, number]>([
  ['in one place', '111122223333/eu-central-1', '111122223333/eu-central-1', true, 1],
  ['in places that nobody knows, as they share one', NOWHERE, NOWHERE, true, 1],
  ['in places that nobody knows, where they may not share one', NOWHERE, NOWHERE, false, 0],
  [
    'in one Region, of accounts that nobody knows',
    'unknown-account/eu-central-1',
    'unknown-account/eu-central-1',
    true,
    0,
  ],
  [
    'of one account, in Regions that nobody knows',
    '111122223333/unknown-region',
    '111122223333/unknown-region',
    true,
    0,
  ],
  ['of which nobody knows the place of one', NOWHERE, '111122223333/eu-central-1', true, 0],
])('Two stacks %s', (_, one, other, shared, count) => {
  const eight = { Resources: some(8, { Type: 'AWS::Backup::Framework' }) };
  const options = { assumptions: new Assumptions({ 'shared-environment': shared }), from: 0, rules: [quotaPerRegion] };
  expect(check(readStacks({ One: [one, eight], Other: [other, eight] }), options).findings).toHaveLength(count);
});

test.each([NOWHERE, 'unknown-account/eu-central-1', '111122223333/unknown-region'])('A stack of %s alone', (place) => {
  const options = { assumptions: new Assumptions({}, true), from: 0, rules: [quotaPerRegion] };
  const model = readStacks({ One: [place, { Resources: some(16, { Type: 'AWS::Backup::Framework' }) }] });
  expect(check(model, options).findings).toHaveLength(1);
});
