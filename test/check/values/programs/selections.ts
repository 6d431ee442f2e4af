import { selectionName } from '../../../../src/service/names';
import {
  selectionArns,
  selectionConditionKey,
  selectionConditions,
  selectionExclusion,
  selectionNotEmpty,
  selectionsPerPlan,
  selectionTagKey,
  selectionTagOperation,
  selectionTags,
  selectionWildcardArns,
  selectionWildcardPosition,
  tagSelectionsPerPlan,
} from '../../../../src/service/selection';
import { selectionEnvironment } from '../../../../src/service/selection-environment';
import { rolePolicyLength } from '../../../../src/service/service-role';
import { many, named, type Program, plan, program, RESOURCE, resource } from '../program';

const ROLE = 'arn:aws:iam::111122223333:role/backup';
const TAG = { ConditionType: 'STRINGEQUALS', ConditionKey: 'stage', ConditionValue: 'prod' };
const selection = (properties: object, plan: unknown = 'plan-1') =>
  resource('BackupSelection', {
    BackupPlanId: plan,
    BackupSelection: { SelectionName: 'databases', IamRoleArn: ROLE, ...properties },
  });
const selects = (properties: object) => ({ Selection: selection(properties) });
const condition = (key: string) => ({ ConditionKey: key, ConditionValue: 'prod' });
const bucket = (index: number) => `arn:aws:s3:::bucket-${index}`;
const ACTION = 'backup:StartBackupJob';
const SHORTEST = JSON.stringify({ Effect: 'Allow', Action: ACTION, Resource: 'arn:aws:s3:::' }).length;

/** The programs of selections and of their roles. */
export const SELECTION_PROGRAMS: readonly Program[] = [
  program(selectionName, (SelectionName) => selects({ SelectionName, ListOfTags: [TAG] })),
  program(selectionNotEmpty, ({ resources, tags, narrowed }) =>
    selects({
      Resources: many(resources, bucket),
      ...(tags > 0 && { ListOfTags: many(tags, () => TAG) }),
      ...(narrowed && { NotResources: ['arn:aws:s3:::scratch'] }),
    }),
  ),
  program(selectionArns, (count) => selects({ Resources: many(count, bucket) })),
  program(selectionWildcardArns, (count) => selects({ Resources: many(count, (index) => `${bucket(index)}-*`) })),
  program(selectionTags, (count) =>
    selects({ ListOfTags: many(count, (index) => ({ ...TAG, ConditionValue: `prod${index}` })) }),
  ),
  program(selectionTagOperation, (ConditionType) => selects({ ListOfTags: [{ ...TAG, ConditionType }] })),
  program(selectionTagKey, (ConditionKey) => selects({ ListOfTags: [{ ...TAG, ConditionKey }] })),
  program(selectionConditions, (count) =>
    selects({
      Resources: ['*'],
      Conditions: { StringNotEquals: many(count, (index) => condition(`aws:ResourceTag/key${index}`)) },
    }),
  ),
  program(selectionConditionKey, (key) =>
    selects({ Resources: ['*'], Conditions: { StringEquals: [condition(`aws:ResourceTag/${key}`)] } }),
  ),
  program(selectionExclusion, (arn) => selects({ Resources: ['*'], NotResources: [arn] })),
  program(selectionWildcardPosition, (arn) => selects({ Resources: [arn] })),
  program(
    selectionsPerPlan,
    (count) => ({ Plan: plan([{}]), ...named(count, () => selection({ Resources: ['*'] }, { Ref: 'Plan' })) }),
    { neverUnknown: RESOURCE },
  ),
  program(
    tagSelectionsPerPlan,
    (count) => ({ Plan: plan([{}]), ...named(count, () => selection({ ListOfTags: [TAG] }, { Ref: 'Plan' })) }),
    { neverUnknown: RESOURCE },
  ),
  program(
    selectionEnvironment,
    ({ of, resource: place }) => {
      const [region, account] = of === 'Region' ? [place, '111122223333'] : ['eu-west-1', place];
      return selects({ Resources: [`arn:aws:dynamodb:${region}:${account}:table/orders`] });
    },
    { around: { at: '111122223333/eu-west-1' } },
  ),
  program(rolePolicyLength, (length) => ({
    Role: resource('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      Policies: [
        {
          PolicyName: 'least',
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Action: ACTION,
                // With what stands around it the statement is as long as that.
                Resource: `arn:aws:s3:::${'x'.repeat(Math.max(0, length - SHORTEST))}`,
              },
            ],
          },
        },
      ],
    }),
  })),
];
