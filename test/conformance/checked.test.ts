import { describe, expect, test, vi } from 'vitest';
import { CHECK_RULES } from '../../src/check/rules';
import { OURS } from './libraries';
import { PROGRAMS } from './programs';
import { isRejected, synthesize } from './synthesize';

const IDS = new Set(CHECK_RULES.map(({ id }) => id));

describe('the checks that come with our constructs', () => {
  test('speak of these named programs, and of no other', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const lines = Object.entries(PROGRAMS).flatMap(([group, programs]) =>
      programs.flatMap((program) => {
        const outcome = synthesize(program, OURS, { templateValidation: true, checks: true });
        const found = isRejected(outcome)
          ? []
          : outcome.findings.filter((line) => IDS.has(line.split(' ')[0] as string));
        return found.length === 0
          ? []
          : [`${group}: ${program.name}`, ...found.map((line) => `  ${line.slice(0, line.indexOf(': '))}`)];
      }),
    );
    quiet.mockRestore();
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/checked-programs.txt');
  }, 300_000);
});
