import { describe, expect, test } from 'vitest';
import { CheckContext } from '../../src/check/context';
import { isWhole } from '../../src/check/whole';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import { readTemplate } from '../read/reading';

const Vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders' } };
const NEVER = { Never: { 'Fn::Equals': ['a', 'b'] } };

function whole(template: object): boolean {
  const model = readTemplate(template);
  expect(model.notes).not.toEqual([]);
  return isWhole(new CheckContext(model, Assumptions.DEFAULT.leaning(), 0));
}

describe('templates are read as a whole', () => {
  test.each([
    [
      'where a condition leaves a resource out',
      { Conditions: NEVER, Resources: { Vault: { ...Vault, Condition: 'Never' } } },
    ],
    [
      'where an acknowledgement has no reason',
      { Resources: { Vault: { ...Vault, Metadata: { Strongroom: { acknowledge: { 'default-vault': '' } } } } } },
    ],
    ['where a property was not read', { Resources: { Vault: { ...Vault, Properties: { BackupVaultName: [1] } } } }],
  ])('%s', (_, template) => {
    expect(whole(template)).toBe(true);
  });

  test.each([
    ['a macro runs in the account alone', { Transform: 'Ours', Resources: { Vault } }],
    ['a resource has no type', { Resources: { Vault, Other: {} } }],
  ])('or not, where %s', (_, template) => {
    expect(whole(template)).toBe(false);
  });
});
