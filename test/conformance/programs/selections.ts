import { CfnOutput, CfnParameter, Fn, Lazy, type Stack } from 'aws-cdk-lib';
import type * as official from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type BackupLibrary, bothReject, type Program, refused, type Site, same } from '../program';

const NAME = 'A selection name has 1 to 50 letters, digits, hyphens, underscores or dots (API_BackupSelection).';
const EMPTY = "Either 'ListOfTags' or 'Resources' section must be non-empty (hashicorp/terraform-provider-aws#24235).";
const PREFIX =
  'ListOfTags has bare tag keys; only Conditions have the prefix aws:ResourceTag/ (assigning-resources-json).';

const LIMITS = 'A selection has at most 500 ARNs, 30 ARNs with a wildcard and 30 tags (assigning-resources).';

type Options = official.BackupSelectionOptions;

/** A plan with one selection, of tagged resources unless the program says otherwise. */
function selecting(
  options: Partial<Options> | ((lib: BackupLibrary, stack: Stack) => Partial<Options>),
  id = 'Selection',
) {
  return (lib: BackupLibrary, { stack }: Site): void => {
    const resources = [lib.BackupResource.fromTag('stage', 'prod')];
    const given = typeof options === 'function' ? options(lib, stack) : options;
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan', new lib.BackupVault(stack, 'Vault'));
    plan.addSelection(id, { resources, ...given });
  };
}

/** So many ARNs, ARNs with a wildcard, and tags. */
function many(arns: number, wildcards: number, tags: number) {
  const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
  return (lib: BackupLibrary): Partial<Options> => ({
    resources: [
      ...times(arns, (at) => lib.BackupResource.fromArn(`arn:aws:s3:::data${at}`)),
      ...times(wildcards, (at) => lib.BackupResource.fromArn(`arn:aws:s3:::data${at}-*`)),
      ...times(tags, (at) => lib.BackupResource.fromTag('stage', `stage${at}`)),
    ],
  });
}

const backupRole = (scope: Construct) =>
  new iam.Role(scope, 'BackupRole', { assumedBy: new iam.ServicePrincipal('backup.amazonaws.com') });

export const SELECTIONS: readonly Program[] = [
  same('a selection of a tag makes its role', selecting({})),
  same('a selection has the name that it is given', selecting({ backupSelectionName: 'my.Selection_1-a' })),
  same('a selection name may have 50 characters', selecting({ backupSelectionName: 's'.repeat(50) })),
  same('an empty selection name counts as none', selecting({ backupSelectionName: '' })),
  same(
    'a selection name may be a parameter',
    selecting((_, stack) => ({
      backupSelectionName: new CfnParameter(stack, 'Name').valueAsString,
    })),
  ),
  same('a selection whose id is Default is called Default', (lib, { stack }) => {
    const backupPlan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    const scope = new Construct(stack, 'Scope');
    const resources = [lib.BackupResource.fromTag('stage', 'prod')];
    new lib.BackupSelection(scope, 'Default', { backupPlan, resources });
  }),
  bothReject(
    'a selection whose id is Default takes the logical id of its plan, and is rejected',
    "section 'Resources' already contains",
    selecting({}, 'Default'),
  ),
  same('a selection whose id has a slash is called as its node is, without the slash', selecting({}, 'data/prod')),
  same('a selection may name 500 ARNs, and 30 with a wildcard, and 30 tags', selecting(many(500, 30, 30))),
  refused('501 ARNs are refused', 'selection-arns', LIMITS, selecting(many(501, 0, 0))),
  refused('31 ARNs with a wildcard are refused', 'selection-wildcard-arns', LIMITS, selecting(many(0, 31, 0))),
  refused('31 tags are refused', 'selection-tags', LIMITS, selecting(many(0, 0, 31))),
  same('a selection may be made apart from its plan', (lib, { stack }) => {
    const backupPlan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    const scope = new Construct(stack, 'Scope');
    new lib.BackupSelection(scope, 'Selection', { backupPlan, resources: [lib.BackupResource.fromArn('*')] });
  }),
  same('a plan takes several selections', (lib, { stack }) => {
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    for (const value of ['prod', 'test', 'dev']) {
      plan.addSelection(value, { resources: [lib.BackupResource.fromTag('stage', value)] });
    }
  }),
  same('two selections of a plan may share a role', (lib, { stack }) => {
    const role = backupRole(stack);
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    plan.addSelection('First', { role, resources: [lib.BackupResource.fromTag('stage', 'prod')] });
    plan.addSelection('Second', {
      role,
      allowRestores: true,
      resources: [lib.BackupResource.fromTag('stage', 'test')],
    });
  }),
  same('a plan that is given again among the options wins, as with the official library', (lib, { stack }) => {
    const other = lib.BackupPlan.daily35DayRetention(stack, 'Other');
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    const options = { resources: [lib.BackupResource.fromTag('stage', 'prod')], backupPlan: other };
    plan.addSelection('Selection', options);
  }),
  same('a selection may restore', selecting({ allowRestores: true })),
  same('a selection that may not restore has one policy', selecting({ allowRestores: false })),
  same('the default backup policy can be left out', selecting({ disableDefaultBackupPolicy: true })),
  same('a selection may restore only', selecting({ disableDefaultBackupPolicy: true, allowRestores: true })),
  same('the role of a selection is its principal', (lib, { stack }) => {
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    const selection = plan.addSelection('Selection', { resources: [lib.BackupResource.fromTag('stage', 'prod')] });
    new s3.Bucket(stack, 'Bucket').grantRead(selection);
  }),
  same('ids of a selection are attributes of the resource', (lib, { stack }) => {
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    const selection = plan.addSelection('Selection', { resources: [lib.BackupResource.fromTag('stage', 'prod')] });
    new CfnOutput(stack, 'PlanId', { value: selection.backupPlanId });
    new CfnOutput(stack, 'SelectionId', { value: selection.selectionId });
  }),
  same('the low-level selection is the default child, and its properties can be overridden', (lib, { stack }) => {
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    const selection = plan.addSelection('Selection', { resources: [lib.BackupResource.fromTag('stage', 'prod')] });
    const resource = selection.node.defaultChild;
    if (!(resource instanceof lib.CfnBackupSelection))
      throw new Error('the default child is not the low-level selection');
    resource.addPropertyOverride('BackupSelection.Conditions.StringEquals', [
      { ConditionKey: 'aws:ResourceTag/team', ConditionValue: 'storage' },
    ]);
    resource.addPropertyOverride('BackupSelection.NotResources', ['arn:aws:ec2:*:*:instance/*']);
  }),
  same(
    'a selection has resources and tags in the order given',
    selecting((lib) => ({
      resources: [
        lib.BackupResource.fromTag('b', '1'),
        lib.BackupResource.fromArn('arn:aws:ec2:*:*:volume/*'),
        lib.BackupResource.fromTag('a', '2'),
        lib.BackupResource.fromArn('arn:aws:dynamodb:*:*:table/*'),
      ],
    })),
  ),
  same(
    'a tag with its operation',
    selecting((lib) => ({
      resources: [lib.BackupResource.fromTag('stage', 'prod', lib.TagOperation.STRING_EQUALS)],
    })),
  ),
  same(
    'a tag condition without an operation',
    selecting((lib) => ({
      resources: [new lib.BackupResource(undefined, { key: 'stage', value: 'prod' })],
    })),
  ),
  same(
    'a resource object with an ARN and a tag contributes both',
    selecting((lib) => ({
      resources: [new lib.BackupResource('arn:aws:ec2:*:*:volume/*', { key: 'stage', value: 'prod' })],
    })),
  ),
  same(
    'a resource object with an ARN and a construct contributes both',
    selecting((lib, stack) => ({
      resources: [new lib.BackupResource('arn:aws:ec2:*:*:volume/*', undefined, stack)],
    })),
  ),
  same(
    'a resource object without anything contributes nothing',
    selecting((lib) => ({
      resources: [new lib.BackupResource(), lib.BackupResource.fromArn('*')],
    })),
  ),
  same(
    'the same ARN twice stays twice',
    selecting((lib) => ({
      resources: [lib.BackupResource.fromArn('arn:aws:s3:::data'), lib.BackupResource.fromArn('arn:aws:s3:::data')],
    })),
  ),
  same(
    'an ARN may be what only deployment knows',
    selecting((lib, stack) => ({
      resources: [
        lib.BackupResource.fromArn(new CfnParameter(stack, 'Arn').valueAsString),
        lib.BackupResource.fromArn(Lazy.string({ produce: () => 'arn:aws:s3:::lazy' })),
        lib.BackupResource.fromArn(Fn.importValue('table-arn')),
      ],
    })),
  ),
  same(
    'tag key and value may be what only deployment knows',
    selecting((lib, stack) => ({
      resources: [
        lib.BackupResource.fromTag(
          new CfnParameter(stack, 'Key').valueAsString,
          new CfnParameter(stack, 'Value').valueAsString,
        ),
      ],
    })),
  ),
  same(
    'a string that is no ARN is passed on',
    selecting((lib) => ({ resources: [lib.BackupResource.fromArn('whatever')] })),
  ),
  same('the list of resources may be changed after the selection was made', (lib, { stack }) => {
    const resources = [lib.BackupResource.fromTag('stage', 'prod')];
    lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', { resources });
    resources.push(lib.BackupResource.fromArn('*'));
  }),
  refused('a selection of nothing is refused', 'selection-not-empty', EMPTY, selecting({ resources: [] })),
  refused(
    'a selection of an empty resource object is refused',
    'selection-not-empty',
    EMPTY,
    selecting((lib) => ({
      resources: [new lib.BackupResource()],
    })),
  ),
  refused(
    'a selection of a construct without resources is refused',
    'selection-not-empty',
    EMPTY,
    selecting((lib, stack) => ({
      resources: [lib.BackupResource.fromConstruct(new s3.Bucket(stack, 'Bucket'))],
    })),
  ),
  refused(
    'a selection name with a space is refused',
    'selection-name',
    NAME,
    selecting({ backupSelectionName: 'my selection' }),
  ),
  refused(
    'a selection name of 51 characters is refused',
    'selection-name',
    NAME,
    selecting({ backupSelectionName: 's'.repeat(51) }),
  ),
  refused(
    'a selection name from a construct id with a space is refused',
    'selection-name',
    NAME,
    selecting({}, 'My Selection'),
  ),
  refused(
    'a selection name from a long construct id is refused',
    'selection-name',
    NAME,
    selecting({}, 'S'.repeat(51)),
  ),
  refused(
    'the placeholder operation on tags is refused',
    'selection-tag-operation',
    'ListOfTags knows STRINGEQUALS only (assigning-resources-json).',
    selecting((lib) => ({ resources: [lib.BackupResource.fromTag('stage', 'prod', lib.TagOperation.DUMMY)] })),
  ),
  refused(
    'a tag key with the prefix of conditions is refused',
    'selection-tag-key',
    PREFIX,
    selecting((lib) => ({
      resources: [lib.BackupResource.fromTag('aws:ResourceTag/stage', 'prod')],
    })),
  ),
];
