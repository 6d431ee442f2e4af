import { expect, test } from 'vitest';
import { readAssumptions } from '../../src/read/assumptions/parse';
import { ASSUMPTION_IDS } from '../../src/read/assumptions/registry';
import { assumptionsStarter } from '../../src/report/assumptions-starter';

const starter = assumptionsStarter();

test('a starter file says nothing', () => {
  expect(readAssumptions('a.yaml', () => starter, true).said).toEqual({});
});

test('a starter file says everything that can be said once its comments are taken away', () => {
  const said = starter.replace(/^# (?!yaml-language-server)/gm, '');
  expect(Object.keys(readAssumptions('a.yaml', () => said, true).said)).toEqual(ASSUMPTION_IDS);
});

test('a starter file fits a page', async () => {
  const [schema = '', ...lines] = starter.split('\n');
  expect(schema).toMatch(/^# yaml-language-server: /);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  await expect(starter).toMatchFileSnapshot('../golden/assumptions-starter.yaml');
});
