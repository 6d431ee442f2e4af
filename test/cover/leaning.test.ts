import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cover } from '../../src/cover/cover';
import type { CoveredResource } from '../../src/cover/coverage';
import { parseAssumptions } from '../../src/read/assumptions/parse';
import { SWITCHES, type SwitchId } from '../../src/read/assumptions/registry';
import { OPT_IN_TYPES } from '../../src/service/opt-in-types';
import { programs } from './oracle/generate';
import type { Assumed, Program } from './oracle/program';
import { modelOf } from './truth/cases';

const RUNS = Number(process.env.STRONGROOM_RUNS ?? 300);

const EVERY_TYPE = Object.fromEntries(OPT_IN_TYPES.map((type) => [type, true]));

/** What a file says of an assumption whose default is spelled out, where the file says nothing else. */
const SPELLED_OUT: Readonly<Record<string, (said: Assumed) => unknown>> = {
  'opt-in': (said) => ({ ...said['opt-in'], '*': { ...EVERY_TYPE, ...said['opt-in']?.['*'] } }),
  'stack-tags': (said) => ({ '*': {}, ...said['stack-tags'] }),
  'plans-elsewhere': (said) => said['plans-elsewhere'] ?? [],
};

function spelledOut(said: Assumed, ids: readonly string[]): Assumed {
  const defaults = ids.map((id) => {
    const ofSwitch = () => said[id] ?? SWITCHES[id as SwitchId].value;
    return [id, (SPELLED_OUT[id] ?? ofSwitch)(said)];
  });
  return { ...said, ...Object.fromEntries(defaults) };
}

function rowsOf(program: Program, said: Assumed, strict: boolean): readonly CoveredResource[] {
  const model = modelOf({ ...program, file: '', title: '', source: '', decides: '', expect: {}, by: {} });
  return cover(model, parseAssumptions('the file', said, strict).leaning()).resources;
}

test('the assumptions that a row names are enough for its status: with those spelled out, no other default is needed', () => {
  let leaning = 0;
  fc.assert(
    fc.property(programs(), (program) => {
      const byIds = new Map<string, readonly CoveredResource[]>();
      const rows = rowsOf(program, program.assumptions, false);
      const strict = rowsOf(program, program.assumptions, true);
      for (const [index, { status, assumptions }] of rows.entries()) {
        const ids = assumptions.join();
        const others = byIds.get(ids) ?? rowsOf(program, spelledOut(program.assumptions, assumptions), true);
        byIds.set(ids, others);
        expect(others[index]?.status).toBe(status);
        if (strict[index]?.status !== status) leaning += 1;
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(leaning).toBeGreaterThan(RUNS);
}, 3_600_000);

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
  const [row] = rowsOf({ stacks, assumptions: {}, strict: false }, {}, false);
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
