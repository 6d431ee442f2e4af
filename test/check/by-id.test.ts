import { describe, expect, test } from 'vitest';
import { ById } from '../../src/check/by-id';
import { addTo, madeOnce } from '../../src/check/lists';

const id = (stack: string, logicalId: string) => ({ stack, logicalId });

describe('something of each resource', () => {
  test('is told apart by stack and by logical id', () => {
    const byId = ById.of([
      { ...id('A', 'Vault'), name: 'one' },
      { ...id('B', 'Vault'), name: 'two' },
      { ...id('A', 'Plan'), name: 'three' },
    ]);
    expect([id('A', 'Vault'), id('B', 'Vault'), id('A', 'Plan')].map((each) => byId.get(each)?.name)).toEqual([
      'one',
      'two',
      'three',
    ]);
    expect([id('B', 'Plan'), id('C', 'Vault'), id('', 'AVault')].map((each) => byId.get(each))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('is the last that was set', () => {
    const byId = new ById<number>();
    byId.set(id('A', 'Vault'), 1);
    byId.set(id('A', 'Vault'), 2);
    expect(byId.get(id('A', 'Vault'))).toBe(2);
  });

  test('is made where there is none, once', () => {
    const byId = new ById<string[]>();
    for (const text of ['a', 'b']) byId.getOr(id('A', 'Vault'), () => []).push(text);
    expect(byId.get(id('A', 'Vault'))).toEqual(['a', 'b']);
  });
});

describe('lists by key', () => {
  test('begin with the first item, and grow', () => {
    const lists = new Map<string, number[]>();
    for (const [key, item] of [
      ['a', 1],
      ['b', 2],
      ['a', 3],
    ] as const)
      addTo(lists, key, item);
    expect([...lists]).toEqual([
      ['a', [1, 3]],
      ['b', [2]],
    ]);
  });

  test('what is made for a key is made once', () => {
    const made = new Map<string, { readonly by: number }>();
    const first = madeOnce(made, 'a', () => ({ by: 1 }));
    expect(madeOnce(made, 'a', () => ({ by: 2 }))).toBe(first);
    expect(madeOnce(made, 'b', () => ({ by: 3 }))).toEqual({ by: 3 });
  });
});
