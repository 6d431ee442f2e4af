import { stripVTControlCharacters } from 'node:util';
import Ajv from 'ajv';
import fc from 'fast-check';
import { createGenerator } from 'ts-json-schema-generator';
import { describe, expect, test } from 'vitest';
import type { ObjectiveResult } from '../../src/cover/objectives/objective';
import { coverHtml } from '../../src/report/cover-html';
import { coverJson } from '../../src/report/cover-json';
import { coverSarif } from '../../src/report/cover-sarif';
import { objectivesText } from '../../src/report/objectives-text';
import { type CoverExample, HARMFUL_NAMES, shop, shopObjectives } from './cover-app';
import { ACTIVE, openedIn } from './page';
import { sarifFaults } from './sarif/faults';

const example = shop();
const { coverage, places } = example;
const judged = shopObjectives(example);
const { results } = judged;
const PLAIN = { width: 100, colour: false };
const SOME = { places, all: false };

const missesOf = (all: readonly ObjectiveResult[]) => all.flatMap(({ misses }) => misses);

/** What objectives came to where whatever has words has those of somebody who means harm. */
function hostileResults(name: string): readonly ObjectiveResult[] {
  const resource = { stack: name, logicalId: name, type: name, tags: [], replicas: [], settings: [] };
  const miss = { objective: name, resource, replicaRegion: name, promised: name, says: name };
  return [
    {
      objective: name,
      resources: 2,
      excepted: 0,
      misses: [
        { ...miss, promise: 'copy', verdict: 'missed', unknowns: [] },
        { ...miss, promise: 'retention', verdict: 'unknown', unknowns: [name, name] },
      ],
      notes: [name],
    },
  ];
}

test('the objectives of the shop are missed, met and unknown', () => {
  expect(results.map(({ misses }) => misses.length > 0)).toEqual([true, true, false, true]);
  expect(new Set(missesOf(results).map(({ verdict }) => verdict))).toEqual(new Set(['missed', 'unknown']));
});

describe('what objectives came to, for a person', () => {
  test.each([
    ['objectives.txt', PLAIN],
    ['objectives-narrow.txt', { ...PLAIN, width: 60 }],
  ])('is as it was in %s', async (file, page) => {
    const text = objectivesText(results, page, SOME);
    await expect(text).toMatchFileSnapshot(`../golden/cover/${file}`);
    expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(page.width);
  });

  test('has the same words in colours', () => {
    const coloured = objectivesText(results, { ...PLAIN, colour: true }, SOME);
    expect(stripVTControlCharacters(coloured)).toBe(objectivesText(results, PLAIN, SOME));
  });

  test.each([
    [11, false, 11, 0],
    [12, false, 10, 1],
    [12, true, 12, 0],
  ])('of %i that miss a promise alike, with --all %s, lists %i', (count, all, listed, counted) => {
    const [miss] = missesOf(results);
    const [first] = results;
    const misses = Array.from({ length: count }, () => miss as NonNullable<typeof miss>);
    const text = objectivesText([{ ...(first as ObjectiveResult), misses, notes: [] }], PLAIN, { places, all });
    expect(text.match(/^ {4}Warehouse /gm)).toHaveLength(listed);
    expect(text.match(/^ {4}2 more; --all lists them$/gm) ?? []).toHaveLength(counted);
  });

  test('names the stack where the place does not', () => {
    const nowhere = objectivesText(results, PLAIN, { places: { of: () => undefined }, all: false });
    expect(nowhere).toContain('DynamoDB table · orders.yaml\n');
    const cloned = { of: () => ({ file: 'cdk.out/Orders.template.json', line: 3, column: 5 }) };
    const elsewhere = objectivesText(results, PLAIN, { places: cloned, all: false });
    expect(elsewhere).toContain('DynamoDB table · orders.yaml · cdk.out/Orders.template.json:3:5\n');
  });
});

describe('what objectives came to, on a page', () => {
  const html = coverHtml(coverage, places, results);
  const section = html.slice(html.indexOf('<section class="objectives"'), html.indexOf('<section class="summary"'));

  test('is as it was', async () => {
    await expect(html).toMatchFileSnapshot('../golden/cover/objectives.html');
  });

  test('loads nothing, runs nothing, and closes what it opens', () => {
    expect(html).not.toMatch(ACTIVE);
    expect(openedIn(html)).toEqual([]);
  });

  test('stands before what is covered, with each objective and each miss once', () => {
    expect(html.indexOf('<header>')).toBeLessThan(html.indexOf(section));
    expect([...section.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, name]) => name)).toEqual(
      results.map(({ objective }) => objective),
    );
    expect(section.match(/<li><b>/g)).toHaveLength(missesOf(results).length);
  });

  test('is not hidden by the boxes of the coverage', () => {
    for (const id of html.match(/(?<=id="show-)\w+/g) ?? []) expect(section).not.toContain(`<tbody class="${id}"`);
  });

  test('is left out where nothing is promised', () => {
    expect(coverHtml(coverage, places)).not.toContain('class="objectives"');
  });
});

describe('what objectives came to, for a program', () => {
  const json = JSON.parse(coverJson(coverage, places, results));

  test('keeps to the schema', () => {
    const schema = createGenerator({
      path: 'src/report/cover-json.ts',
      tsconfig: 'tsconfig.dev.json',
      type: 'Covered',
      skipTypeCheck: true,
    }).createSchema('Covered');
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(json) ? [] : validate.errors).toEqual([]);
  });

  test('says what was promised, what is wrong and what to do', () => {
    expect(json.objectives[0].misses.find(({ logicalId }: { logicalId: string }) => logicalId === 'Carts')).toEqual({
      stack: 'orders.yaml',
      logicalId: 'Carts',
      promise: 'protected',
      promised: 'a plan backs it up',
      verdict: 'unknown',
      message: 'it is not known whether a plan backs it up',
      unknowns: ['the parameter BackupOfCarts'],
      fix: 'say in strongroom.assumptions.yaml how that will be, or put it under a plan, or name it among the exceptions of the objective',
    });
  });
});

describe('what objectives came to, as SARIF', () => {
  const logOf = (objectives: typeof judged, { model, coverage, places }: CoverExample = example) =>
    coverSarif(coverage, { stacks: model.stacks, places, version: '1.2.3', objectives });
  const [run] = JSON.parse(logOf(judged)).runs;
  const own = run.results.filter(({ ruleId }: { ruleId: string }) => ruleId.startsWith('objective-'));

  test('is as it was', async () => {
    await expect(logOf(judged)).toMatchFileSnapshot('../golden/cover/objectives.sarif');
  });

  test('passes the schema of SARIF 2.1.0', () => {
    expect(sarifFaults(logOf(judged))).toEqual([]);
    const hostile = { results: hostileResults('<b>\u001b%'), placeOf: () => undefined };
    expect(sarifFaults(logOf(hostile))).toEqual([]);
  });

  test('has the rules of all promises, and none where nothing is promised', () => {
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'resource-unprotected',
      'resource-perhaps-unprotected',
      'objective-protected',
      'objective-retention',
      'objective-copy',
      'objective-immutable',
      'objective-ransomware-proof',
      'objective-restore-tested',
      'objective-stale',
    ]);
    const [bare] = JSON.parse(coverSarif(coverage, { stacks: [], places, version: '1.2.3' })).runs;
    expect(bare.tool.driver.rules).toHaveLength(2);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  test('has an error for each miss, at its resource, whether missed or not known', () => {
    const errors = own.filter(({ level }: { level: string }) => level === 'error');
    expect(errors).toHaveLength(missesOf(results).length);
    const [carts] = errors.filter(({ message }: { message: { text: string } }) => message.text.includes(' Carts:'));
    expect(carts).toMatchObject({
      ruleId: 'objective-protected',
      message: {
        text:
          "the objective 'everything is backed up' may be missed by DynamoDB table Carts: it is not known whether a plan backs it up; " +
          'that depends on the parameter BackupOfCarts; say in strongroom.assumptions.yaml how that will be, or put it under a plan, ' +
          'or name it among the exceptions of the objective',
      },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'orders.yaml' }, region: { startLine: 18 } } }],
    });
  });

  test('has a warning for what is wrong with an objective, where it is written', () => {
    expect(own.filter(({ level }: { level: string }) => level === 'warning')).toMatchObject([
      { ruleId: 'objective-stale', message: { text: expect.stringContaining("'web.yaml/Render'") } },
      {
        ruleId: 'objective-stale',
        message: { text: expect.stringContaining("'web.yaml/Thumbs'") },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'objectives.yaml' }, region: { startLine: 2 } } }],
      },
    ]);
  });

  test('tells results apart, and knows them again', () => {
    const prints = (of: string) =>
      JSON.parse(of).runs[0].results.map(
        (each: { partialFingerprints: object }) => Object.values(each.partialFingerprints)[0],
      );
    const all = prints(logOf(judged));
    expect(new Set(all).size).toBe(all.length);
    const moved = { ...judged, placeOf: () => ({ file: 'objectives.yaml', line: 99, column: 1 }) };
    expect(prints(logOf(moved, { ...example, places: { of: () => undefined } as unknown as typeof places }))).toEqual(
      all,
    );
  });
});

test('whatever things are called, no report does anything to whoever reads it', () => {
  fc.assert(
    fc.property(HARMFUL_NAMES, (name) => {
      const found = hostileResults(name);
      const html = coverHtml({ resources: [], assumptions: [] }, places, found);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      expect(html.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(openedIn(html)).toEqual([]);
      const text = objectivesText(found, PLAIN, SOME);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
    { numRuns: 200 },
  );
});
