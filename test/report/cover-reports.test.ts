import { stripVTControlCharacters } from 'node:util';
import Ajv from 'ajv';
import fc from 'fast-check';
import { createGenerator } from 'ts-json-schema-generator';
import { describe, expect, test } from 'vitest';
import type { Coverage, CoveredResource, Protection } from '../../src/cover/coverage';
import { coverHtml } from '../../src/report/cover-html';
import { coverJson } from '../../src/report/cover-json';
import { coverSarif } from '../../src/report/cover-sarif';
import { coverText } from '../../src/report/cover-text';
import { countsOf } from '../../src/report/cover-words';
import { type CoverExample, HARMFUL_NAMES, hostileExample, shop } from './cover-app';
import { ACTIVE, openedIn } from './page';
import { sarifFaults } from './sarif/faults';

const { model, coverage, places } = shop();
const NOTHING: Coverage = { resources: [], assumptions: [] };
const NOWHERE = { of: () => undefined };
const PLAIN = { width: 100, colour: false };
const SOME = { places, all: false };
const ALL = { places, all: true };

function resource(facts: Partial<CoveredResource>, logicalId = 'Orders'): CoveredResource {
  return {
    resource: { stack: 'app', logicalId, type: 'AWS::DynamoDB::Table', tags: [], replicas: [], settings: [] },
    status: 'unprotected',
    protectedBy: [],
    perhapsProtectedBy: [],
    excludedBy: [],
    native: [],
    unknowns: [],
    assumptions: [],
    ...facts,
  };
}

function by(plan: string, provided: readonly string[] = []): Protection {
  return { plan, selection: 'tables', by: 'name', reason: 'it is named', provided };
}

function textOf(resources: readonly CoveredResource[], all = false): string {
  return coverText({ resources, assumptions: [] }, PLAIN, { places: NOWHERE, all });
}

test('the shop is a mid-sized app', () => {
  expect(coverage.resources.length).toBeGreaterThanOrEqual(40);
  expect(model.plans).toHaveLength(6);
  for (const count of Object.values(countsOf(coverage))) expect(count).toBeGreaterThan(0);
});

describe('what is covered, for a person', () => {
  test.each([
    ['app.txt', PLAIN, SOME],
    ['app-all.txt', PLAIN, ALL],
    ['app-narrow.txt', { ...PLAIN, width: 60 }, SOME],
    ['app-in-colour.txt', { ...PLAIN, colour: true }, SOME],
  ])('is as it was in %s', async (file, page, options) => {
    const text = coverText(coverage, page, options);
    await expect(text).toMatchFileSnapshot(`../golden/cover/${file}`);
    const lines = stripVTControlCharacters(text).split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(page.width);
  });

  test('has the same words in colours', () => {
    const coloured = coverText(coverage, { ...PLAIN, colour: true }, SOME);
    expect(stripVTControlCharacters(coloured)).toBe(coverText(coverage, PLAIN, SOME));
  });

  test('names every resource where everything is wanted', () => {
    const text = coverText(coverage, PLAIN, ALL);
    for (const { resource } of coverage.resources) expect(text).toContain(resource.logicalId);
  });

  test('is said in one line where nothing holds data', () => {
    expect(coverText(NOTHING, PLAIN, SOME)).toBe('No resource that holds data was found.\n');
  });

  test('says that no selection takes what none names', () => {
    expect(textOf([resource({})])).toContain('why  no selection takes it\n');
  });

  test('says what is unknown once, with the selection that depends on it', () => {
    const perhaps = { perhapsProtectedBy: [by('nightly', ['the parameter Stage'])] };
    const text = textOf([resource({ status: 'unknown', ...perhaps, unknowns: ['the parameter Stage', 'the Region'] })]);
    expect(text).toContain('it is named; it depends on the parameter Stage\n');
    expect(text.match(/the parameter Stage/g)).toHaveLength(1);
    expect(text).toMatch(/unknown +the Region\n/);
  });

  test('says that one of several selections takes it in each case', () => {
    const either = [by('gold', ['the parameter Tier']), by('silver', ['the parameter Tier'])];
    expect(textOf([resource({ status: 'protected', protectedBy: either })])).toContain(
      'whatever is deployed, one of these takes it\n',
    );
  });

  test('names a plan without a selection', () => {
    const { selection: _, ...automatic } = by('aws/efs');
    expect(textOf([resource({ status: 'protected', protectedBy: [automatic] })])).toContain('by  plan aws/efs: it is');
  });

  test('counts selections from the sixth on, unless all are wanted', () => {
    const many = Array.from({ length: 7 }, (_, index) => by(`plan-${index}`));
    const one = [resource({ status: 'protected', protectedBy: many })];
    expect(textOf(one)).toMatch(/by +2 more\n/);
    expect(textOf(one)).not.toContain('plan-6');
    expect(textOf(one, true)).toContain('plan-6');
  });

  test.each([
    [10, 'by  selection tables of plan nightly: it is named'],
    [11, '11  by selection tables of plan nightly (DynamoDB table ×11)'],
  ])('of %i protected resources says: %s', (count, words) => {
    const protectedBy = [by('nightly')];
    const all = Array.from({ length: count }, (_, index) =>
      resource({ status: 'protected', protectedBy }, `T${index}`),
    );
    expect(textOf(all)).toContain(words);
    expect(textOf(all, true)).toContain('T9');
  });

  test('does not say of each what all of one status lean on', () => {
    const one = resource({ assumptions: ['plans-elsewhere'] }, 'A');
    const other = resource({ assumptions: ['opt-in', 'plans-elsewhere'] }, 'B');
    expect(textOf([one, other])).toContain('leans on  opt-in\n');
    expect(textOf([one, other])).not.toContain('plans-elsewhere');
    expect(textOf([one])).toContain('leans on  plans-elsewhere\n');
  });

  test('leads to the line of the program where it is known', () => {
    const { resource: facts, ...rest } = resource({});
    const program = { file: 'lib/app.ts', line: 7 };
    expect(textOf([{ ...rest, resource: { ...facts, program } }])).toContain('DynamoDB table · lib/app.ts:7\n');
  });
});

describe('what is covered, for a program', () => {
  const SCHEMA = createGenerator({
    path: 'src/report/cover-json.ts',
    tsconfig: 'tsconfig.dev.json',
    type: 'Covered',
    skipTypeCheck: true,
    // More fields may come at any time.
    additionalProperties: true,
  }).createSchema('Covered');
  const validate = new Ajv({ strict: false }).compile(SCHEMA);
  const json = coverJson(coverage, places);

  test('has a JSON Schema, which is written from its types', async () => {
    await expect(`${JSON.stringify(SCHEMA, undefined, 2)}\n`).toMatchFileSnapshot(
      '../../docs/schemas/cover.schema.json',
    );
  });

  test.each([
    ['the shop', json],
    ['nothing', coverJson(NOTHING, places)],
    ['one that nobody can place', coverJson({ resources: [resource({})], assumptions: [] }, NOWHERE)],
  ])('keeps to the schema with %s', (_, document) => {
    expect(validate(JSON.parse(document)) ? [] : validate.errors).toEqual([]);
  });

  test('of another form does not', () => {
    const document = JSON.parse(json);
    expect(validate({ ...document, summary: {} })).toBe(false);
    expect(validate({ ...document, resources: [{ status: 'safe' }] })).toBe(false);
    expect(validate({ ...document, schemaVersion: 2 })).toBe(false);
  });

  test('has the fields that others rely on', () => {
    const { resources, summary } = JSON.parse(json);
    expect(summary).toEqual(countsOf(coverage));
    const find = (id: string, region?: string) =>
      resources.find(
        (each: { logicalId: string; replicaRegion?: string }) => each.logicalId === id && each.replicaRegion === region,
      );
    expect(find('Thumbnails')).toMatchObject({
      stack: 'web.yaml',
      cloudFormationType: 'AWS::S3::Bucket',
      resourceType: 'S3Bucket',
      status: 'unprotected',
      protectedBy: [],
      excludedBy: [{ plan: 'buckets', selection: 'shop-buckets' }],
      file: 'web.yaml',
    });
    expect(find('Orders').protectedBy).toEqual([
      { plan: 'nightly', selection: 'tagged-daily', by: 'tag', reason: 'it has the tag backup=daily', provided: [] },
    ]);
    expect(find('Catalogue', 'us-east-1').status).toBe('unknown');
    expect(find('Stream')).not.toHaveProperty('resourceType');
  });

  test('tells a Region that only deployment knows in the notation of Fn::Sub', () => {
    const region = { unknown: `\${Region}`, pieces: [] };
    const { resources } = JSON.parse(
      coverJson({ resources: [resource({ replicaRegion: region })], assumptions: [] }, NOWHERE),
    );
    expect(resources[0].replicaRegion).toBe(`\${Region}`);
  });
});

describe('what is covered, as SARIF', () => {
  const log = (of: CoverExample = { model, coverage, places }) =>
    coverSarif(of.coverage, { stacks: of.model.stacks, places: of.places, version: '1.2.3' });

  test('is as it was', async () => {
    await expect(log()).toMatchFileSnapshot('../golden/cover/app.sarif');
  });

  test.each([
    ['the shop', log()],
    ['nothing', log({ model, coverage: NOTHING, places })],
    ['names that mean harm', log(hostileExample('<b>\u001b%'))],
  ])('passes the schema of SARIF 2.1.0 with %s', (_title, document) => {
    expect(sarifFaults(document)).toEqual([]);
  });

  test('has a warning for each unprotected resource and a note for each unknown one, at its place', () => {
    const { results } = JSON.parse(log()).runs[0];
    const { unprotected, unknown } = countsOf(coverage);
    const levels = results.map(({ level }: { level: string }) => level);
    expect(levels).toEqual([...Array(unprotected).fill('warning'), ...Array(unknown).fill('note')]);
    const thumbnails = results.find(({ message }: { message: { text: string } }) =>
      message.text.includes('Thumbnails'),
    );
    expect(thumbnails.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'web.yaml' },
      region: { startLine: 10, startColumn: 3 },
    });
  });

  test('tells results apart, and knows them again', () => {
    const prints = (of: string) =>
      JSON.parse(of).runs[0].results.map(
        (each: { partialFingerprints: object }) => Object.values(each.partialFingerprints)[0],
      );
    expect(new Set(prints(log())).size).toBe(prints(log()).length);
    expect(prints(log({ model, coverage, places: NOWHERE as unknown as typeof places }))).toEqual(prints(log()));
  });
});

describe('what is covered, as a page', () => {
  const html = coverHtml(coverage, places);

  test('is as it was', async () => {
    await expect(html).toMatchFileSnapshot('../golden/cover/app.html');
  });

  test('loads nothing and runs nothing', () => {
    expect(html).not.toMatch(ACTIVE);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test('names every resource, and closes what it opens', () => {
    for (const { resource } of coverage.resources) expect(html).toContain(`<b>${resource.logicalId}`);
    expect(openedIn(html)).toEqual([]);
  });

  test('says in one line that nothing holds data', () => {
    const page = coverHtml(NOTHING, places);
    expect(page).toContain('No resource that holds data was found.');
    expect(page).not.toContain('<fieldset>');
    expect(openedIn(page)).toEqual([]);
  });

  test.each([
    [{ status: 'protected' as const }, '1 resource holds data in 1 stack: 1 is protected by AWS Backup.'],
    [{ status: 'unknown' as const }, '1 resource holds data in 1 stack: for 1 only deployment can tell.'],
  ])('counts one as one: %o', (facts, words) => {
    expect(coverHtml({ resources: [resource(facts)], assumptions: [] }, NOWHERE)).toContain(words);
  });
});

describe('whatever things are called', () => {
  test('the page has no markup but its own', () => {
    const shapes = new Set<string>();
    fc.assert(
      fc.property(HARMFUL_NAMES, (name) => {
        fc.pre(name !== '__proto__');
        const { coverage, places } = hostileExample(name);
        const html = coverHtml(coverage, places);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
        expect(html.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(openedIn(html)).toEqual([]);
        shapes.add([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag).join(' '));
      }),
      { numRuns: 200 },
    );
    // The same template under other names has the same tags, in so far as the names do not change the answer.
    expect(shapes.size).toBeLessThanOrEqual(4);
  });

  test('the text has no control characters but its line ends, and keeps to the page', () => {
    fc.assert(
      fc.property(HARMFUL_NAMES, fc.integer({ min: 40, max: 120 }), (name, width) => {
        const { coverage, places } = hostileExample(name);
        const text = coverText(coverage, { width, colour: false }, { places, all: true });
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        const lines = text.split('\n').filter((line) => !line.startsWith('    aws '));
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width);
      }),
      { numRuns: 200 },
    );
  });
});
