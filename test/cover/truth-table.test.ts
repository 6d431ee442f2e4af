import { describe, expect, it } from 'vitest';
import { cover } from '../../src/cover/cover';
import type { CoveredResource } from '../../src/cover/coverage';
import { parseAssumptions } from '../../src/read/assumptions/parse';
import { keyOf, modelOf, type TruthCase, truthCases } from './truth/cases';

const STATUSES = ['protected', 'unprotected', 'unknown', 'notBackedUpByAwsBackup'];
const REPLICA = /@[a-z]{2}(-[a-z]+)+-\d$/;

describe('the truth table of coverage', () => {
  const cases = truthCases();

  it('has at least 100 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(100);
  });

  it('gives each case a title of its own', () => {
    const titles = cases.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it.each(cases)('$title: says what decides, and where it stands', ({ source, decides, expect: expected, by }) => {
    expect(source).toMatch(/^https:\/\/\S+$/);
    expect(decides).toMatch(/\.$/);
    expect(STATUSES).toEqual(expect.arrayContaining(Object.values(expected)));
    // Only what is protected for certain is protected by something.
    expect(Object.keys(by).filter((key) => expected[key] !== 'protected')).toEqual([]);
  });

  it.each(cases)('$title: has every stack in the model', (truth) => {
    const names = modelOf(truth).stacks.map(({ name }) => name.replace('.json', ''));
    expect(names.sort()).toEqual(truth.stacks.map(({ name }) => name).sort());
  });

  it.each(cases)('$title: expects something of every resource that holds data', (truth) => {
    const model = modelOf(truth);
    const expected = Object.keys(truth.expect).filter((key) => !REPLICA.test(key));
    expect(expected.sort()).toEqual(model.resources.map((resource) => keyOf(truth, resource)).sort());
  });

  it.each(cases)('$title', (truth) => {
    const { resources } = cover(
      modelOf(truth),
      parseAssumptions(truth.title, truth.assumptions, truth.strict).leaning(),
    );
    const found = resources.map((each) => [nameOf(truth, each), each] as const);
    expect(Object.fromEntries(found.map(([name, { status }]) => [name, status]))).toEqual(truth.expect);
    const ways = Object.fromEntries(found.map(([name, { protectedBy }]) => [name, protectedBy.map(({ by }) => by)]));
    for (const [name, by] of Object.entries(truth.by)) expect(ways[name], name).toContain(by);
    // What is protected says by what, and what is not says so.
    for (const [name, { status, protectedBy, perhapsProtectedBy, unknowns }] of found) {
      expect([name, protectedBy.length > 0]).toEqual([name, status === 'protected']);
      expect([name, perhapsProtectedBy.length > 0 && unknowns.length > 0]).toEqual([name, status === 'unknown']);
    }
  });
});

function nameOf(truth: TruthCase, { resource, replicaRegion }: CoveredResource): string {
  return keyOf(truth, resource, replicaRegion === undefined ? undefined : String(replicaRegion));
}
