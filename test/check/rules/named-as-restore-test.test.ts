import { expect, test } from 'vitest';
import { namedAsRestoreTest } from '../../../src/check/rules/named-as-restore-test';
import { findingsOf, testRule } from '../rule-cases';

const table = (properties: object) => ({ Table: { Type: 'AWS::DynamoDB::Table', Properties: properties } });

testRule(namedAsRestoreTest, [
  {
    title: 'a table that is called like the result of a restore test',
    wrong: table({ TableName: 'awsbackup-restore-test-orders' }),
    at: 'Resources.Table.Properties.TableName',
    right: 'orders-awsbackup-restore-test',
    finds: {
      logicalId: 'Table',
      says: /^the resource has the name 'awsbackup-restore-test-orders', by which AWS Backup knows what restore tests have restored, so no plan backs it up$/,
    },
  },
  {
    title: 'a table with the tag of what a restore test has restored',
    wrong: table({ TableName: 'orders', Tags: [{ Key: 'awsbackup-restore-test', Value: 'x' }] }),
    at: 'Resources.Table.Properties.Tags.0.Key',
    right: 'AwsBackup-restore-test',
    neverUnknown: 'a key of a tag that only deployment knows is not read',
    finds: { says: /^the resource has the tag 'awsbackup-restore-test'/ },
  },
]);

test('What AWS Backup cannot back up may be called as it likes.', () => {
  const Stream = { Type: 'AWS::Kinesis::Stream', Properties: { Name: 'awsbackup-restore-test' } };
  expect(findingsOf(namedAsRestoreTest, { Resources: { Stream } })).toEqual([]);
});

test('A resource of which nobody knows name and tags is left alone.', () => {
  expect(findingsOf(namedAsRestoreTest, { Resources: table({}) })).toEqual([]);
});
