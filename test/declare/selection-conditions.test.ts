import { App, Aws, CfnParameter, type CfnResource, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnFileSystem } from 'aws-cdk-lib/aws-efs';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import {
  BackupCondition,
  BackupPlan,
  BackupResource,
  BackupResourceType,
  BackupSelection,
  type BackupSelectionOptions,
  type CfnBackupSelection,
} from 'cdk-strongroom';
import { Construct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown, warningsOf } from './app';

const SELECTION = 'AWS::Backup::BackupSelection';
const partition = { Ref: 'AWS::Partition' };

function selectWith(scope: Construct, options: BackupSelectionOptions): BackupSelection {
  return new BackupSelection(scope, 'Selection', {
    backupPlan: BackupPlan.fromBackupPlanId(scope, 'Plan', 'plan-id'),
    ...options,
  });
}

function rendered(stack: Stack): Readonly<Record<string, unknown>> {
  return onlyResource(stack, SELECTION).BackupSelection as Readonly<Record<string, unknown>>;
}

const conditions = (count: number) =>
  Array.from({ length: count }, (_, index) => BackupCondition.stringEquals(`key-${index}`, 'value'));

describe('the conditions of a selection', () => {
  it('are written by comparison, with the prefix before each key, in the case that CloudFormation reads', () => {
    const stack = newStack();
    selectWith(stack, {
      resources: [BackupResource.everything()],
      conditions: [
        BackupCondition.stringEquals('a', 'equals'),
        BackupCondition.stringLike('b', 'like*'),
        BackupCondition.stringNotEquals('c', 'not equals'),
        BackupCondition.stringNotLike('aws:cloudformation:stack-name', '*not like*'),
        BackupCondition.stringEquals('e', 'equals too'),
      ],
    });
    expect(rendered(stack).Resources).toEqual(['*']);
    expect(rendered(stack).Conditions).toEqual({
      StringEquals: [
        { ConditionKey: 'aws:ResourceTag/a', ConditionValue: 'equals' },
        { ConditionKey: 'aws:ResourceTag/e', ConditionValue: 'equals too' },
      ],
      StringLike: [{ ConditionKey: 'aws:ResourceTag/b', ConditionValue: 'like*' }],
      StringNotEquals: [{ ConditionKey: 'aws:ResourceTag/c', ConditionValue: 'not equals' }],
      StringNotLike: [{ ConditionKey: 'aws:ResourceTag/aws:cloudformation:stack-name', ConditionValue: '*not like*' }],
    });
  });

  it('are not in the template where there are none', () => {
    const stack = newStack();
    selectWith(stack, { resources: [BackupResource.everything()], conditions: [], excludedResources: [] });
    expect(Object.keys(rendered(stack)).sort()).toEqual(['IamRoleArn', 'Resources', 'SelectionName']);
  });

  it('take keys and values that only deployment knows', () => {
    const stack = newStack();
    const key = new CfnParameter(stack, 'Key').valueAsString;
    const value = new CfnParameter(stack, 'Value').valueAsString;
    selectWith(stack, {
      resources: [BackupResource.everything()],
      conditions: [BackupCondition.stringEquals(key, value)],
    });
    expect(rendered(stack).Conditions).toEqual({
      StringEquals: [
        { ConditionKey: { 'Fn::Join': ['', ['aws:ResourceTag/', { Ref: 'Key' }]] }, ConditionValue: { Ref: 'Value' } },
      ],
    });
  });

  it.each([
    ['aws:ResourceTag/stage', "which matches no resource; use 'stage' "],
    ['aws:RequestTag/stage', 'which matches no resource; use the key of a tag of the resources '],
    ['', 'a condition names the key of a tag, got none; name the key '],
  ])('name bare keys, not %j', (key, message) => {
    for (const make of [
      BackupCondition.stringEquals,
      BackupCondition.stringLike,
      BackupCondition.stringNotEquals,
      BackupCondition.stringNotLike,
    ]) {
      expect(thrown(() => make(key, 'x'))).toMatch(/^BackupCondition: .*\[Strongroom::selection-condition-key\]$/);
      expect(thrown(() => make(key, 'x'))).toContain(message);
    }
  });

  it('are at most 30', () => {
    const resources = [BackupResource.everything()];
    expect(() => selectWith(newStack(), { resources, conditions: conditions(30) })).not.toThrow();
    expect(thrown(() => selectWith(newStack(), { resources, conditions: conditions(31) }))).toMatch(
      /^Stack\/Selection: conditions: a selection has at most 30 conditions, got 31; /,
    );
  });

  it('do not select by themselves, and neither do exclusions', () => {
    const narrowed: BackupSelectionOptions[] = [
      { resources: [], conditions: conditions(1) },
      { resources: [], excludedResources: [BackupResource.fromArn('arn:aws:s3:::logs')] },
    ];
    for (const options of narrowed) {
      const stack = newStack();
      selectWith(stack, options);
      expect(thrown(() => Template.fromStack(stack))).toContain(
        "got none: conditions and exclusions only take resources away; add '*' to the resources",
      );
    }
  });

  it('are judged as they are rendered', () => {
    const stack = newStack();
    const selection = selectWith(stack, { resources: [] });
    const low = selection.node.defaultChild as CfnBackupSelection;
    low.addPropertyOverride('BackupSelection.Conditions', { StringEquals: [] });
    expect(thrown(() => Template.fromStack(stack))).toContain('conditions and exclusions only take resources away');
    low.addPropertyOverride('BackupSelection.NotResources', { Ref: 'Parameter' });
    expect(() => Template.fromStack(stack, { skipCyclicalDependenciesCheck: true })).not.toThrow();
  });
});

describe('what a selection excludes', () => {
  it('is named by ARN, by type and by construct', () => {
    const stack = newStack();
    const kept = new Construct(stack, 'Kept');
    const left = new Construct(stack, 'Left');
    const whole = new Construct(stack, 'Whole');
    new CfnFileSystem(kept, 'FileSystem');
    new CfnFileSystem(left, 'FileSystem');
    new CfnBucket(left, 'Bucket');
    new CfnBucket(whole, 'Bucket');
    selectWith(stack, {
      resources: [BackupResource.everything()],
      excludedResources: [
        BackupResource.fromArn('arn:aws:s3:::logs'),
        BackupResource.ofType(BackupResourceType.EBS_VOLUME),
        BackupResource.fromConstruct(left),
        BackupResource.allFromConstruct(whole),
      ],
    });
    const arnOf = (scope: Construct, id: string) => ({
      'Fn::GetAtt': [stack.getLogicalId(scope.node.findChild(id) as CfnResource), 'Arn'],
    });
    expect(rendered(stack).NotResources).toEqual([
      'arn:aws:s3:::logs',
      { 'Fn::Join': ['', ['arn:', partition, ':ec2:*:*:volume/*']] },
      arnOf(left, 'FileSystem'),
      arnOf(left, 'Bucket'),
      arnOf(whole, 'Bucket'),
    ]);
    expect(warningsOf(stack)).toEqual([]);
  });

  it('is told where a construct has nothing to exclude, also of what is added later', () => {
    const stack = newStack();
    const empty = new Construct(stack, 'Empty');
    const later = new Construct(stack, 'Later');
    selectWith(stack, {
      resources: [BackupResource.everything()],
      excludedResources: [BackupResource.fromConstruct(empty), BackupResource.fromConstruct(later)],
    });
    new CfnBucket(later, 'Bucket');
    expect(warningsOf(stack)).toEqual([
      '/Stack/Selection: excludedResources: the construct Stack/Empty has no resource that a selection can name, ' +
        'so nothing is excluded by it; name what is meant by its ARN [ack: Strongroom::exclusion-of-nothing]',
    ]);
  });

  it('is not everything, and not named by tag', () => {
    const resources = [BackupResource.everything()];
    expect(
      thrown(() => selectWith(newStack(), { resources, excludedResources: [BackupResource.everything()] })),
    ).toMatch(/^Stack\/Selection: excludedResources: .*\[Strongroom::selection-exclusion\]$/);
    expect(
      thrown(() => selectWith(newStack(), { resources, excludedResources: [BackupResource.fromTag('a', 'b')] })),
    ).toBe(
      'Stack/Selection: excludedResources: resources are excluded by ARN, by type or by construct, ' +
        "got the tag 'a'; add BackupCondition.stringNotEquals('a', 'b') to conditions",
    );
  });

  it.each([
    ['arn:aws:s3:::bucket', 500],
    ['arn:aws:s3:::bucket-*', 30],
  ])('has the limits of what is selected: %s %i times', (arn, most) => {
    const excluding = (count: number) => {
      const stack = newStack();
      selectWith(stack, {
        resources: [BackupResource.everything()],
        excludedResources: Array.from({ length: count }, () => BackupResource.fromArn(arn)),
      });
      return stack;
    };
    expect(() => Template.fromStack(excluding(most))).not.toThrow();
    expect(thrown(() => Template.fromStack(excluding(most + 1)))).toContain(`at most ${most} ARNs`);
  });
});

describe('a wildcard', () => {
  it('gets a warning where AWS contradicts itself on its place', () => {
    const stack = newStack();
    selectWith(stack, {
      resources: [
        BackupResource.fromArn(`arn:${Aws.PARTITION}:dynamodb:*:*:table/prod-*`),
        BackupResource.fromArn('arn:aws:s3:::*-prod'),
      ],
      excludedResources: [BackupResource.fromArn('arn:aws:s3:::*-test')],
    });
    const warnings = warningsOf(stack);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain("got 'arn:aws:s3:::*-prod'; name a common beginning, or select by a tag");
    expect(warnings[1]).toContain('excludedResources: a wildcard stands for');
  });
});

describe('the selections of a plan', () => {
  function planWith(selections: number, resource: (index: number) => BackupResource): Stack {
    const stack = new Stack(new App({ analyticsReporting: false }), 'Stack');
    const backupPlan = BackupPlan.fromBackupPlanId(stack, 'Plan', 'plan-id');
    for (let index = 0; index < selections; index++) {
      new BackupSelection(stack, `Selection${index}`, { backupPlan, resources: [resource(index)] });
    }
    return stack;
  }
  const byArn = (index: number) => BackupResource.fromArn(`arn:aws:s3:::bucket-${index}`);
  const byTag = () => BackupResource.fromTag('a', 'b');

  it.each([
    ['100', 100, byArn, 'a plan has at most 100 selections, got 101; '],
    ['10 that select by tag', 10, byTag, 'a plan has at most 10 selections that select by tag, got 11; '],
  ])('are at most %s', (_, most, resource, message) => {
    expect(() => Template.fromStack(planWith(most, resource))).not.toThrow();
    const refusal = thrown(() => Template.fromStack(planWith(most + 1, resource)));
    expect(refusal.split(message)).toHaveLength(2);
  });
});
