import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cover } from '../../src/cover/cover';
import { parseAssumptions } from '../../src/read/assumptions/parse';
import { TooMany } from './oracle/choices';
import { CLAUSES, type Clause } from './oracle/clauses';
import { heldIn, statusOf } from './oracle/enumerate';
import { programs } from './oracle/generate';
import type { Program } from './oracle/program';
import { keyOf, modelOf, type TruthCase } from './truth/cases';

const RUNS = Number(process.env.STRONGROOM_RUNS ?? 300);
/** So many deployments of a resource are looked at; for a program of more, which are few, another is drawn. */
const DEPLOYMENTS = 1000;

/** The part of the programs, at least, in which each clause decides something: 200 of 10,000. */
const SELDOM = 0.02;
/** Of so few programs chance may leave a clause out. */
const FEW = 5000;

type Statuses = Readonly<Record<string, string | undefined>>;

function byCover(program: Program, truth: TruthCase): Statuses {
  const leaning = parseAssumptions(truth.title, program.assumptions, program.strict).leaning();
  const rows = cover(modelOf(truth), leaning).resources.map(({ resource, replicaRegion, status }) => [
    keyOf(truth, resource, replicaRegion === undefined ? undefined : String(replicaRegion)),
    status,
  ]);
  return Object.fromEntries(rows);
}

/** What holds of everything that exists in some deployment; nothing where there are too many deployments. */
function byOracle(program: Program, truth: TruthCase, hit: (clause: Clause) => void): Statuses | undefined {
  try {
    const rows = heldIn(program).flatMap((held) => {
      const status = statusOf(program, held, DEPLOYMENTS, hit);
      return status === undefined ? [] : [[keyOf(truth, { ...held, logicalId: held.id }, held.replicaRegion), status]];
    });
    return Object.fromEntries(rows);
  } catch (error) {
    if (error instanceof TooMany) return undefined;
    throw error;
  }
}

test('coverage says of random programs what all their deployments, one by one, come to', () => {
  const hits = new Map<Clause, number>(CLAUSES.map((clause) => [clause, 0]));
  let answers = 0;
  let decided = 0;
  fc.assert(
    fc.property(programs(), (program) => {
      const truth = { ...program, file: '', title: 'a random program', source: '', decides: '', expect: {}, by: {} };
      const seen = new Set<Clause>();
      const expected = byOracle(program, truth, (clause) => seen.add(clause));
      fc.pre(expected !== undefined);
      expect(byCover(program, truth)).toEqual(expected);
      answers += Object.keys(expected).length;
      decided += Object.values(expected).filter((status) => status !== 'unknown').length;
      for (const clause of seen) hits.set(clause, (hits.get(clause) ?? 0) + 1);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(decided).toBeGreaterThanOrEqual(answers * 0.6);
  const least = RUNS < FEW ? 1 : RUNS * SELDOM;
  expect([...hits].filter(([, count]) => count < least)).toEqual([]);
}, 3_600_000);
