import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../../src/check/check';
import type { Finding } from '../../../src/check/finding';
import { CHECK_RULES } from '../../../src/check/rules';
import { Assumptions } from '../../../src/read/assumptions/assumptions';
import { readFrom } from '../../read/reading';

/** What is said of a faulty program that somebody posted, in the metadata of its template. */
interface Posted {
  readonly source: string;
  readonly wrong: string;
  /** The rule that finds it, or `none`. */
  readonly rule: string;
  /** What else is found that is more than worth knowing. */
  readonly besides: readonly string[];
  /** The account and the Region in which it was deployed, where the mistake hangs on that. */
  readonly at?: string;
}

/** Sunday, 15 November 2026. */
const FROM = Date.UTC(2026, 10, 15);

const PROGRAMS = readdirSync(__dirname)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => {
    const text = readFileSync(join(__dirname, file), 'utf8');
    return {
      name: file.replace('.yaml', ''),
      text,
      posted: parse(text, { logLevel: 'silent' }).Metadata.Posted as Posted,
    };
  });

function findingsIn(text: string, { at }: Posted): readonly Finding[] {
  const model = readFrom({ 'posted.yaml': text }, [{ kind: 'template', path: 'posted.yaml' }]);
  const [account, region] = at?.split('/') ?? [];
  const stacks = model.stacks.map((stack) => ({ ...stack, ...(account && { account }), ...(region && { region }) }));
  return check({ ...model, stacks }, { assumptions: Assumptions.DEFAULT, from: FROM, rules: CHECK_RULES }).findings;
}

describe('the faulty programs that people post', () => {
  test.each(PROGRAMS.map((program) => [program.name, program] as const))('%s', (_, { text, posted }) => {
    const findings = findingsIn(text, posted);
    const grave = findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
    const { rule, besides } = posted;
    if (rule !== 'none') expect(findings.map((finding) => finding.rule)).toContain(rule);
    expect([...new Set(grave)].filter((id) => id !== rule).sort()).toEqual([...besides].sort());
  });

  test('are found, all but those that README.md lists', () => {
    const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
    const listed = [...readme.matchAll(/^- `([\w-]+)`:/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(
      PROGRAMS.filter(({ posted }) => posted.rule === 'none')
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('say where they were posted', () => {
    for (const { posted } of PROGRAMS) expect(posted.source).toMatch(/^https:\/\/(github\.com|repost\.aws)\/\S+$/);
  });
});
