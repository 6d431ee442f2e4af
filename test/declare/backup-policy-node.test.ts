import { describe, expect, it } from 'vitest';
import { uniqueKeys } from '../../src/declare/backup-policy-node';

describe('keys made of names', () => {
  it.each<[string, string[], string[]]>([
    ['are the names where these are keys', ['team', 'cost-center_1'], ['team', 'cost-center_1']],
    ['have a line for each character that no key has', ['a b', 'c:d/e'], ['a_b', 'c_d_e']],
    ['are a line where the name is empty', [''], ['_']],
    ['are numbered where they are alike', ['a b', 'a_b', 'a:b', 'a/b'], ['a_b', 'a_b_2', 'a_b_3', 'a_b_4']],
    ['leave out a number that is taken', ['a b', 'a_b_2', 'a:b', 'a/b'], ['a_b', 'a_b_2', 'a_b_3', 'a_b_4']],
  ])('%s', (_, names, keys) => {
    expect(uniqueKeys(names)).toEqual(keys);
  });
});
