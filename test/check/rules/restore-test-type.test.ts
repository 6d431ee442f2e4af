import { expect, test } from 'vitest';
import { restoreTestType } from '../../../src/check/rules/restore-test-type';
import { findingsOf, testRule } from '../rule-cases';

const selection = (ProtectedResourceType?: string) => ({
  Selection: {
    Type: 'AWS::Backup::RestoreTestingSelection',
    Properties: { RestoreTestingPlanName: 'tests', RestoreTestingSelectionName: 'all', ProtectedResourceType },
  },
});
const found = (type?: string) => findingsOf(restoreTestType, { Resources: selection(type) });

testRule(restoreTestType, [
  {
    title: 'a type that cannot be tested',
    wrong: selection('Redshift'),
    at: 'Resources.Selection.Properties.ProtectedResourceType',
    right: 'RDS',
    finds: {
      logicalId: 'Selection',
      property: 'ProtectedResourceType',
      says: /^restore tests restore Aurora, DocumentDB, DynamoDB, EBS, EC2, EFS, FSx, Neptune, RDS, S3, got 'Redshift'$/,
    },
  },
]);

test('types are written as AWS writes them', () => {
  expect(found('dynamodb')).toMatchObject([
    { fix: 'name one of these types, as it is written here, or test restores of other types by hand' },
  ]);
});

test('a selection without a type is another matter', () => {
  expect(found()).toEqual([]);
});
