import {
  selectionConditionKey,
  selectionConditions,
  selectionExclusion,
  selectionsPerPlan,
  selectionWildcardPosition,
  tagSelectionsPerPlan,
} from '../../../src/service/selection';
import { rolePolicyLength } from '../../../src/service/service-role';
import { type Boundary, boundary } from './boundary';

/** The rules of conditions, exclusions and wildcards of selections. */
export const SELECTIONS: readonly Boundary[] = [
  boundary(selectionConditions, [0, 30], [31]),
  boundary(
    selectionConditionKey,
    ['stage', 'aws:cloudformation:stack-name', 'team/aws:x'],
    ['aws:ResourceTag/stage', 'aws:RequestTag/stage', 'aws:TagKeys', 'AWS:ResourceTag/stage', 'aws:ResourceTag/', ''],
  ),
  boundary(selectionExclusion, ['arn:aws:ec2:*:*:volume/*', 'arn:aws:s3:::*'], ['*']),
  boundary(
    selectionWildcardPosition,
    ['*', 'arn:*', 'arn:aws:fsx:*', 'arn:aws:rds:*:*:db:*', 'arn:aws:s3:::logs-*', 'arn:aws:s3:::logs', 'logs'],
    ['arn:aws:s3:::*-logs', 'arn:aws:rds:*:*:db:*-prod', 'arn:*:s3:::logs', 'arn:aws:*:*:*:table/x', '*logs'],
  ),
  boundary(selectionsPerPlan, [1, 100], [101]),
  boundary(tagSelectionsPerPlan, [0, 10], [11]),
  boundary(rolePolicyLength, [0, 10240], [10241]),
];
