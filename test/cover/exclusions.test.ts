import { describe, expect, test } from 'vitest';
import { cover } from '../../src/cover/cover';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import { readFrom } from '../read/reading';

const NAMED = 'arn:aws:dynamodb:*:*:table/orders';
const LIKE = 'arn:aws:dynamodb:*:*:table/ord*';
const ARN = { 'Fn::GetAtt': ['Orders', 'Arn'] };
const NOT_PROD = { StringEquals: [{ ConditionKey: 'aws:ResourceTag/stage', ConditionValue: 'prod' }] };

/** What keeps a table out, where selections of one plan say so. */
function exclusionsBy(...selections: readonly object[]): string[] {
  const template = {
    Resources: {
      Orders: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } },
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: { BackupPlan: { BackupPlanName: 'nightly', BackupPlanRule: [{ RuleName: 'daily' }] } },
      },
      ...Object.fromEntries(
        selections.map((selection, index) => [
          `Selection${index}`,
          {
            Type: 'AWS::Backup::BackupSelection',
            Properties: {
              BackupPlanId: { Ref: 'Plan' },
              BackupSelection: {
                SelectionName: `some${index}`,
                IamRoleArn: 'arn:aws:iam::111122223333:role/r',
                ...selection,
              },
            },
          },
        ]),
      ),
    },
  };
  const model = readFrom({ 'app.json': template }, [{ kind: 'template', path: 'app.json' }]);
  const [row] = cover(model, Assumptions.DEFAULT.leaning()).resources;
  expect(row?.status).toBe('unprotected');
  return (row?.excludedBy ?? []).map(({ selection, reason }) => `${selection}: ${reason}`);
}

describe('what keeps a resource out is told once', () => {
  test.each<[string, readonly object[], readonly string[]]>([
    [
      'where one selection names it in several ways, and leaves it out in several',
      [{ Resources: [NAMED, LIKE, ARN], NotResources: [ARN, NAMED, NAMED, LIKE] }],
      ['some0: NotResources takes it out: Orders'],
    ],
    [
      'where a condition does, of a selection that names it in several ways',
      [{ Resources: [NAMED, LIKE], Conditions: NOT_PROD }],
      ['some0: the condition StringEquals aws:ResourceTag/stage=prod does not hold'],
    ],
    [
      'of each selection that does',
      [
        { Resources: [NAMED, LIKE], NotResources: [LIKE] },
        { Resources: [NAMED, LIKE], NotResources: [LIKE] },
      ],
      [`some0: NotResources takes it out: ${LIKE}`, `some1: NotResources takes it out: ${LIKE}`],
    ],
  ])('%s', (_, selections, reasons) => {
    expect(exclusionsBy(...selections)).toEqual(reasons);
  });
});
