import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cover } from '../../src/cover/cover';
import { parseAssumptions } from '../../src/read/assumptions/parse';
import { modelOf, type TruthCase } from './truth/cases';

const RUNS = Number(process.env.STRONGROOM_RUNS ?? 150);

/** Few words, so that many resources are alike and many selections mean some of them. */
const NAMES = ['orders', 'orders-old', 'logs', 'Logs', 'a b', 'x:y'];
const PATTERNS = [
  '*',
  'arn:aws:dynamodb:*:*:table/*',
  'arn:aws:dynamodb:*:*:table/orders*',
  'arn:aws:dynamodb:*:*:table/orders',
  'arn:aws:dynamodb:*:*:table/*s',
  'arn:aws:dynamodb:eu-west-1:*:table/*',
  'arn:aws:ec2:*:*:volume/*',
  'arn:aws:ec2:*:*:volume/vol-1*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::logs*',
  'arn:aws:rds:*:*:cluster:*',
  'arn:aws:rds:*:*:db:*',
  'arn:aws:cloudformation:*:*:stack/one/*',
  'arn:*:dynamodb:*:*:table/*',
];
const KEYS = ['tier', 'stage'];
const VALUES = ['gold', 'silver', 'gold*', ''];
const OPERATORS = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'];

interface Resource {
  readonly Type: string;
  readonly Properties?: object;
  readonly Condition?: string;
}

const tags = fc.uniqueArray(
  fc.record({
    Key: fc.constantFrom(...KEYS),
    Value: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom<unknown>('gold', 'silver', '') },
      fc.constant({ Ref: 'Tier' }),
    ),
  }),
  { selector: ({ Key }) => Key, maxLength: 2 },
);

const data: fc.Arbitrary<Resource> = fc
  .record({
    type: fc.constantFrom('table', 'volume', 'bucket', 'cluster', 'files'),
    name: fc.option(fc.constantFrom(...NAMES), { nil: undefined }),
    tags,
    isVersioned: fc.boolean(),
    conditional: fc.boolean(),
    rare: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ type, name, tags: Tags, isVersioned, conditional, rare }): Resource => {
    const condition = conditional && rare === 0 ? { Condition: 'Wanted' } : {};
    switch (type) {
      case 'table':
        return { Type: 'AWS::DynamoDB::Table', Properties: { ...(name && { TableName: name }), Tags }, ...condition };
      case 'volume':
        return { Type: 'AWS::EC2::Volume', Properties: { Size: 8, Tags }, ...condition };
      case 'bucket': {
        const Status = isVersioned ? 'Enabled' : 'Suspended';
        const named = name && { BucketName: name };
        return {
          Type: 'AWS::S3::Bucket',
          Properties: { ...named, VersioningConfiguration: { Status }, Tags },
          ...condition,
        };
      }
      case 'cluster': {
        const named = name && { DBClusterIdentifier: name };
        return { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql', ...named, Tags }, ...condition };
      }
      default:
        return { Type: 'AWS::EFS::FileSystem', Properties: { FileSystemTags: Tags }, ...condition };
    }
  });

const selection = fc.record({
  resources: fc.array(fc.constantFrom(...PATTERNS), { maxLength: 2 }),
  notResources: fc.array(fc.constantFrom(...PATTERNS), { maxLength: 1 }),
  tags: fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES)), { maxLength: 1 }),
  conditions: fc.array(fc.tuple(fc.constantFrom(...OPERATORS), fc.constantFrom(...KEYS), fc.constantFrom(...VALUES)), {
    maxLength: 2,
  }),
});

const stack = fc.record({
  data: fc.array(data, { minLength: 2, maxLength: 10 }),
  selections: fc.array(selection, { maxLength: 4 }),
  tags: fc.option(fc.constantFrom<Record<string, string>>({}, { tier: 'gold' }), { nil: undefined }),
  place: fc.constantFrom({}, {}, { account: '111122223333', region: 'eu-west-1' }),
});

/** What is said of plans from elsewhere: nothing, or that one takes some by name and tag. */
const ELSEWHERE = [
  undefined,
  undefined,
  { 'plans-elsewhere': [{ name: 'central', resources: [PATTERNS[3]], tags: { tier: 'silver' } }] },
  { 'plans-elsewhere': [{ name: 'central', region: 'eu-west-1', resources: ['*'], except: [PATTERNS[9]] }] },
];

const programs = fc.record({
  stacks: fc.tuple(stack, stack),
  assumptions: fc.constantFrom(...ELSEWHERE),
  strict: fc.integer({ min: 0, max: 3 }).map((drawn) => drawn === 0),
});

type Drawn = typeof programs extends fc.Arbitrary<infer Program> ? Program : never;

/** The program as a case, with all its data or only one of its resources. */
function caseOf({ stacks, strict, assumptions }: Drawn, only?: readonly [stack: number, index: number]): TruthCase {
  return {
    file: '',
    title: 'a random program',
    source: '',
    decides: '',
    expect: {},
    by: {},
    strict,
    assumptions,
    stacks: stacks.map(({ data: all, selections, tags: stackTags, place }, number) => ({
      name: ['one', 'two'][number] as string,
      ...place,
      ...(stackTags && { tags: stackTags }),
      template: {
        Parameters: { Tier: { Type: 'String' } },
        Conditions: { Wanted: { 'Fn::Equals': [{ Ref: 'Tier' }, 'gold'] } },
        Resources: {
          Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'vault' } },
          Plan: {
            Type: 'AWS::Backup::BackupPlan',
            Properties: {
              BackupPlan: {
                BackupPlanName: 'plan',
                BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: { Ref: 'Vault' } }],
              },
            },
          },
          ...Object.fromEntries(selections.map((each, index) => [`Selection${index}`, selectionOf(each, index)])),
          ...Object.fromEntries(
            all.flatMap((each, index) =>
              !only || (only[0] === number && only[1] === index) ? [[`Data${index}`, each]] : [],
            ),
          ),
        },
      },
    })),
  };
}

function selectionOf(
  { resources, notResources, tags: byTags, conditions }: Drawn['stacks'][0]['selections'][0],
  index: number,
) {
  const lists = Object.fromEntries(
    OPERATORS.map((operator) => [
      operator,
      conditions
        .filter(([each]) => each === operator)
        .map(([, key, value]) => ({ ConditionKey: `aws:ResourceTag/${key}`, ConditionValue: value })),
    ]),
  );
  return {
    Type: 'AWS::Backup::BackupSelection',
    Properties: {
      BackupPlanId: { Ref: 'Plan' },
      BackupSelection: {
        SelectionName: `selection-${index}`,
        IamRoleArn: 'arn:aws:iam::111122223333:role/backup',
        Resources: resources,
        NotResources: notResources,
        ListOfTags: byTags.map(([ConditionKey, ConditionValue]) => ({
          ConditionType: 'STRINGEQUALS',
          ConditionKey,
          ConditionValue,
        })),
        Conditions: lists,
      },
    },
  };
}

/** What coverage says of each resource, by its stack and id, without the declarations it leads to. */
function said(truth: TruthCase): Map<string, unknown> {
  const { resources } = cover(modelOf(truth), parseAssumptions('', truth.assumptions, truth.strict).leaning());
  return new Map(
    resources.map(
      ({ resource, protectedBy, perhapsProtectedBy, excludedBy, status, unknowns, assumptions, native }) => [
        `${resource.stack}/${resource.logicalId}`,
        {
          status,
          unknowns,
          assumptions,
          native,
          protectedBy: protectedBy.map(({ plan, selection: name, by, reason, provided }) => [
            plan,
            name,
            by,
            reason,
            provided,
          ]),
          perhaps: perhapsProtectedBy.map(({ plan, selection: name, by, reason, provided }) => [
            plan,
            name,
            by,
            reason,
            provided,
          ]),
          excludedBy: excludedBy.map(({ plan, selection: name, reason }) => [plan, name, reason]),
        },
      ],
    ),
  );
}

test('a resource is judged among others that are like it just as it is alone', () => {
  fc.assert(
    fc.property(programs, (program) => {
      const together = said(caseOf(program));
      for (const [number, { data: all }] of program.stacks.entries()) {
        for (const index of all.keys()) {
          const key = `${['one', 'two'][number]}/Data${index}`;
          expect(together.get(key), key).toEqual(said(caseOf(program, [number, index])).get(key));
        }
      }
    }),
    { numRuns: RUNS },
  );
}, 600_000);
