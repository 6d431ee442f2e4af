import { describe, expect, test } from 'vitest';
import { noncurrentVersionsKept } from '../../../src/check/rules/noncurrent-versions-kept';
import { parseAssumptions } from '../../../src/read/assumptions/parse';
import { findingsOf, testRule } from '../rule-cases';
import { plan, selection } from './plan-and-selection';

const EXPIRES = { Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 30 } };
const selecting = (lifecycle: unknown, status: unknown = 'Enabled') => ({
  Bucket: {
    Type: 'AWS::S3::Bucket',
    Properties: { VersioningConfiguration: { Status: status }, LifecycleConfiguration: lifecycle },
  },
  Plan: plan(),
  Selection: selection({ Resources: [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }] }),
});

testRule(noncurrentVersionsKept, [
  {
    title: 'a bucket whose only lifecycle rule is switched off',
    wrong: selecting({ Rules: [{ ...EXPIRES, Status: 'Disabled' }] }),
    at: 'Resources.Bucket.Properties.LifecycleConfiguration.Rules.0.Status',
    right: 'Enabled',
    finds: {
      logicalId: 'Bucket',
      property: 'LifecycleConfiguration',
      says: /^selection 'ours' takes this bucket, and no lifecycle rule of it lets noncurrent versions expire, so backups hold every version there ever was$/,
    },
  },
  {
    title: 'a bucket without a lifecycle',
    wrong: selecting({ Ref: 'AWS::NoValue' }),
    at: 'Resources.Bucket.Properties.VersioningConfiguration.Status',
    right: 'Suspended',
    finds: { says: /no lifecycle rule/ },
  },
]);

describe('noncurrent-versions-kept', () => {
  const found = (lifecycle: unknown, said: object = {}) =>
    findingsOf(
      noncurrentVersionsKept,
      { Parameters: { Unknown: { Type: 'String' } }, Resources: selecting(lifecycle) },
      undefined,
      parseAssumptions('assumptions.yaml', said),
    );

  test.each([
    ['another rule is switched off', { Rules: [{ Status: 'Disabled' }, EXPIRES] }],
    ['it is written the old way', { Rules: [{ Status: 'Enabled', NoncurrentVersionExpirationInDays: 30 }] }],
    ['deployment tells the lifecycle', { Ref: 'Unknown' }],
    [
      'deployment tells the days',
      { Rules: [{ ...EXPIRES, NoncurrentVersionExpiration: { NoncurrentDays: { Ref: 'Unknown' } } }] },
    ],
  ])('leaves a bucket alone where %s', (_, lifecycle) => {
    expect(found(lifecycle)).toEqual([]);
  });

  test('finds a bucket whose rules are about something else', () => {
    expect(found({ Rules: [{ Status: 'Enabled', ExpirationInDays: 365 }] })).toHaveLength(1);
  });

  test('does not claim that a bucket is backed up that is selected with everything where S3 is switched off', () => {
    const resources = { ...selecting({ Ref: 'AWS::NoValue' }), Selection: selection({ Resources: ['*'] }) };
    const off = parseAssumptions('assumptions.yaml', { 'opt-in': { '*': { S3: false } } });
    expect(findingsOf(noncurrentVersionsKept, { Resources: resources }, undefined, off)).toEqual([]);
    expect(findingsOf(noncurrentVersionsKept, { Resources: resources })).toHaveLength(1);
  });

  test('leaves other resources alone, and tells each bucket once', () => {
    const resources = {
      ...selecting({ Ref: 'AWS::NoValue' }),
      Table: { Type: 'AWS::DynamoDB::Table', Properties: {} },
      Other: selection({ Resources: ['*'] }),
    };
    expect(findingsOf(noncurrentVersionsKept, { Resources: resources })).toHaveLength(1);
  });
});
