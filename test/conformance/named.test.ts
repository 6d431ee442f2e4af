import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { OFFICIAL, OURS } from './libraries';
import type { BothReject, Deviation, Program, Refusal } from './program';
import { PROGRAMS } from './programs';
import { type Accepted, isRejected, type Outcome, type Rejected, synthesize } from './synthesize';

const programs = Object.values(PROGRAMS).flat();

beforeAll(() => {
  // CDK announces on the console that its validation found something, and which of its own calls it deprecates; the
  // findings are compared here.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

afterAll(() => {
  vi.restoreAllMocks();
});

test('there are at least 150 named programs, each with a name of its own', () => {
  expect(programs.length).toBeGreaterThanOrEqual(150);
  expect(new Set(programs.map(({ name }) => name)).size).toBe(programs.length);
});

describe.each(Object.entries(PROGRAMS))('%s', (_group, group) => {
  test.each(group.map((program) => [program.name, program] as const))('%s', (_name, program) => {
    const theirs = synthesize(program, OFFICIAL, { templateValidation: true });
    const ours = synthesize(program, OURS, { templateValidation: true });
    const { expect: expectation } = program;
    if (expectation === 'same') sameResources(theirs, ours);
    else if ('rejected' in expectation) bothReject(expectation, theirs, ours);
    else if ('refused' in expectation) weRefuse(expectation, theirs, ours);
    else weAccept(expectation, theirs, ours, program);
  });
});

function sameResources(theirs: Outcome, ours: Outcome): void {
  const official = accepted('the official library', theirs);
  const own = accepted('Strongroom', ours);
  expect(own.templates).toStrictEqual(official.templates);
  expect(own.messages).toEqual(expect.arrayContaining([...official.messages]));
  expect(own.findings).toEqual(expect.arrayContaining([...official.findings]));
}

function bothReject({ rejected: phrase }: BothReject, theirs: Outcome, ours: Outcome): void {
  expect(rejected('the official library', theirs).rejected).toContain(phrase);
  expect(rejected('Strongroom', ours).rejected).toContain(phrase);
}

function weRefuse({ refused: rule }: Refusal, theirs: Outcome, ours: Outcome): void {
  accepted('the official library', theirs);
  expect(rejected('Strongroom', ours).rejected).toContain(`[Strongroom::${rule}]`);
}

function weAccept({ resourceType, properties }: Deviation, theirs: Outcome, ours: Outcome, { name }: Program): void {
  rejected('the official library', theirs);
  const resources = Object.values(accepted('Strongroom', ours).templates).flatMap((text) =>
    Object.values((JSON.parse(text) as Template).Resources ?? {}),
  );
  const resource = resources.find(({ Type }) => Type === resourceType);
  expect(resource?.Properties, name).toMatchObject(properties);
}

interface Template {
  readonly Resources?: Record<string, { readonly Type: string; readonly Properties?: unknown }>;
}

function accepted(who: string, outcome: Outcome): Accepted {
  if (isRejected(outcome)) throw new Error(`${who} rejected the program: ${outcome.rejected}`);
  return outcome;
}

function rejected(who: string, outcome: Outcome): Rejected {
  if (!isRejected(outcome)) throw new Error(`${who} accepted the program`);
  return outcome;
}
