import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { check } from '../../src/check/check';
import type { CheckRule } from '../../src/check/check-rule';
import type { Finding } from '../../src/check/finding';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import { readFrom } from '../read/reading';
import { readStacks } from '../read/stacks';

/** Sunday, 15 November 2026. */
const FROM = Date.UTC(2026, 10, 15);

type Step = string | number;
export type Json = Readonly<Record<string, unknown>>;

/** A program that a rule must catch, and the one value that makes it wrong. */
export interface RuleCase {
  /** What is wrong, as the end of a sentence: `catches …`. */
  readonly title: string;
  /** The sections of a template; resources alone may stand without their section. */
  readonly wrong: Json;
  /** Where the value stands, from the root of the template: `Resources.Vault.Properties.BackupVaultName`. */
  readonly at: string | readonly Step[];
  /** The nearest value that is right; `LEFT_OUT` where it is right to have none. */
  readonly right: unknown;
  /** What is found: the resource, the property and words of the message. */
  readonly finds: {
    readonly logicalId?: string;
    readonly property?: string;
    readonly says: RegExp;
    readonly severity?: string;
  };
  /** Where the stack is deployed, and what is deployed elsewhere; nobody knows where otherwise. */
  readonly around?: Around;
  /** What is assumed, where that is not the default. */
  readonly assumptions?: Assumptions;
  /** Why there is no program with the value unknown: what stands there is no value that a parameter could be. */
  readonly neverUnknown?: string;
}

/** Where a stack is deployed, and what is deployed elsewhere. */
export interface Around {
  /** The account and the Region: `111122223333/eu-central-1`. */
  readonly at: string;
  /** The resources of another stack each, by account and Region. */
  readonly beside?: Readonly<Record<string, Json>>;
}

/** Stands for no value at all. */
export const LEFT_OUT = Symbol('left out');

/**
 * Tests a rule by its cases: it finds each wrong program, once; it leaves the right one alone, which differs in one value;
 * and where that value is a parameter, it claims nothing. The page of the rule in docs/checks is made of them.
 */
export function testRule(rule: CheckRule, cases: readonly RuleCase[]): void {
  describe(rule.id, () => {
    describe.each(cases.map((ruleCase) => [ruleCase.title, ruleCase] as const))('%s', (_, ruleCase) => {
      const wrong = templateOf(ruleCase.wrong);
      const path = stepsOf(ruleCase.at);
      const { around, assumptions } = ruleCase;

      test('is caught', () => {
        const [finding, ...more] = findingsOf(rule, wrong, around, assumptions);
        const { says, severity = rule.severity, ...place } = ruleCase.finds;
        expect(finding).toMatchObject({ rule: rule.id, severity, ...place });
        expect(finding?.message).toMatch(says);
        expect(more).toEqual([]);
      });

      test('is right with one value more, less or another', () => {
        expect(valueAt(wrong, path)).not.toEqual(ruleCase.right === LEFT_OUT ? undefined : ruleCase.right);
        expect(findingsOf(rule, replaced(wrong, path, ruleCase.right), around, assumptions)).toEqual([]);
      });

      test.skipIf(ruleCase.neverUnknown !== undefined)('is not claimed where only deployment knows the value', () => {
        const template = replaced(wrong, path, { Ref: 'Unknown' });
        const parameters = { ...(template.Parameters as Json | undefined), Unknown: { Type: 'String' } };
        expect(findingsOf(rule, { ...template, Parameters: parameters }, around, assumptions)).toEqual([]);
      });
    });

    test('has a page of its own', async () => {
      await expect(pageOf(rule, cases)).toMatchFileSnapshot(`../../../docs/checks/${rule.id}.md`);
    });
  });
}

/** What a rule finds in a template, and in what is around it. */
export function findingsOf(
  rule: CheckRule,
  template: Json,
  around?: Around,
  assumptions = Assumptions.DEFAULT,
): readonly Finding[] {
  return check(modelOf(template, around), { assumptions, from: FROM, rules: [rule] }).findings;
}

function modelOf(template: Json, around: Around | undefined) {
  if (!around) return readFrom({ 'app.json': template }, [{ kind: 'template', path: 'app.json' }]);
  const places = Object.entries({ [around.at]: template, ...around.beside });
  return readStacks(
    Object.fromEntries(
      places.map(([place, program], index) => [index === 0 ? 'App' : `Beside${index}`, [place, templateOf(program)]]),
    ),
  );
}

function templateOf(program: Json): Json {
  return 'Resources' in program ? program : { Resources: program };
}

function stepsOf(at: RuleCase['at']): Step[] {
  if (typeof at !== 'string') return [...at];
  return at.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function valueAt(value: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<Step, unknown> | undefined)?.[step], value);
}

function replaced(value: Json, path: readonly Step[], by: unknown): Json {
  const copy = structuredClone(value) as Record<Step, unknown>;
  const parent = valueAt(copy, path.slice(0, -1)) as Record<Step, unknown> | unknown[];
  const last = path.at(-1) as Step;
  if (by !== LEFT_OUT) (parent as Record<Step, unknown>)[last] = by;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

function pageOf(rule: CheckRule, cases: readonly RuleCase[]): string {
  const doubt = {
    documented: '',
    conflicting: ' Its sources contradict each other.',
    uncertain: ' It is inferred, AWS does not document it.',
  };
  const examples = cases.flatMap(({ title, wrong, at, right, around, assumptions }) => {
    const path = stepsOf(at);
    const template = templateOf(wrong);
    return [
      `## ${title.charAt(0).toUpperCase()}${title.slice(1)}`,
      '',
      around ? `Wrong, deployed to ${placeWords(around.at)}:` : 'Wrong:',
      '',
      yaml(template),
      ...Object.entries(around?.beside ?? {}).flatMap(([place, program]) => [
        '',
        `Deployed to ${placeWords(place)}:`,
        '',
        yaml(templateOf(program)),
      ]),
      '',
      ...findingsOf(rule, template, around, assumptions).map(({ message, fix }) => `> ${message}; ${fix}`),
      '',
      right === LEFT_OUT ? `Right without \`${path.join('.')}\`.` : `Right with \`${path.join('.')}\`:`,
      '',
      ...(right === LEFT_OUT ? [] : [yaml(right), '']),
    ];
  });
  return [
    '<!-- Written by the tests of the rule. -->',
    `# ${rule.id}`,
    '',
    `${rule.title}.`,
    '',
    `${rule.why}`,
    '',
    `**Severity:** ${rule.severity}.${doubt[rule.certainty]} **Source:** <${rule.source}>`,
    '',
    `Acknowledge it as \`Strongroom::${rule.id}\`.`,
    '',
    ...examples,
  ].join('\n');
}

function placeWords(place: string): string {
  const [account, region] = place.split('/');
  return `${region} in account ${account}`;
}

function yaml(value: unknown): string {
  return `\`\`\`yaml\n${stringify(shortened(value), { lineWidth: 0 }).trimEnd()}\n\`\`\``;
}

/** A value as it is shown, without what is merely more of the same. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length > 200 ? `${value.slice(0, 40)}… (${value.length} characters)` : value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, shortened(inner)]);
  const shown = entries.length > 20 ? entries.slice(0, 2) : entries;
  const more = entries.length - shown.length;
  if (Array.isArray(value)) return [...shown.map(([, inner]) => inner), ...(more > 0 ? [`… and ${more} more`] : [])];
  return Object.fromEntries([...shown, ...(more > 0 ? [['…', `and ${more} more`]] : [])]);
}
