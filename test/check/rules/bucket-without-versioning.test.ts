import { describe, expect, test } from 'vitest';
import { bucketWithoutVersioning } from '../../../src/check/rules/bucket-without-versioning';
import { parseAssumptions } from '../../../src/read/assumptions/parse';
import { findingsOf, testRule } from '../rule-cases';
import { plan, selection } from './plan-and-selection';

const bucket = (properties: object) => ({ Type: 'AWS::S3::Bucket', Properties: properties });
const ARN = { 'Fn::GetAtt': ['Bucket', 'Arn'] };
const selecting = (properties: object, selects: object = { Resources: [ARN] }) => ({
  Bucket: bucket(properties),
  Plan: plan(),
  Selection: selection(selects),
});

testRule(bucketWithoutVersioning, [
  {
    title: 'a bucket with its versioning suspended',
    wrong: selecting({ VersioningConfiguration: { Status: 'Suspended' } }),
    at: 'Resources.Bucket.Properties.VersioningConfiguration.Status',
    right: 'Enabled',
    finds: {
      logicalId: 'Bucket',
      property: 'VersioningConfiguration.Status',
      says: /^selection 'ours' takes this bucket, and its versioning is suspended, so each backup of it fails$/,
    },
  },
  {
    title: 'a bucket without versioning',
    wrong: selecting({ BucketName: 'letters' }),
    at: 'Resources.Bucket.Properties',
    right: { BucketName: 'letters', VersioningConfiguration: { Status: 'Enabled' } },
    finds: { logicalId: 'Bucket', says: /its versioning is not switched on/ },
    neverUnknown: 'the properties of a resource are no parameter',
  },
]);

describe('bucket-without-versioning', () => {
  const found = (properties: object, selects?: object, said: object = {}) =>
    findingsOf(
      bucketWithoutVersioning,
      { Parameters: { Unknown: { Type: 'String' } }, Resources: selecting(properties, selects) },
      undefined,
      parseAssumptions('assumptions.yaml', said),
    );
  const TAGGED = {
    ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'yes' }],
  };
  const TAG = { Tags: [{ Key: 'backup', Value: 'yes' }] };

  test.each<[string, object, object | undefined]>([
    ['by its tag', TAG, TAGGED],
    ['by its type', {}, { Resources: ['arn:aws:s3:::*'] }],
    ['with everything', {}, { Resources: ['*'] }],
    ['by its name', { BucketName: 'letters' }, { Resources: ['arn:aws:s3:::letters'] }],
    ['with object lock off', { ObjectLockEnabled: false }, undefined],
  ])('finds a bucket that is selected %s', (_, properties, selects) => {
    expect(found(properties, selects)).toHaveLength(1);
  });

  test('tells a bucket once, however often it is selected', () => {
    const resources = { ...selecting({}), Other: selection({ Resources: [ARN, '*'] }) };
    expect(findingsOf(bucketWithoutVersioning, { Resources: resources })).toHaveLength(1);
  });

  test.each<[string, object, object | undefined, object]>([
    ['object lock is on', { ObjectLockEnabled: true }, undefined, {}],
    ['object lock may be on', { ObjectLockEnabled: { Ref: 'Unknown' } }, undefined, {}],
    ['deployment tells its versioning', { VersioningConfiguration: { Ref: 'Unknown' } }, undefined, {}],
    ['it is not selected', {}, { Resources: ['arn:aws:s3:::other'] }, {}],
    ['something else switches versioning on', {}, undefined, { 'buckets-need-versioning': false }],
    ['a tag selects it and S3 is switched off', TAG, TAGGED, { 'opt-in': { '*': { S3: false } } }],
  ])('leaves a bucket alone where %s', (_, properties, selects, said) => {
    expect(found(properties, selects, said)).toEqual([]);
  });

  test('leaves a bucket alone that is suspended under a condition only', () => {
    const Status = { 'Fn::If': ['C', 'Suspended', 'Enabled'] };
    const template = {
      Conditions: { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } },
      Resources: selecting({ VersioningConfiguration: { Status } }),
    };
    expect(findingsOf(bucketWithoutVersioning, template)).toEqual([]);
  });

  test('does not need the opt-in of a bucket that is named', () => {
    expect(found({}, undefined, { 'opt-in': { '*': { S3: false } } })).toHaveLength(1);
  });

  test('leaves other resources alone', () => {
    const resources = {
      Table: { Type: 'AWS::DynamoDB::Table', Properties: {} },
      Plan: plan(),
      Selection: selection({ Resources: ['*'] }),
    };
    expect(findingsOf(bucketWithoutVersioning, { Resources: resources })).toEqual([]);
  });
});
