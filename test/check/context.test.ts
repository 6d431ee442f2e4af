import { describe, expect, test } from 'vitest';
import { CheckContext, mayCoexist } from '../../src/check/context';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import type { VaultReference, When } from '../../src/read/model';
import type { Hole, Piece, Unknown } from '../../src/read/told';
import { NOWHERE, readStacks } from '../read/stacks';
import { contextOf } from './contexts';

const named = (BackupVaultName: string) => ({ Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName } });
const vaults = (...names: readonly string[]) => ({
  Resources: Object.fromEntries(names.map((name, index) => [`${name}${index}`, named(name)])),
});
const contextOfStacks = (stacks: Parameters<typeof readStacks>[0]) =>
  new CheckContext(readStacks(stacks), Assumptions.DEFAULT.leaning(), 0);

describe('a reference leads to', () => {
  const context = contextOfStacks({
    Here: ['111122223333/eu-central-1', vaults('ledger', 'twin', 'twin')],
    Beside: ['111122223333/eu-central-1', vaults('archive')],
    Region: ['111122223333/eu-west-1', vaults('ledger', 'remote')],
    Account: ['444455556666/eu-central-1', vaults('ledger', 'theirs')],
    Lost: [NOWHERE, vaults('lost')],
    Lost2: [NOWHERE, vaults('lost2')],
    Account1: ['111122223333/unknown-region', vaults('account1')],
    Account2: ['111122223333/unknown-region', vaults('account2')],
    Region1: ['unknown-account/eu-central-1', vaults('region1')],
    Region2: ['unknown-account/eu-central-1', vaults('region2')],
  });
  const id = (stack: string, logicalId: string) => ({ stack, logicalId, type: 'AWS::Backup::BackupVault' });
  const told = (...pieces: readonly Piece[]): Unknown => ({ unknown: '…', pieces });
  const hole = (kind: Hole['kind'], stack: string): Hole => ({ hole: 'AWS::Region', kind, stack });
  const declared = id('Here', 'ledger0');
  const PLACE = { region: 'eu-central-1', account: '111122223333' };

  test.each<[string, VaultReference | undefined, from: string, to: string | undefined]>([
    ['the vault of that name', { name: 'ledger' }, 'Here', 'Here'],
    ['the vault of that name in another stack of the same place', { name: 'archive' }, 'Here', 'Beside'],
    ['no vault of another Region by its name alone', { name: 'remote' }, 'Here', undefined],
    ['no vault of another account by its name alone', { name: 'theirs' }, 'Here', undefined],
    ['the vault of that name in the Region', { name: 'ledger', region: 'eu-west-1' }, 'Here', 'Region'],
    ['the vault of that name in the account', { name: 'ledger', account: '444455556666' }, 'Here', 'Account'],
    ['none by the place of another', { name: 'remote', account: '444455556666' }, 'Here', undefined],
    ['none of two of that name', { name: 'twin' }, 'Here', undefined],
    ['none where nobody knows the name', { name: told() }, 'Here', undefined],
    ['none where nobody knows the Region', { name: 'ledger', region: told() }, 'Here', undefined],
    ['none where nobody knows the account', { name: 'ledger', account: told() }, 'Here', undefined],
    ['none that is nowhere', { name: 'lost' }, 'Here', undefined],
    ['the vault of the same stack, wherever that is', { name: 'lost' }, 'Lost', 'Lost'],
    ['none of a Region where the stack may not be', { name: 'lost', region: 'eu-west-1' }, 'Lost', undefined],
    ['none of an account where the stack may not be', { name: 'lost', account: '1' }, 'Lost', undefined],
    ['none of a stack that may be in another account', { name: 'region1' }, 'Here', undefined],
    ['none of a stack that may be in another Region', { name: 'account1' }, 'Here', undefined],
    ['none from a stack that may be in another account', { name: 'archive' }, 'Region1', undefined],
    ['none of two stacks that may be in two accounts', { name: 'region2' }, 'Region1', undefined],
    ['none of two stacks that may be in two Regions', { name: 'account2' }, 'Account1', undefined],
    ['none of two stacks that may be anywhere', { name: 'lost2' }, 'Lost', undefined],
    ['none from a stack that was not read', { name: 'ledger' }, 'Unread', undefined],
    ['nothing', undefined, 'Here', undefined],

    ['the vault that is declared', { name: told(), declared }, 'Region', 'Here'],
    ['the vault that is declared, in its place', { name: told(), declared, ...PLACE }, 'Region', 'Here'],
    ['its namesake in another Region', { name: 'ledger', declared, region: 'eu-west-1' }, 'Here', 'Region'],
    ['its namesake in another account', { name: 'ledger', declared, account: '444455556666' }, 'Here', 'Account'],
    [
      'the vault in the Region of its own stack',
      { name: told(), declared, region: told(hole('pseudoParameter', 'Here')) },
      'Region',
      'Here',
    ],
    [
      'none in the Region of another stack',
      { name: 'ledger', declared, region: told(hole('pseudoParameter', 'Region')) },
      'Here',
      undefined,
    ],
    [
      'none in a Region that a parameter tells',
      { name: 'ledger', declared, region: told(hole('parameter', 'Here')) },
      'Here',
      undefined,
    ],
    [
      'none in a Region of which only a part is told',
      { name: 'ledger', declared, region: told(hole('pseudoParameter', 'Here'), '-1') },
      'Here',
      undefined,
    ],
    [
      'none in a Region that begins with words',
      { name: 'ledger', declared, region: told('eu-', hole('pseudoParameter', 'Here')) },
      'Here',
      undefined,
    ],
  ])('%s', (_, reference, from, to) => {
    expect(context.vaultOf(reference, id(from, 'Plan'))?.stack).toBe(to);
  });
});

describe('a property', () => {
  const context = contextOf({});
  const note = (property: string) => ({ stack: 'app.json', logicalId: 'Vault', property, says: 'was not read' });
  const reads = (unread: readonly string[], property: string): [boolean, boolean] => {
    const model = { ...context.model, notes: unread.map(note) };
    const asked = new CheckContext(model, Assumptions.DEFAULT.leaning(), 0);
    const vault = { stack: 'app.json', logicalId: 'Vault', type: '' };
    return [asked.isRead(vault, property), asked.isWhollyRead(vault, property)];
  };

  test.each<[string, readonly string[], read: boolean, wholly: boolean]>([
    ['where nothing was left out', [], true, true],
    ['where another was left out', ['Lock.Max'], true, true],
    ['where one of a like name was left out', ['Locks', 'Lock.Minimum', 'Lock.Mini.A', 'Loc'], true, true],
    ['where it was left out itself', ['Lock.Min'], false, false],
    ['where that around it was left out', ['Lock'], false, false],
    ['where the whole resource was left out', [''], false, false],
    ['where a member was left out', ['Lock.Min[2]'], false, false],
    ['where something in it was left out', ['Lock.Min.Days'], true, false],
    ['where something in it was left out, among others', ['Other', 'Lock.Min.Days', 'Lock.Max'], true, false],
    ['where something as long was left out', ['Both.All.Days', 'Both.All[1]'], true, true],
  ])('%s', (_, unread, isRead, isWhollyRead) => {
    expect(reads(unread, 'Lock.Min')).toEqual([isRead, isWhollyRead]);
  });

  test('is not read where a note names no property', () => {
    const notes = [{ stack: 'app.json', logicalId: 'Vault', says: 'was not read' }];
    const asked = new CheckContext({ ...context.model, notes }, Assumptions.DEFAULT.leaning(), 0);
    expect(asked.isRead({ stack: 'app.json', logicalId: 'Vault', type: '' }, 'Lock')).toBe(false);
    expect(asked.isRead({ stack: 'app.json', logicalId: 'Other', type: '' }, 'Lock')).toBe(true);
  });
});

describe('two parts', () => {
  const A: When = { condition: 'A', holds: true };
  const notA: When = { condition: 'A', holds: false };
  const B: When = { condition: 'B', holds: false };

  test.each<[string, When[] | undefined, When[] | undefined, boolean]>([
    ['without conditions', undefined, undefined, true],
    ['of which one has a condition', [A], undefined, true],
    ['of one condition', [A], [A], true],
    ['of two conditions', [A], [B], true],
    ['of a condition and its opposite', [A], [notA], false],
    ['of a condition and its opposite, among others', [B, A], [B, notA], false],
  ])('%s, may be there at once, or not', (_, one, other, expected) => {
    const [a, b] = [one, other].map((when) => (when ? { when } : {}));
    expect([mayCoexist(a ?? {}, b ?? {}), mayCoexist(b ?? {}, a ?? {})]).toEqual([expected, expected]);
  });
});
