import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../src/read/document/parse-document';
import { refusalOf } from '../reading';

function read(text: string, path = 'app.yaml'): unknown {
  return parseDocument(path, () => text).value;
}

function refusal(text: string, path = 'app.yaml'): string {
  return refusalOf(() => read(text, path));
}

describe('the format of a file', () => {
  test.each<[string, 'json' | 'yaml', string]>([
    ['JSON, whatever its name', 'json', '{"a": 1}'],
    ['JSON after space and a byte order mark', 'json', '\uFEFF \r\n\t{"a": 1}'],
    ['YAML', 'yaml', 'a: 1'],
    ['YAML after a byte order mark', 'yaml', '\uFEFFa: 1'],
    ['YAML with the line breaks of Windows', 'yaml', '# A comment\r\na: 1\r\n'],
    ['YAML that begins with a brace', 'yaml', '{a: 1}'],
    ['JSON with a comma too many, which YAML takes', 'yaml', '{"a": 1,}'],
    ['YAML that says which version it is', 'yaml', '%YAML 1.1\n---\na: 1\n...\n'],
    ['YAML whose end is marked', 'yaml', '---\na: 1\n---\n# nothing more'],
  ])('%s', (_, format, text) => {
    for (const path of ['app.yaml', 'app.json', 'app']) {
      expect(parseDocument(path, () => text)).toMatchObject({ format, value: { a: 1 } });
    }
  });
});

describe('a function in its short form', () => {
  test.each<[string, unknown]>([
    ['!Ref Vault', { Ref: 'Vault' }],
    ['!Ref "AWS::Region"', { Ref: 'AWS::Region' }],
    ['!Condition IsProduction', { Condition: 'IsProduction' }],
    ['!GetAtt Vault.Arn', { 'Fn::GetAtt': ['Vault', 'Arn'] }],
    ['!GetAtt Nested.Outputs.Vault', { 'Fn::GetAtt': ['Nested', 'Outputs.Vault'] }],
    ['!GetAtt [Vault, Arn]', { 'Fn::GetAtt': ['Vault', 'Arn'] }],
    ['!GetAtt Vault', { 'Fn::GetAtt': 'Vault' }],
    [`!Sub 'a-\${b}'`, { 'Fn::Sub': `a-\${b}` }],
    [`!Sub [ 'a-\${b}', { b: !Ref c } ]`, { 'Fn::Sub': [`a-\${b}`, { b: { Ref: 'c' } }] }],
    ['!Sub |\n  a\n  b\n', { 'Fn::Sub': 'a\nb\n' }],
    ["!Join ['-', [a, !Ref b, 3]]", { 'Fn::Join': ['-', ['a', { Ref: 'b' }, 3]] }],
    ["!Select [0, !Split [',', !Ref a]]", { 'Fn::Select': [0, { 'Fn::Split': [',', { Ref: 'a' }] }] }],
    ['!If [a, !Ref "AWS::NoValue", yes]', { 'Fn::If': ['a', { Ref: 'AWS::NoValue' }, true] }],
    ['!Not [!Equals [a, b]]', { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }],
    ['!And [!Condition a, !Condition b]', { 'Fn::And': [{ Condition: 'a' }, { Condition: 'b' }] }],
    ['!Or\n  - !Condition a\n  - !Condition b', { 'Fn::Or': [{ Condition: 'a' }, { Condition: 'b' }] }],
    ['!FindInMap [a, !Ref b, c]', { 'Fn::FindInMap': ['a', { Ref: 'b' }, 'c'] }],
    ['!ImportValue a', { 'Fn::ImportValue': 'a' }],
    [`!ImportValue\n  Fn::Sub: '\${a}-b'`, { 'Fn::ImportValue': { 'Fn::Sub': `\${a}-b` } }],
    ['!Base64 a', { 'Fn::Base64': 'a' }],
    ['!Cidr [a, 6, 5]', { 'Fn::Cidr': ['a', 6, 5] }],
    ['!GetAZs', { 'Fn::GetAZs': '' }],
    ["!GetAZs ''", { 'Fn::GetAZs': '' }],
    ['!Transform {Name: a, Parameters: {b: c}}', { 'Fn::Transform': { Name: 'a', Parameters: { b: 'c' } } }],
    ['!ToJsonString {a: 1}', { 'Fn::ToJsonString': { a: 1 } }],
    ['!Length [a, b]', { 'Fn::Length': ['a', 'b'] }],
    ['!GetStackOutput {StackName: a, OutputKey: b}', { 'Fn::GetStackOutput': { StackName: 'a', OutputKey: 'b' } }],
    ['!Ref 012345678901', { Ref: '012345678901' }],
    ['!Base64 yes', { 'Fn::Base64': 'yes' }],
    ['&anchor !Ref a', { Ref: 'a' }],
    ['!Frobnicate a', { 'Fn::Frobnicate': 'a' }],
    ['!Acme::Thing {a: 1}', { 'Fn::Acme::Thing': { a: 1 } }],
    ['!!binary aGk=', { 'Fn::tag:yaml.org,2002:binary': 'aGk=' }],
  ])('%s', (text, value) => {
    expect(read(`a: ${text.replaceAll('\n', '\n  ')}`)).toEqual({ a: value });
  });
});

describe('a scalar', () => {
  test.each<[string, unknown]>([
    ['2012-10-17', '2012-10-17'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    ['35', 35],
    ['-1', -1],
    ['1.5', 1.5],
    ['1e3', 1000],
    ['123456789012', 123456789012],
    // Each of these would lose what is written, so it stays text.
    ['012345678901', '012345678901'],
    ['012345670123', '012345670123'],
    ['0644', '0644'],
    ['1.10', '1.10'],
    ['12345678901234567890', '12345678901234567890'],
    ['1e999', '1e999'],
    ['+5', '+5'],
    ['0x1F', '0x1F'],
    ['1_000', '1_000'],
    ['12:30:00', '12:30:00'],
    ['.inf', '.inf'],
    ...['true', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((text): [string, unknown] => [text, true]),
    ...['false', 'False', 'FALSE', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map((text): [string, unknown] => [
      text,
      false,
    ]),
    ['y', 'y'],
    ['n', 'n'],
    ['~', null],
    ['null', null],
    ['', null],
    ["''", ''],
    ['"yes"', 'yes'],
    ["'35'", '35'],
    ['!!str 35', '35'],
    ['! 35', '35'],
    ['!!int "35"', 35],
    ['!!bool "yes"', true],
    ['>-\n  35', '35'],
    ['cron(0 5 ? * * *)', 'cron(0 5 ? * * *)'],
  ])('%s', (text, value) => {
    expect(read(`a: ${text}`)).toEqual({ a: value });
  });

  test.each([
    ['12345678901234567890', '12345678901234567890'],
    ['1.10', '1.10'],
    ['35', 35],
    ['1e3', 1000],
    ['-1.5', -1.5],
  ])('%s is the same in JSON', (text, value) => {
    expect(read(`{"a": [${text}, "${text}"], "b": ${text}}`)).toEqual({ a: [value, text], b: value });
  });

  test('as a key is always text', () => {
    expect(Object.keys(read('yes: a\n012: b\n~: c\n2012-10-17: d\n? e\n!!str f: g') as object)).toEqual([
      'yes',
      '012',
      '~',
      '2012-10-17',
      'e',
      'f',
    ]);
  });
});

describe('anchors', () => {
  test.each<[string, string, unknown]>([
    ['an alias stands for what it names', 'a: &x {b: 1}\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
    ['for the last of that name', 'a: &x 1\nb: &x 2\nc: *x', { a: 1, b: 2, c: 2 }],
    ['for a function too', 'a: &x !Ref b\nc: *x', { a: { Ref: 'b' }, c: { Ref: 'b' } }],
    ['as a key', 'a: &x b\n*x : c', { a: 'b', b: 'c' }],
    ['for a key', '&x a: 1\nb: *x', { a: 1, b: 'a' }],
    [
      'merged, an object keeps its own',
      'a: &x {b: 1, c: 1}\nd: {c: 2, <<: *x}',
      { a: { b: 1, c: 1 }, d: { b: 1, c: 2 } },
    ],
    [
      'of several merged, the first wins',
      'a: &x {b: 1}\nc: &y {b: 2, d: 2}\ne: {<<: [*x, *y]}',
      { a: { b: 1 }, c: { b: 2, d: 2 }, e: { b: 1, d: 2 } },
    ],
    ['a merge may be merged', 'a: &x {b: 1}\nc: &y {<<: *x}\nd: {<<: *y}', { a: { b: 1 }, c: { b: 1 }, d: { b: 1 } }],
    ['<< in quotes is a key', 'a: {"<<": {b: 1}}', { a: { '<<': { b: 1 } } }],
  ])('%s', (_, text, value) => {
    expect(read(text)).toEqual(value);
  });

  test('cannot grow beyond a million values', () => {
    const levels = [...'bcdefghijk'].map((name, index) => {
      const alias = `*${'abcdefghijk'[index]}`;
      return `${name}: &${name} [${Array(10).fill(alias).join()}]\n`;
    });
    expect(refusal(`a: &a [${Array(10).fill('x').join()}]\n${levels.join('')}`)).toBe(
      'app.yaml cannot be read as YAML (line 6, column 29: with its aliases the file grows beyond 1000000 values here): mend it there, or name another template',
    );
  });

  test('cannot grow beyond all bounds by one long text', () => {
    const aliases = Array(1000).fill('*a').join();
    expect(refusal(`a: &a ${'x'.repeat(1_000_000)}\nb: [${aliases}]`)).toContain('grows beyond 1000000 values');
  });

  test('cannot nest deeper by aliases', () => {
    const deep = `${'['.repeat(120)}${']'.repeat(120)}`;
    expect(refusal(`a: &a ${deep}\nb: ${'['.repeat(120)}*a${']'.repeat(120)}`)).toContain('more than 200 levels deep');
  });
});

describe('names that every object has', () => {
  test.each(['{"__proto__": {"x": 1}, "constructor": 2}', '__proto__: {x: 1}\nconstructor: 2'])('%j', (text) => {
    const value = read(text);
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(value).not.toHaveProperty('x');
  });

  test('do not come in through a merge', () => {
    const value = read('a: &x {__proto__: {x: 1}}\nb: {<<: *x}') as { b: object };
    expect(Object.getPrototypeOf(value.b)).toBe(Object.prototype);
    expect(Object.keys(value.b)).toEqual(['__proto__']);
  });
});

describe('is refused in one line, with the place', () => {
  const deep = (open: string) => open.repeat(201);

  test.each<[string, string, string]>([
    [
      'a file cut off',
      '{"Resources": {"Vault": {',
      'JSON (line 1, column 26: the file ends too early, where a key in double quotes or } is missing)',
    ],
    ['a file cut off in a text', '{\n"Resources": {"Va', 'JSON (line 2, column 15: this text in quotes does not end)'],
    ['a file cut off in a word', '{"a": tru', 'JSON (line 1, column 7: a value is expected)'],
    ['a comma missing', '{\n  "a": {\n    "b": 1 "c": 2\n}}', 'JSON (line 3, column 12: a comma or } is expected)'],
    ['a colon missing', '{"a" 1}', 'JSON (line 1, column 6: a colon is expected)'],
    [
      'a line break in a text',
      '{"a": "b\nc": 1}',
      'JSON (line 1, column 9: a line break or another control character stands in a text here)',
    ],
    ['a key twice', '{"a": {"b": 1,\n"b": 2}}', 'JSON (line 2, column 1: the key "b" stands here a second time)'],
    [
      'a key twice, once with an escape',
      '{"a": 1, "\\u0061": 2}',
      'JSON (line 1, column 10: the key "a" stands here a second time)',
    ],
    [
      'JSON nested too deep',
      `{"a":\n${deep('[')}`,
      'JSON (line 2, column 200: objects and lists are nested more than 200 levels deep here)',
    ],
    [
      'a list cut off',
      'a: [1, 2',
      'YAML (line 1, column 9: flow sequence in block collection must be sufficiently indented and end with a ])',
    ],
    ['a quote that does not end', 'a: "b\n', 'YAML (line 2, column 1: missing closing "quote)'],
    ['a tab', 'a:\n\tb: 1', 'YAML (line 2, column 1: a tab stands where YAML indents with spaces)'],
    [
      'a wrong indentation',
      'a:\n  b:\n    c: 1\n   d: 2',
      'YAML (line 4, column 1: all mapping items must start at the same column)',
    ],
    [
      'a colon too many',
      'a: b: c',
      'YAML (line 1, column 4: a second key follows on one line: put a value that holds a colon in quotes)',
    ],
    [
      'a key twice in YAML',
      'a: 1\nb:\n  c: 1\n  "c": 2',
      'YAML (line 4, column 3: the key "c" stands here a second time)',
    ],
    [
      'a second document',
      'a: 1\n---\nb: 2',
      'YAML (line 3, column 1: a second document begins here, and a template is one)',
    ],
    ['an alias of nothing', 'a: *b', 'YAML (line 1, column 4: *b stands for nothing, because no &b comes before it)'],
    ['an alias of what it is in', 'a: &b [*b]', 'YAML (line 1, column 8: *b stands within &b, and so has no end)'],
    ['a merge of text', 'a: {<<: b}', 'YAML (line 1, column 5: the key << takes an object, or a list of objects)'],
    ['a list for a key', '? [a]\n: b', 'YAML (line 1, column 3: a key has to be text)'],
    ['a function for a key', '!Ref a: b', 'YAML (line 1, column 6: a key has to be text)'],
    [
      'two short forms in a row',
      'a: !Base64 !Sub b',
      'YAML (line 1, column 12: two functions in short form follow each other: write the first in its long form)',
    ],
    [
      'a flow nested too deep',
      `a: ${deep('[')}`,
      'YAML (line 1, column 203: objects and lists are nested more than 200 levels deep here)',
    ],
    [
      'a block nested too deep',
      deep('- '),
      'YAML (line 1, column 401: objects and lists are nested more than 200 levels deep here)',
    ],
    [
      'functions nested too deep',
      `a: ${'!If ['.repeat(101)}${']'.repeat(101)}`,
      'YAML (line 1, column 503: objects and lists are nested more than 200 levels deep here)',
    ],
    [
      'a text too long',
      `a: ${'x'.repeat(2_000_000)}`,
      'YAML (line 1, column 2000001: a template has one million characters at most, and this has more than two)',
    ],
  ])('%s', (_, text, place) => {
    const path = place.startsWith('JSON') ? 'app.json' : 'app.yaml';
    expect(refusal(text, path)).toBe(`${path} cannot be read as ${place}: mend it there, or name another template`);
  });

  test.each([
    ['', 'app.yaml is empty: name a template in JSON or YAML'],
    [' \n', 'app.yaml is empty: name a template in JSON or YAML'],
    ['# a comment', 'app.yaml is empty: name a template in JSON or YAML'],
    ['---\n...\n', 'app.yaml is empty: name a template in JSON or YAML'],
    ['a\0b', 'app.yaml holds bytes that are no text: name a template in JSON or YAML'],
    ['[1]', 'app.yaml holds a list where a template is an object: name a template'],
    ['null', 'app.yaml holds null where a template is an object: name a template'],
    ['hello', 'app.yaml holds text where a template is an object: name a template'],
  ])('%j', (text, message) => {
    expect(refusal(text)).toBe(message);
  });

  test('by the name of the file where it is neither JSON nor YAML', () => {
    const text = '{"a": 1 "b": 2}';
    expect(refusal(text, 'app.template')).toContain(
      'cannot be read as JSON (line 1, column 9: a comma or } is expected)',
    );
    expect(refusal(text, 'app.yml')).toContain('cannot be read as YAML (line 1, column 7: block collections');
  });
});
