import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cover } from '../../src/cover/cover';
import type { CoveredResource } from '../../src/cover/coverage';
import { parseAssumptions } from '../../src/read/assumptions/parse';
import { SWITCHES, type SwitchId } from '../../src/read/assumptions/registry';
import { OPT_IN_TYPES } from '../../src/service/opt-in-types';
import { programs } from './oracle/generate';
import type { Assumed } from './oracle/program';
import { keyOf as keyOfRow, modelOf, type TruthCase, truthCases } from './truth/cases';
import { whole } from './truth/whole';

const RUNS = Number(process.env.STRONGROOM_RUNS ?? 300);

const EVERY_TYPE = Object.fromEntries(OPT_IN_TYPES.map((type) => [type, true]));

/** What a file says of an assumption whose default is spelled out, where the file says nothing else. */
const SPELLED_OUT: Readonly<Record<string, (said: Assumed) => unknown>> = {
  'opt-in': (said) => ({ ...said['opt-in'], '*': { ...EVERY_TYPE, ...said['opt-in']?.['*'] } }),
  'stack-tags': (said) => ({ '*': {}, ...said['stack-tags'] }),
  'dynamodb-advanced-features': (said) => ({ '*': true, ...(said['dynamodb-advanced-features'] ?? {}) }),
  'plans-elsewhere': (said) => said['plans-elsewhere'] ?? [],
};

function spelledOut(said: Assumed, ids: readonly string[]): Assumed {
  const defaults = ids.map((id) => {
    const ofSwitch = () => said[id] ?? SWITCHES[id as SwitchId].value;
    return [id, (SPELLED_OUT[id] ?? ofSwitch)(said)];
  });
  return { ...said, ...Object.fromEntries(defaults) };
}

function rowsOf(truth: TruthCase, said: Assumed, strict: boolean): readonly CoveredResource[] {
  return cover(modelOf(truth), parseAssumptions(truth.title, said, strict).leaning()).resources;
}

/** What the assumptions that a row names come to by themselves, for each row, and how many rows need any. */
function byNamedAlone(truth: TruthCase): { readonly told: unknown; readonly alone: unknown; readonly needing: number } {
  const said = (truth.assumptions ?? {}) as Assumed;
  const rows = rowsOf(truth, said, false);
  const strict = rowsOf(truth, said, true);
  const byIds = new Map<string, readonly CoveredResource[]>();
  const alone = rows.map(({ resource, replicaRegion, assumptions }) => {
    const ids = assumptions.join();
    const others = byIds.get(ids) ?? rowsOf(truth, spelledOut(said, assumptions), true);
    byIds.set(ids, others);
    return others.find((other) => keyOf(truth, other) === keyOf(truth, { resource, replicaRegion }))?.status;
  });
  const needing = rows.filter(
    (row) => strict.find((other) => keyOf(truth, other) === keyOf(truth, row))?.status !== row.status,
  );
  return { told: rows.map(({ status }) => status), alone, needing: needing.length };
}

function keyOf(
  truth: TruthCase,
  { resource, replicaRegion }: Pick<CoveredResource, 'resource' | 'replicaRegion'>,
): string {
  return keyOfRow(truth, resource, replicaRegion === undefined ? undefined : String(replicaRegion));
}

const NO_CASE = { file: '', title: 'a random program', source: '', decides: '', expect: {}, by: {} };

test('the assumptions that a row names are enough for its status: with those spelled out, no other default is needed', () => {
  let needing = 0;
  fc.assert(
    fc.property(programs(), (program) => {
      const found = byNamedAlone({ ...NO_CASE, ...program });
      expect(found.alone).toEqual(found.told);
      needing += found.needing;
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(needing).toBeGreaterThan(RUNS);
}, 3_600_000);

describe('the assumptions that a row names are enough', () => {
  test.each(truthCases().map((truth) => [truth.file, truth.title, truth] as const))(
    '%s: %s',
    (_file, _title, truth) => {
      const found = byNamedAlone(truth);
      expect(found.alone).toEqual(found.told);
    },
  );
});

const TABLE = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } };

function leansOnPartition(named: unknown, region?: string): boolean {
  const BackupSelection = { SelectionName: 'named', IamRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, Resources: [named] };
  const Resources = {
    Table: TABLE,
    Role: { Type: 'AWS::IAM::Role' },
    Plan: {
      Type: 'AWS::Backup::BackupPlan',
      Properties: {
        BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: [{ RuleName: 'rule', TargetBackupVault: 'vault' }] },
      },
    },
    Selection: { Type: 'AWS::Backup::BackupSelection', Properties: { BackupPlanId: { Ref: 'Plan' }, BackupSelection } },
  };
  const stacks = [{ name: 'app.json', ...(region && { account: '111122223333', region }), template: { Resources } }];
  const [row] = rowsOf({ ...NO_CASE, stacks, strict: false }, {}, false);
  return row?.assumptions.includes('partition') ?? false;
}

test.each([
  ['names the partition', 'arn:aws:dynamodb:*:*:table/orders', true],
  ['names another partition', 'arn:aws-cn:dynamodb:*:*:table/orders', true],
  ['names another table of the partition', 'arn:aws:dynamodb:*:*:table/other', false],
  [
    'asks for the partition',
    { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':dynamodb:*:*:table/orders']] },
    false,
  ],
  ['takes any partition', 'arn:*:dynamodb:*:*:table/orders', false],
  ['takes everything', '*', false],
  ['only deployment knows', { 'Fn::ImportValue': 'arn-of-orders' }, true],
  ['refers to the resource', { 'Fn::GetAtt': ['Table', 'Arn'] }, false],
  ['takes the stack that it is in', { Ref: 'AWS::StackId' }, false],
  ['takes stacks of the partition', 'arn:aws:cloudformation:*:*:stack/*', true],
])('where no template says the Region, an ARN that %s leans on the partition or not', (_, named, leans) => {
  expect(leansOnPartition(named)).toBe(leans);
});

test.each([
  ['eu-west-1', false],
  ['xx-new-1', true],
])('in %s the partition is known or assumed', (region, leans) => {
  expect(leansOnPartition('arn:aws:dynamodb:*:*:table/orders', region)).toBe(leans);
});

test.each([
  ['told', 'untold'],
  ['untold', 'told'],
])('of two volumes, that leans on the tags of its stack which has them from nobody: %s, %s', (...names) => {
  const Conditions = { StringNotEquals: [{ ConditionKey: 'aws:ResourceTag/scratch', ConditionValue: 'true' }] };
  const BackupSelection = { Resources: ['arn:aws:ec2:*:*:volume/*'], Conditions };
  const Some = whole({
    Resources: { Some: { Type: 'AWS::Backup::BackupSelection', Properties: { BackupSelection } } },
  });
  const data = names.map((name) => ({
    name,
    tags: {},
    template: { Resources: { [name]: { Type: 'AWS::EC2::Volume' } } },
  }));
  const model = modelOf({ ...NO_CASE, strict: false, stacks: [...data, { name: 'plans', template: Some }] });
  // A manifest tells the tags of all its stacks; a template beside it has them from nobody.
  const stacks = model.stacks.map((stack) => (stack.name === 'untold' ? { ...stack, tags: undefined } : stack));
  const { resources } = cover({ ...model, stacks }, parseAssumptions('the file', {}, false).leaning());
  const leaning = resources.filter(({ assumptions }) => assumptions.includes('stack-tags'));
  expect(leaning.map(({ resource }) => resource.logicalId)).toEqual(['untold']);
});
