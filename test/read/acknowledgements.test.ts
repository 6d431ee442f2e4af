import { describe, expect, test } from 'vitest';
import { readAssembly, readResources, readTemplate } from './reading';

const VAULT = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'ledger' } };
const says = (acknowledge: unknown) => ({ Metadata: { Strongroom: { acknowledge } } });

describe('what templates acknowledge', () => {
  test('is read from the metadata of a resource, with or without the namespace', () => {
    const { vaults } = readResources({ Vault: { ...VAULT, ...says({ 'a-b': 'one', 'Strongroom::c': 'two' }) } });
    expect(vaults[0]?.acknowledged).toEqual([
      { rule: 'a-b', reason: 'one' },
      { rule: 'c', reason: 'two' },
    ]);
  });

  test('is read from the metadata of the template, for all of its resources', () => {
    const resources = { A: VAULT, B: { ...VAULT, ...says({ a: 'nearer' }) } };
    const { vaults, stacks } = readTemplate({ ...says({ a: 'far', b: 'all' }), Resources: resources });
    expect(vaults.map(({ acknowledged }) => acknowledged)).toEqual([
      [
        { rule: 'a', reason: 'far' },
        { rule: 'b', reason: 'all' },
      ],
      [
        { rule: 'a', reason: 'nearer' },
        { rule: 'b', reason: 'all' },
      ],
    ]);
    expect(stacks[0]?.acknowledged).toEqual(vaults[0]?.acknowledged);
  });

  test('is absent where nothing is acknowledged', () => {
    const { vaults, stacks } = readResources({ Vault: VAULT });
    expect(vaults[0]).not.toHaveProperty('acknowledged');
    expect(stacks[0]).not.toHaveProperty('acknowledged');
  });

  test.each([
    [{ a: '' }, 'a is acknowledged without a reason in words, so it is not'],
    [{ a: ' ' }, 'a is acknowledged without a reason in words, so it is not'],
    [{ a: true }, 'a is acknowledged without a reason in words, so it is not'],
    [['a'], 'acknowledge takes an object of rule ids, each with its reason, so nothing is acknowledged'],
  ])('%j is told and does nothing', (acknowledge, note) => {
    const { vaults, notes } = readResources({ Vault: { ...VAULT, ...says(acknowledge) } });
    expect(vaults[0]).not.toHaveProperty('acknowledged');
    expect(notes).toEqual([{ stack: 'app.json', logicalId: 'Vault', says: note, hidesNothing: true }]);
    const ofTemplate = readTemplate({ ...says(acknowledge), Resources: {} }).notes;
    expect(ofTemplate).toEqual([{ stack: 'app.json', says: note, hidesNothing: true }]);
  });

  test('is told where it is more than there are rules', () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`r${index}`, 'why']));
    expect(readResources({ Vault: { ...VAULT, ...says(many(500)) } }).notes).toEqual([]);
    const { vaults, notes } = readResources({ Vault: { ...VAULT, ...says(many(501)) } });
    expect(vaults[0]?.acknowledged).toHaveLength(500);
    expect(notes.map((note) => note.says)).toEqual([
      'more than 500 rules are acknowledged here, so the rest of them are not',
    ]);
  });
});

describe('what CDK apps acknowledge', () => {
  const entry = (id: string, reason: unknown = 'why') => ({
    type: 'aws:cdk:acknowledged-rules',
    data: { [id]: reason },
  });
  const id = (logicalId: string) => ({ type: 'aws:cdk:logicalId', data: logicalId });
  const read = (metadata: object) =>
    readAssembly({
      'manifest.json': {
        artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile: 's.json' }, metadata } },
      },
      's.json': { Resources: { A: VAULT, B: VAULT } },
    });

  test('is read from the construct, from those around it, and from the stack', () => {
    const { vaults, stacks } = read({
      '/S': [entry('Strongroom::of-stack')],
      '/S/One': [
        entry('Strongroom::of-construct'),
        entry('annotation::x'),
        { ...entry('Strongroom::y'), type: 'other' },
      ],
      '/S/One/Resource': [id('A'), entry('Strongroom::of-resource', 7)],
      '/S/OneMore/Resource': [id('B')],
    });
    expect(vaults.map(({ acknowledged }) => acknowledged)).toEqual([
      [
        { rule: 'of-resource', reason: '' },
        { rule: 'of-construct', reason: 'why' },
        { rule: 'of-stack', reason: 'why' },
      ],
      [{ rule: 'of-stack', reason: 'why' }],
    ]);
    expect(stacks[0]?.acknowledged).toEqual([{ rule: 'of-stack', reason: 'why' }]);
  });

  test('is absent where nothing is acknowledged', () => {
    const { vaults } = read({ '/S/One/Resource': [id('A')], '/S/Two': 'odd' });
    expect(vaults[0]).not.toHaveProperty('acknowledged');
  });
});
