import { describe, expect, test } from 'vitest';
import { areDifferentVaults, isSameVault } from '../../src/check/vault-identity';
import type { VaultReference } from '../../src/read/model';
import { contextOf } from './contexts';

const UNKNOWN = { unknown: 'Name', pieces: [] };
const id = (logicalId: string) => ({ stack: 'app.json', logicalId, type: 'AWS::Backup::BackupVault' });
const vault = (BackupVaultName: unknown) => ({ Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName } });
const context = contextOf({ A: vault('a'), B: vault('b'), C: vault({ Ref: 'AWS::StackName' }) });
const from = { ...id('Plan'), type: 'AWS::Backup::BackupPlan' };
const A: VaultReference = { name: 'a', declared: id('A') };
const B: VaultReference = { name: 'b', declared: id('B') };
const C: VaultReference = { name: UNKNOWN, declared: id('C') };

describe('two vaults', () => {
  test.each<[string, VaultReference, VaultReference, 'same' | 'different' | 'unknown']>([
    ['a declared one and itself', A, A, 'same'],
    ['a declared one and its name', A, { name: 'a' }, 'same'],
    ['two that are declared', A, B, 'different'],
    ['two that are declared, one without a name that is known', A, C, 'different'],
    ['one without a name that is known, and itself', C, C, 'same'],
    ['one without a name that is known, and another name', C, { name: 'z' }, 'unknown'],
    ['a declared one and another name', A, { name: 'z' }, 'different'],
    ['one name', { name: 'z' }, { name: 'z' }, 'same'],
    ['two names', { name: 'y' }, { name: 'z' }, 'different'],
    ['two names that are not known', { name: UNKNOWN }, { name: UNKNOWN }, 'unknown'],
    ['a name and one that is not known', { name: 'z' }, { name: UNKNOWN }, 'unknown'],
    ['one name in two Regions', { name: 'z', region: 'a' }, { name: 'z', region: 'b' }, 'different'],
    ['one name in two accounts', { name: 'z', account: '1' }, { name: 'z', account: '2' }, 'different'],
    ['one name in one Region', { name: 'z', region: 'a' }, { name: 'z', region: 'a' }, 'same'],
    ['one name here and in a Region', { name: 'z' }, { name: 'z', region: 'a' }, 'unknown'],
    ['one name here and in an account', { name: 'z', account: '1' }, { name: 'z' }, 'unknown'],
    ['one name in a Region that is not known', { name: 'z', region: UNKNOWN }, { name: 'z', region: 'a' }, 'unknown'],
  ])('%s', (_, one, other, expected) => {
    for (const [a, b] of [[one, other] as const, [other, one] as const]) {
      expect(isSameVault(context, a, b, from)).toBe(expected === 'same');
      expect(areDifferentVaults(context, a, b, from)).toBe(expected === 'different');
    }
  });
});
