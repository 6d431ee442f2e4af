import { describe, expect, test } from 'vitest';
import { readTemplate } from './reading';

/** The name of a vault, which is any text. */
function nameOf(value: unknown, sections: object = {}) {
  const { vaults, notes } = readTemplate({
    ...sections,
    Resources: {
      Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: value } },
      Table: { Type: 'AWS::DynamoDB::Table' },
    },
  });
  return { name: vaults[0]?.name, notes };
}

const MAPPINGS = { Sizes: { prod: { days: 35, names: ['a', 'b'] } } };
const PARAMETERS = {
  Stage: { Type: 'String', Default: 'dev' },
  Zones: { Type: 'List<String>' },
  Kept: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/vault' },
};
const CONDITIONS = {
  Never: { 'Fn::Equals': ['a', 'b'] },
  Always: { 'Fn::Not': [{ Condition: 'Never' }] },
  IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
  SameParameter: { 'Fn::Equals': [{ Ref: 'Stage' }, { Ref: 'Stage' }] },
  Apart: { 'Fn::Equals': [{ 'Fn::Sub': `a-\${Stage}` }, { 'Fn::Sub': `b-\${Stage}` }] },
  Both: { 'Fn::And': [{ Condition: 'Always' }, { Condition: 'IsProd' }] },
  Neither: { 'Fn::And': [{ Condition: 'Never' }, { Condition: 'IsProd' }] },
  Either: { 'Fn::Or': [{ Condition: 'Always' }, { Condition: 'IsProd' }] },
  Circle: { 'Fn::Not': [{ Condition: 'Circle' }] },
  Broken: { 'Fn::Equals': ['a'] },
};
const ALL = { Mappings: MAPPINGS, Parameters: PARAMETERS, Conditions: CONDITIONS };

describe('a text of a template', () => {
  test.each<[what: string, value: unknown, text: string]>([
    ['words', 'Vault', 'Vault'],
    ['nothing', '', ''],
    ['a number, which CloudFormation takes for text', 35, '35'],
    ['a truth value, which CloudFormation takes for text', true, 'true'],
    ['joined words', { 'Fn::Join': ['-', ['a', 'b', 'c']] }, 'a-b-c'],
    ['joined numbers', { 'Fn::Join': ['', ['a', 1]] }, 'a1'],
    ['words within words', { 'Fn::Join': ['-', ['a', { 'Fn::Join': ['+', ['b', 'c']] }]] }, 'a-b+c'],
    ['joined words of which one is none', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::NoValue' }, 'c']] }, 'a-c'],
    ['a substitution without variables', { 'Fn::Sub': 'vault' }, 'vault'],
    ['a substitution of words', { 'Fn::Sub': [`\${a}-\${a}`, { a: 'b' }] }, 'b-b'],
    ['a substitution that escapes', { 'Fn::Sub': `a-\${!b}` }, `a-\${b}`],
    ['of a mapping', { 'Fn::FindInMap': ['Sizes', 'prod', 'days'] }, '35'],
    ['the default of a mapping', { 'Fn::FindInMap': ['Sizes', 'dev', 'days', { DefaultValue: 7 }] }, '7'],
    ['selected from a list', { 'Fn::Select': [1, ['a', 'b']] }, 'b'],
    ['selected from a mapping', { 'Fn::Select': ['0', { 'Fn::FindInMap': ['Sizes', 'prod', 'names'] }] }, 'a'],
    ['selected from a split text', { 'Fn::Select': [1, { 'Fn::Split': [',', 'a,b,c'] }] }, 'b'],
    ['joined of a split text', { 'Fn::Join': ['-', { 'Fn::Split': [',', 'a,b,c'] }] }, 'a-b-c'],
    ['what a condition that holds decides', { 'Fn::If': ['Always', 'a', 'b'] }, 'a'],
    ['what a condition that does not hold decides', { 'Fn::If': ['Never', 'a', 'b'] }, 'b'],
    ['what equal parameters decide', { 'Fn::If': ['SameParameter', 'a', 'b'] }, 'a'],
    ['what texts decide that can never be equal', { 'Fn::If': ['Apart', 'a', 'b'] }, 'b'],
    ['what one false condition of all decides', { 'Fn::If': ['Neither', 'a', 'b'] }, 'b'],
    ['what one true condition of some decides', { 'Fn::If': ['Either', 'a', 'b'] }, 'a'],
  ])('is known where it is %s', (_, value, text) => {
    expect(nameOf(value, ALL)).toEqual({ name: text, notes: [] });
  });

  test.each<[what: string, value: unknown, unknown: string, kind: string]>([
    ['a parameter', { Ref: 'Stage' }, '{Stage}', 'parameter'],
    ['a pseudo parameter', { Ref: 'AWS::Region' }, '{AWS::Region}', 'pseudoParameter'],
    ['an attribute', { 'Fn::GetAtt': ['Table', 'StreamArn'] }, '{Table.StreamArn}', 'resource'],
    ['an attribute in one text', { 'Fn::GetAtt': 'Table.Stream.Arn' }, '{Table.Stream.Arn}', 'resource'],
    ['joined with a Ref', { 'Fn::Join': ['-', ['a', { Ref: 'Table' }, 'c']] }, 'a-{Table}-c', 'resource'],
    ['a join of a list of parameters', { 'Fn::Join': ['-', { Ref: 'Zones' }] }, '{Fn::Join}', 'function'],
    ['a substitution', { 'Fn::Sub': `a-\${Stage}-\${Table.Arn}` }, 'a-{Stage}-{Table.Arn}', 'parameter'],
    ['a substitution of a Ref', { 'Fn::Sub': [`a-\${b}`, { b: { Ref: 'Table' } }] }, 'a-{Table}', 'resource'],
    ['a condition', { 'Fn::If': ['IsProd', 'a', 'b'] }, '{Fn::If IsProd}', 'condition'],
    ['conditions of which one is open', { 'Fn::If': ['Both', 'a', 'b'] }, '{Fn::If Both}', 'condition'],
    ['a condition that asks for itself', { 'Fn::If': ['Circle', 'a', 'b'] }, '{Fn::If Circle}', 'condition'],
    ['a condition of a wrong form', { 'Fn::If': ['Broken', 'a', 'b'] }, '{Fn::If Broken}', 'condition'],
    ['a condition that is not there', { 'Fn::If': ['Lost', 'a', 'b'] }, '{Fn::If Lost}', 'condition'],
    [
      'a mapping by a parameter',
      { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'days'] },
      '{Fn::FindInMap Sizes}',
      'function',
    ],
    ['selected by who knows which index', { 'Fn::Select': [{ Ref: 'Stage' }, ['a']] }, '{Fn::Select}', 'function'],
    ['selected beyond the end', { 'Fn::Select': [1, ['a']] }, '{Fn::Select}', 'function'],
    [
      'split where a hole may hold the separator',
      { 'Fn::Select': [0, { 'Fn::Split': ['-', { Ref: 'Stage' }] }] },
      '{Fn::Select}',
      'function',
    ],
    ['a parameter of another service', '{{resolve:ssm:/vault}}', '{resolve:ssm:/vault}', 'dynamicReference'],
    ['a parameter whose value another service keeps', { Ref: 'Kept' }, '{Kept}', 'dynamicReference'],
    [
      'such a one among words',
      { 'Fn::Sub': 'a-{{resolve:ssm:/vault:3}}-b' },
      'a-{resolve:ssm:/vault:3}-b',
      'dynamicReference',
    ],
    [
      'one put together of several texts',
      { 'Fn::Join': ['', ['{{resolve:ssm:', '/vault}}']] },
      '{resolve:ssm:/vault}',
      'dynamicReference',
    ],
    ['a function that nobody knows', { 'Fn::Later': 1 }, '{Fn::Later}', 'function'],
    ['a Ref to no name', { Ref: 1 }, '{Ref}', 'function'],
    ['an attribute without a name', { 'Fn::GetAtt': ['Table'] }, '{Fn::GetAtt Table}', 'function'],
  ])('is known only to deployment where it is %s', (_, value, unknown, kind) => {
    const { name, notes } = nameOf(value, ALL);
    expect(name).toMatchObject({ unknown: unknown.replaceAll('{', '$${') });
    expect(name).toHaveProperty('pieces', expect.arrayContaining([expect.objectContaining({ kind })]));
    expect(notes).toEqual([]);
  });

  test.each<[what: string, value: unknown, unknown: string]>([
    ['a Ref to nothing', { Ref: 'Lost' }, '{Lost}'],
    ['an attribute of nothing', { 'Fn::GetAtt': ['Lost', 'Arn'] }, '{Lost.Arn}'],
    ['a mapping without such keys', { 'Fn::FindInMap': ['Sizes', 'dev', 'days'] }, '{Fn::FindInMap Sizes.dev.days}'],
    ['an import that nobody exports', { 'Fn::ImportValue': 'Shared' }, '{Fn::ImportValue Shared}'],
    ['an import of who knows what', { 'Fn::ImportValue': { 'Fn::Sub': `\${Stage}-x` } }, `{Fn::ImportValue {Stage}-x}`],
    [
      'an output of a stack that was not read',
      { 'Fn::GetStackOutput': { StackName: 'Net', OutputName: 'X' } },
      '{Fn::GetStackOutput Net.X}',
    ],
    ['a branch that is missing', { 'Fn::If': ['IsProd', { Ref: 'Lost' }, 'b'] }, '{Fn::If IsProd}'],
  ])('is unresolved, and noted, where it is %s', (_, value, unknown) => {
    const { name, notes } = nameOf(value, ALL);
    expect(name).toMatchObject({ unknown: unknown.replaceAll('{', '$${') });
    expect(notes).toMatchObject([
      { logicalId: 'Vault', property: 'BackupVaultName', says: expect.stringMatching(/^nothing that was read tells /) },
    ]);
  });

  test('says the default of a parameter, without believing it', () => {
    expect(nameOf({ Ref: 'Stage' }, ALL).name).toEqual({
      unknown: `\${Stage}`,
      pieces: [{ hole: 'Stage', kind: 'parameter', default: 'dev' }],
    });
  });

  test('has both values between which a condition decides, null where there is none', () => {
    expect(nameOf({ 'Fn::If': ['IsProd', 'a', { Ref: 'AWS::NoValue' }] }, ALL).name).toEqual({
      unknown: `\${Fn::If IsProd}`,
      pieces: [{ hole: 'Fn::If IsProd', kind: 'condition', either: ['a', null] }],
    });
  });

  test.each<[string, unknown]>([
    [
      'the name in the ARN of a vault',
      { 'Fn::Select': [6, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }] }] },
    ],
    [
      'the name in the ARN of a table',
      { 'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Table', 'Arn'] }] }] },
    ],
  ])('knows %s to be what Ref gives', (_, value) => {
    expect(nameOf(value).name).toMatchObject({ pieces: [{ kind: 'resource', resource: expect.anything() }] });
  });

  test.each([
    ['null', null],
    ['a list', ['a']],
    ['an object', { a: 'b' }],
    ['a function beside something else', { Ref: 'a', b: 'c' }],
    ['an object without keys', {}],
  ])('is none, and noted, where it is %s', (_, value) => {
    const { name, notes } = nameOf(value);
    expect(name).toBeUndefined();
    expect(notes).toMatchObject([{ says: expect.stringMatching(/^text is expected here/) }]);
  });

  test('words that look like a hole are told from holes', () => {
    expect(nameOf({ 'Fn::Join': ['', [`\${a}`, { Ref: 'Table' }]] }).name).toMatchObject({
      unknown: `\${!a}\${Table}`,
    });
  });

  test('functions nested deeper than anybody writes them are left to deployment', () => {
    let value: unknown = 'a';
    for (let depth = 0; depth < 60; depth++) value = { 'Fn::Join': ['', [value]] };
    expect(nameOf(value).name).toHaveProperty('unknown');
  });

  test('conditions that lead from one to another for ever are left to deployment', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => [
      `C${index}`,
      { 'Fn::Not': [{ Condition: `C${index + 1}` }] },
    ]);
    expect(nameOf({ 'Fn::If': ['C0', 'a', 'b'] }, { Conditions: Object.fromEntries(chain) }).name).toHaveProperty(
      'unknown',
    );
  });

  test('variables that double at each level are left to deployment, and at once', () => {
    let value: unknown = 'a'.repeat(50);
    for (let depth = 0; depth < 15; depth++) value = { 'Fn::Sub': [`\${a}`.repeat(5), { a: value }] };
    expect(nameOf(value).name).toMatchObject({ unknown: expect.stringContaining('Fn::Sub') });
  });

  test('names that every object inherits are no variables', () => {
    expect(nameOf({ 'Fn::Sub': [`\${constructor}`, {}] }).name).toMatchObject({ unknown: `\${constructor}` });
    expect(nameOf(JSON.parse(`{"Fn::Sub": ["\${__proto__}", {"__proto__": "a"}]}`)).name).toBe('a');
    expect(nameOf({ 'Fn::FindInMap': ['constructor', 'name', 'length'] }).name).toHaveProperty('unknown');
  });
});
