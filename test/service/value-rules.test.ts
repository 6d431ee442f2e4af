import { describe, expect, it } from 'vitest';
import type { ValueRule } from '../../src/service/value-rule';
import { isError, valueRule } from '../../src/service/value-rule';
import { BOUNDARIES } from './boundaries/all';

const modules = import.meta.glob<Record<string, unknown>>('../../src/service/**/*.ts', { eager: true });

/** Every rule that the service exports, found rather than listed. */
const rules = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((value): value is ValueRule<never> => typeof value === 'function' && 'facts' in value);

describe('value rules', () => {
  it('each have a boundary, and only one', () => {
    expect(BOUNDARIES.map(({ facts }) => facts.id).sort()).toEqual(rules.map(({ facts }) => facts.id).sort());
  });

  it('have ids of their own, in kebab-case', () => {
    const ids = rules.map(({ facts }) => facts.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('each carry a source that can be opened', () => {
    for (const { facts } of rules)
      expect(facts.source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|github\.com)\/\S+$/);
  });

  it('are errors only where AWS documents them', () => {
    const doubtful = rules.filter(({ facts }) => facts.certainty !== 'documented').map(({ facts }) => facts.id);
    expect(doubtful.sort()).toEqual([
      'archive-opt-in',
      'completion-after-start',
      'completion-window-maximum',
      'distinct-rule-names',
      'index-action-types',
      'legal-hold-range',
      'legal-hold-selection',
      'legal-hold-wildcard',
      'lock-minimum-reachable',
      'normal-vault-beside-air-gapped',
      'notifications-sent',
      'plan-tag',
      'recovery-point-tag',
      'restore-testing-override-key',
      'restore-testing-resource-type',
      'restore-testing-selection-name-strict',
      'scan-resource-types',
      'selection-wildcard-position',
    ]);
    for (const certainty of ['documented', 'conflicting', 'uncertain'] as const) {
      const rule = valueRule<0>({ id: 'x', title: 'x', certainty, source: 'x' }, () => ({ says: 'x', fix: 'x' }));
      const problem = rule(0);
      expect(problem && isError(problem)).toBe(certainty === 'documented');
    }
  });
});

describe.each(BOUNDARIES)('$facts.id: $facts.title', ({ facts, rights, wrongs, judge }) => {
  for (const right of rights) {
    it(`takes ${show(right)}`, () => expect(judge(right)).toBeUndefined());
  }

  for (const wrong of wrongs) {
    it(`finds fault with ${show(wrong)}`, () => {
      const problem = judge(wrong);
      expect(problem?.rule).toBe(facts);
      expect(problem?.says).toMatch(/\S/);
      expect(problem?.fix).toMatch(/^[a-z'].*[^.\s]$/);
    });
  }
});

describe('the documentation of the value rules', () => {
  it('has a row for each rule, with the message for the first wrong value', async () => {
    await expect(documentation()).toMatchFileSnapshot('../../docs/value-rules.md');
  });
});

function documentation(): string {
  const rows = BOUNDARIES.map(({ facts, rights, wrongs, judge }) => {
    const wrong = wrongs[0];
    const problem = judge(wrong);
    const kind = facts.certainty === 'documented' ? 'error' : `warning (${facts.certainty})`;
    const last = rights.length > 0 ? `\`${show(rights[rights.length - 1])}\`` : 'none';
    const cells = [
      `\`${facts.id}\``,
      facts.title,
      kind,
      last,
      `\`${show(wrong)}\``,
      `${problem?.says}; ${problem?.fix}`,
      `[source](${facts.source})`,
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return `# Value rules

What a value must be, checked at the line where you write it. An **error** is thrown: AWS documents that it refuses the
value, or that the value can never work. A **warning** is raised on the construct where AWS's documentation contradicts
itself (conflicting) or says nothing (uncertain); acknowledge it with
\`Validations.of(construct).acknowledge({ id: 'Strongroom::<rule>', reason: '…' })\`. Values that only deployment knows (tokens)
are left alone.

The messages are those of the rules. Where the official library throws too, the constructs say it in that library's phrase, before or
instead of ours. The value in the column *right* is the last that is.

The tests write this page from the rules themselves.

| rule | what must hold | kind | right | wrong | message for the wrong value | source |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
