import { describe, expect, test } from 'vitest';
import { parseAssumptions } from '../../src/read/assumptions/parse';
import { ASSUMPTION_IDS, SWITCHES, type SwitchId } from '../../src/read/assumptions/registry';
import { assumptionsText } from '../../src/report/assumptions-text';

const PAGE = { width: 100, colour: false };

describe('the assumptions of a result', () => {
  test('are said with their value, who says so, and the command that confirms it', () => {
    const leaning = parseAssumptions('a.yaml', { 'opt-in': { 'eu-central-1': { S3: false } } }).leaning();
    leaning.optIn('S3', { region: 'eu-central-1' });
    leaning.optIn('EFS', { region: 'eu-central-1' });
    leaning.optIn('S3', {});
    leaning.value('shared-environment');
    expect(assumptionsText(leaning.answers, PAGE)).toBe(`
This leans on assumptions
  opt-in: Which resource types AWS Backup may back up in an account and Region
    S3 in eu-central-1: off
    EFS in eu-central-1: on (by default)
    S3 in a Region that is not known: unknown (it differs by account or Region)
    aws backup describe-region-settings --region REGION --query ResourceTypeOptInPreference
  shared-environment: Whether stacks that name neither account nor Region are deployed to the same
  ones
    true (by default)
    aws cloudformation describe-stacks --stack-name STACK --query 'Stacks[0].StackId'
`);
  });

  test('are unknown with --strict, and the file is said to be silent', () => {
    const leaning = parseAssumptions('a.yaml', {}, true).leaning();
    leaning.value('cross-account-backup');
    expect(assumptionsText(leaning.answers, PAGE)).toContain('unknown (with --strict, because the file does not say)');
  });

  test('are counted from the sixth thing on that one of them is about', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const parameters = { '*': Object.fromEntries(names.map((name) => [name, name.toLowerCase()])) };
    const leaning = parseAssumptions('a.yaml', { parameters }).leaning();
    for (const name of names) leaning.parameter({ name: 'App', template: 'app.json' }, name);
    const text = assumptionsText(leaning.answers, PAGE);
    expect(text).toContain("    E of App: 'e'\n    and 2 more\n");
    expect(text).not.toContain('F of App');
  });

  test('stay within the page, each command on a line of its own', () => {
    const leaning = parseAssumptions('a.yaml', {}).leaning();
    for (const id of Object.keys(SWITCHES) as SwitchId[]) leaning.value(id);
    leaning.optIn('SAP HANA on Amazon EC2', { account: '111122223333', region: 'eu-central-1' });
    leaning.plansElsewhere({});
    leaning.stackTags({ name: 'x'.repeat(300), template: 'y' });
    const lines = assumptionsText(leaning.answers, PAGE).split('\n');
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(100);
    const commands = lines.filter((line) => line.startsWith('    aws '));
    expect(commands.length).toBeGreaterThan(ASSUMPTION_IDS.length - 5);
  });

  test('are not spoken of where there are none', () => {
    expect(assumptionsText([], PAGE)).toBe('');
  });
});
