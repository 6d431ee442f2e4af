import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check';
import type { Finding } from '../../../src/check/finding';
import { CHECK_RULES } from '../../../src/check/rules';
import { Assumptions } from '../../../src/read/assumptions/assumptions';
import { readModel } from '../../../src/read/read-model';
import { appOf, type Snippet, snippets } from './snippets';

/** Sunday, 15 November 2026. */
const FROM = Date.UTC(2026, 10, 15);

const INTRODUCTION = `# What the checks say of the official examples

These are the programs on the page of \`aws-cdk-lib/aws-backup\` that comes with the library. Each is run with the official
library and checked, in a stack of its own. A plan that the page leaves without rules or without a selection gets one daily
rule, or a selection by a tag.

No program has an error or a warning. What follows is worth knowing, and is what a reader of the page should hear: it says
nothing of these. This page is written by a test, and changes with the library and with the checks.
`;

/** The page is that of the library as it is installed for development; a newer one may have other programs. */
const [LIBRARY, OURS] = ['aws-cdk-lib/package.json', '../../../package.json'].map((file) => {
  const { name, version, devDependencies } = createRequire(import.meta.url)(file);
  return name === 'aws-cdk-lib' ? version : devDependencies['aws-cdk-lib'];
});

const SNIPPETS = snippets();

function findingsIn(snippet: Snippet): readonly Finding[] {
  const { directory } = appOf(snippet).synth();
  const model = readModel([{ kind: 'assembly', path: directory }], (path) => readFileSync(path, 'utf8'));
  return check(model, { assumptions: Assumptions.DEFAULT, from: FROM, rules: CHECK_RULES }).findings;
}

/** What one rule says of all programs. */
function chapter(id: string, names: readonly string[]): string {
  const rule = CHECK_RULES.find((each) => each.id === id);
  const programs = [...new Set(names)].join(', ').replaceAll(/(\d+), \D+ (?=\d)/g, '$1, ');
  return `\n## [${id}](checks/${id}.md)\n\n${rule?.title}. ${rule?.why}\n\nTold of: ${programs}.\n\nSource: <${rule?.source}>\n`;
}

describe("the programs of the official library's documentation", () => {
  const found = SNIPPETS.map((snippet) => ({ snippet, findings: findingsIn(snippet) }));

  test('are all there', () => {
    expect(SNIPPETS.length).toBeGreaterThanOrEqual(16);
  });

  test.each(found.map(({ snippet, findings }) => [snippet.name, findings] as const))(
    '%s has no error and no warning',
    (_, findings) => {
      expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    },
  );

  test('would be told of a mistake', () => {
    const copying = SNIPPETS.find(({ code }) => code.includes('deleteAfter: Duration.days(120)'));
    const code = `${copying?.code}`.replace('days(120)', 'days(40_000)');
    const told = findingsIn({ name: 'wrong', code }).map(({ severity, rule }) => `${severity} ${rule}`);
    expect(told).toContain('error retention');
  });

  test.runIf(LIBRARY === OURS)('are told what docs/official-examples.md lists', async () => {
    const told = found.flatMap(({ snippet, findings }) => findings.map(({ rule }) => ({ rule, name: snippet.name })));
    const ids = [...new Set(told.map(({ rule }) => rule))].sort();
    const chapters = ids.map((id) => {
      const names = told.flatMap(({ rule, name }) => (rule === id ? [name] : []));
      return chapter(id, names);
    });
    await expect(`${INTRODUCTION}${chapters.join('')}`).toMatchFileSnapshot('../../../docs/official-examples.md');
  });
});
