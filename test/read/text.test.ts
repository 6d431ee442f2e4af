import { describe, expect, test } from 'vitest';
import type { Template } from '../../src/read/template';
import { type Segment, splitText, textOf, toldText } from '../../src/read/text';

const template: Template = { stack: { name: 'app', template: 'app.json' }, resources: new Map() };

function told(value: unknown) {
  const segments = textOf(value, template);
  return segments && toldText(segments);
}

describe('a text of a template', () => {
  test.each<[what: string, value: unknown, text: string]>([
    ['words', 'Vault', 'Vault'],
    ['nothing', '', ''],
    ['a number, which CloudFormation takes for text', 35, '35'],
    ['a truth value, which CloudFormation takes for text', true, 'true'],
    ['joined words', { 'Fn::Join': ['-', ['a', 'b', 'c']] }, 'a-b-c'],
    ['joined numbers', { 'Fn::Join': ['', ['a', 1]] }, 'a1'],
    ['words within words', { 'Fn::Join': ['-', ['a', { 'Fn::Join': ['+', ['b', 'c']] }]] }, 'a-b+c'],
    ['a substitution without variables', { 'Fn::Sub': 'vault' }, 'vault'],
    ['a substitution of words', { 'Fn::Sub': [`\${a}-\${a}`, { a: 'b' }] }, 'b-b'],
    ['a substitution that escapes', { 'Fn::Sub': `a-\${!b}` }, `a-\${b}`],
  ])('is known where it is %s', (_, value, text) => {
    expect(told(value)).toBe(text);
  });

  test.each<[what: string, value: unknown, unknown: string]>([
    ['a Ref', { Ref: 'Name' }, '{Name}'],
    ['a pseudo parameter', { Ref: 'AWS::Region' }, '{AWS::Region}'],
    ['an attribute', { 'Fn::GetAtt': ['Table', 'Arn'] }, '{Table.Arn}'],
    ['an attribute in one text', { 'Fn::GetAtt': 'Table.Stream.Arn' }, '{Table.Stream.Arn}'],
    ['joined with a Ref', { 'Fn::Join': ['-', ['a', { Ref: 'b' }, 'c']] }, 'a-{b}-c'],
    ['a join of a list that only deployment knows', { 'Fn::Join': ['-', { Ref: 'Zones' }] }, '{Fn::Join}'],
    ['a substitution', { 'Fn::Sub': `a-\${b}-\${c.Arn}` }, 'a-{b}-{c.Arn}'],
    ['a substitution of a Ref', { 'Fn::Sub': [`a-\${b}`, { b: { Ref: 'c' } }] }, 'a-{c}'],
    ['an import', { 'Fn::ImportValue': 'Shared' }, '{Fn::ImportValue Shared}'],
    ['an import of who knows what', { 'Fn::ImportValue': { Ref: 'Name' } }, '{Fn::ImportValue}'],
    ['a condition', { 'Fn::If': ['IsProd', 'a', 'b'] }, '{Fn::If IsProd}'],
    ['a function that nobody knows', { 'Fn::Later': 1 }, '{Fn::Later}'],
    ['a Ref to no name', { Ref: 1 }, '{Ref}'],
    ['an attribute without a name', { 'Fn::GetAtt': ['Table'] }, '{Fn::GetAtt Table}'],
  ])('is known only to deployment where it is %s', (_, value, unknown) => {
    expect(told(value)).toEqual({ unknown: unknown.replaceAll('{', '$${') });
  });

  test.each([
    ['null', null],
    ['a list', ['a']],
    ['an object', { a: 'b' }],
    ['a function beside something else', { Ref: 'a', b: 'c' }],
    ['an object without keys', {}],
  ])('is none where it is %s', (_, value) => {
    expect(told(value)).toBeUndefined();
  });

  test('words that look like a hole are told from holes', () => {
    expect(told({ 'Fn::Join': ['', [`\${a}`, { Ref: 'b' }]] })).toEqual({ unknown: `\${!a}\${b}` });
  });

  test('functions nested deeper than anybody writes them are left to deployment', () => {
    let value: unknown = 'a';
    for (let depth = 0; depth < 100_000; depth++) value = { 'Fn::Join': ['', [value]] };
    expect(told(value)).toEqual({ unknown: `\${Fn::Join}` });
  });

  test('variables that double at each level are left to deployment, and at once', () => {
    let value: unknown = 'a'.repeat(50);
    for (let depth = 0; depth < 15; depth++) value = { 'Fn::Sub': [`\${a}`.repeat(5), { a: value }] };
    expect(told(value)).toEqual(expect.objectContaining({ unknown: expect.stringContaining('Fn::Sub') }));
  });

  test('names that every object inherits are no variables', () => {
    expect(told({ 'Fn::Sub': [`\${constructor}`, {}] })).toEqual({ unknown: `\${constructor}` });
    expect(told(JSON.parse(`{"Fn::Sub": ["\${__proto__}", {"__proto__": "a"}]}`))).toBe('a');
  });
});

describe('splitting a text', () => {
  const hole: Segment = { hole: 'AWS::Region' };

  test.each<[string, Segment[], Segment[][]]>([
    ['words', [{ words: 'a:b' }], [[{ words: 'a' }], [{ words: 'b' }]]],
    ['nothing between separators', [{ words: 'a::b' }], [[{ words: 'a' }], [], [{ words: 'b' }]]],
    ['holes, which stay whole', [{ words: 'a:' }, hole, { words: ':b' }], [[{ words: 'a' }], [hole], [{ words: 'b' }]]],
    [
      'holes among words',
      [{ words: 'a-' }, hole, { words: '-b:c' }],
      [[{ words: 'a-' }, hole, { words: '-b' }], [{ words: 'c' }]],
    ],
  ])('splits %s', (_, segments, parts) => {
    expect(splitText(segments, ':')).toEqual(parts);
  });
});
