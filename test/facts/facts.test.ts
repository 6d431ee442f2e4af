import { describe, expect, it } from 'vitest';
import { CHECK_RULES } from '../../src/check/rules';
import type { ValueRule } from '../../src/service/value-rule';
import type { Fact } from './fact';
import { CHECKS_WITHOUT_FACT, SECTIONS } from './facts';

const FACTS: readonly Fact[] = SECTIONS.flatMap(({ facts }) => facts);
/** Of ten solid facts that a template can go against, at most one may be without a rule. */
const EXCUSED_PART = 0.1;

const modules = import.meta.glob<Record<string, unknown>>('../../src/service/**/*.ts', { eager: true });
const pages = new Set(Object.keys(import.meta.glob('../../docs/checks/*.md')).map((path) => path.split('/').at(-1)));

const checks = new Set(CHECK_RULES.map(({ id }) => id));
/** Every value rule that the service exports, found rather than listed. */
const values = new Set(
  Object.values(modules)
    .flatMap((module) => Object.values(module))
    .filter((value): value is ValueRule<never> => typeof value === 'function' && 'facts' in value)
    .map(({ facts }) => facts.id),
);

const named = FACTS.flatMap((fact) => ('held' in fact ? fact.held : []));
const solid = FACTS.filter(({ certainty }) => certainty === 'S');
const breakable = solid.filter((fact) => !('cannot' in fact));
const excused = breakable.filter((fact) => 'excused' in fact);

describe('the facts', () => {
  it('each have an id of their section, numbered from 1 on', () => {
    for (const { id, facts } of SECTIONS)
      expect(facts.map((fact) => fact.id)).toEqual(facts.map((_, index) => `${id}-${index + 1}`));
  });

  it('are one short sentence each, with a page that can be opened', () => {
    for (const { says, source } of FACTS) {
      expect(says).toMatch(/^[A-Za-z].*[^.\s]$/);
      expect(source).toMatch(/^https:\/\/\S+$/);
    }
  });

  it('name only rules that are there', () => {
    expect(named.filter((id) => !checks.has(id) && !values.has(id))).toEqual([]);
  });

  it('are each held by a rule, or say why not', () => {
    for (const fact of FACTS) {
      if ('held' in fact) expect(fact.held, fact.id).not.toEqual([]);
      else expect('cannot' in fact ? fact.cannot : fact.excused, fact.id).toMatch(/^\w.*\w$/);
    }
  });

  it('are behind every check, or it is said why not', () => {
    const behind = new Set(named);
    const without = CHECK_RULES.map(({ id }) => id).filter((id) => !behind.has(id));
    expect(without.sort()).toEqual(Object.keys(CHECKS_WITHOUT_FACT).sort());
  });

  it('are without a rule in at most one of ten, of those that are solid and that a template can go against', () => {
    expect(excused.length / breakable.length).toBeLessThanOrEqual(EXCUSED_PART);
  });

  it('are all held where data would be lost', () => {
    expect(FACTS.filter((fact) => fact.losesData && 'excused' in fact && fact.certainty === 'S')).toEqual([]);
  });

  it('stand in the documentation, with the rule that holds them', async () => {
    await expect(documentation()).toMatchFileSnapshot('../../docs/facts.md');
  });
});

function documentation(): string {
  const onlyInPrograms = breakable.filter((fact) => 'held' in fact && !fact.held.some((id) => checks.has(id)));
  const sections = SECTIONS.map(({ id, title, facts }) =>
    [
      `## ${id}. ${title}`,
      '',
      '| id | fact | sources | held by, or why not |',
      '|---|---|---|---|',
      ...facts.map(
        (fact) =>
          `| ${fact.id} | ${cell(`${fact.says} ([source](${fact.source}))`)} | ${SURENESS[fact.certainty]} | ${cell(answer(fact))} |`,
      ),
    ].join('\n'),
  );
  return `# Facts about AWS Backup, and the rules that hold them

What this library knows of AWS Backup, a fact a line, and what finds a template that goes against it: a check of \`strongroom check\`
([checks](checks/)), or a [value rule](value-rules.md), by which the constructs judge a program too. A fact that no template can go against says why.

| | |
|---|---|
| facts | ${FACTS.length} |
| of them solid: a primary source says so | ${solid.length} |
| solid, and a template can go against them | ${breakable.length} |
| of these held by a rule | ${breakable.length - excused.length} |
| held by the constructs alone, not in templates | ${onlyInPrograms.length} |
| excused: nothing finds it yet | ${excused.length} |

Of the facts that a template can go against at most one in ten is excused, and none by which data is lost. Where sources contradict each
other, or the fact is inferred, rules warn and say so. The tests write this page.

${sections.join('\n\n')}

## Checks without a fact

${Object.entries(CHECKS_WITHOUT_FACT)
  .map(([id, why]) => `- ${link(id)}: ${why}.`)
  .join('\n')}
`;
}

const SURENESS = { S: 'solid', C: 'contradict each other', U: 'inferred' } as const;

function answer(fact: Fact): string {
  if ('held' in fact) return fact.held.map(link).join(', ');
  return 'cannot' in fact ? `no template can: ${fact.cannot}` : `**excused:** ${fact.excused}`;
}

function link(id: string): string {
  const page = pages.has(`${id}.md`) ? `checks/${id}.md` : 'value-rules.md';
  return `[\`${id}\`](${page})`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
