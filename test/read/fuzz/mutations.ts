import * as fc from 'fast-check';

const BITS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '\t',
    '"',
    "'",
    '\\',
    '#',
    '|',
    '>',
    '&a ',
    '*a',
    '<<: *a',
    '? ',
    '%',
    '@',
    '`',
  ],
  ...[
    '---\n',
    '...\n',
    '!Ref ',
    '!Sub ',
    '!GetAtt ',
    '!If ',
    '!Unheard ',
    '!!binary ',
    '!<x> ',
    '__proto__',
    'constructor: ',
    'toString',
  ],
  ...[
    '${',
    `\${Vault}`,
    '${Vault.',
    '${!',
    'Fn::Sub: ',
    '{"Ref": "AWS::NoValue"}',
    'null',
    'yes',
    '1e999',
    '-0',
    '99999999999999999999',
  ],
  ...[
    '\u0000',
    '\u001b[31m',
    '\u202e',
    '\ufeff',
    '\ud800',
    '\u2028',
    'é☃𝒳',
    'x'.repeat(2000),
    '['.repeat(250),
    '- '.repeat(250),
  ],
];

const bit = fc.oneof(fc.constantFrom(...BITS), fc.string({ unit: 'binary', maxLength: 8 }));

/** A change to a text: something cut out, put in, moved or doubled. */
export const textMutation: fc.Arbitrary<(text: string) => string> = fc
  .record({ at: fc.nat(20_000), length: fc.nat(60), to: fc.nat(20_000), put: bit, kind: fc.nat(5) })
  .map(({ at, length, to, put, kind }) => (text) => {
    const start = at % (text.length + 1);
    const [before, cut, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
    const target = to % (text.length + 1);
    if (kind === 0) return before;
    if (kind === 1) return before + after;
    if (kind === 2) return before + put + cut + after;
    if (kind === 3) return before + put + after;
    if (kind === 4) return text.slice(0, target) + cut + text.slice(target);
    return before.slice(before.lastIndexOf('\n') + 1) + text;
  });

const CALLS = [
  { Ref: 'Vault' },
  { Ref: 'Stage' },
  { Ref: 'AWS::NoValue' },
  { Ref: ['Vault'] },
  { 'Fn::GetAtt': ['Nested', 'Outputs.Vault'] },
  { 'Fn::GetAtt': ['Vault', { Ref: 'Stage' }] },
  { 'Fn::If': ['IsProd', { 'Fn::If': ['Round', 'a', { Ref: 'AWS::NoValue' }] }, ['b']] },
  { 'Fn::If': ['Nowhere'] },
  { 'Fn::Sub': [`\${a}\${b}\${c.d}\${`, { a: { 'Fn::Sub': `\${Plan}` }, b: [] }] },
  { 'Fn::Select': [7, { 'Fn::Split': ['', 'abc'] }] },
  { 'Fn::Select': ['x', [1, 2]] },
  { 'Fn::Join': [{ Ref: 'Stage' }, { 'Fn::GetAZs': '' }] },
  { 'Fn::FindInMap': ['ByStage', { Ref: 'Stage' }, 'Hours', { DefaultValue: 1 }] },
  { 'Fn::ImportValue': { 'Fn::Sub': `\${Stage}-name` } },
  { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://a' } } },
  { 'Fn::ForEach::X': ['Y', ['a', 'b'], { 'R&{Y}': { 'Fn::ForEach::Z': ['W', { Ref: 'Y' }, {}] } }] },
  { 'Fn::ForEach::X': ['Y', [['a']], 3] },
  { 'Fn::ToJsonString': { a: { Ref: 'Vault' } } },
  { 'Fn::Length': { 'Fn::Split': [',', 'a,b'] } },
  { 'Fn::GetStackOutput': { StackName: 'app', OutputName: 'Name' } },
  { 'Fn::': {} },
  { Condition: 'IsProd' },
];

/** Values that have no business where they are put. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    -1,
    0.5,
    1e308,
    '',
    'a',
    '${',
    [],
    {},
    [[]],
    [null],
    [[[{}]]],
    '*',
    'Vault',
  ),
  fc.constantFrom<unknown>(...CALLS),
  fc.constantFrom<unknown>(JSON.parse('{"__proto__": {"Type": "AWS::Backup::BackupVault"}}'), {
    constructor: 1,
    toString: {},
  }),
  fc.tuple(fc.constantFrom(...CALLS), fc.nat(150)).map(([call, depth]) => wrapped(call, depth)),
  fc.nat(400).map((length) => Array.from({ length }, (_, index) => ({ Key: `${index}`, Value: { Ref: 'Stage' } }))),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text)),
);

/** A value within functions within functions. */
function wrapped(value: unknown, depth: number): unknown {
  let result = value;
  for (let level = 0; level < depth; level++) {
    result = [
      { 'Fn::Join': ['', [result, 'x']] },
      { 'Fn::If': ['IsProd', result, 'x'] },
      { 'Fn::Sub': [`\${a}\${a}`, { a: result }] },
    ][level % 3];
  }
  return result;
}

/** A change to a value: junk where a walk of random turns leads to, or a part of the value put in another place. */
export const valueMutation: fc.Arbitrary<(value: unknown) => unknown> = fc
  .record({
    turns: fc.array(fc.nat(30), { maxLength: 9 }),
    from: fc.option(fc.array(fc.nat(30), { maxLength: 5 })),
    junk,
  })
  .map(
    ({ turns, from, junk: put }) =>
      (value) =>
        replaced(value, turns, from ? partOf(value, from) : put),
  );

function replaced(value: unknown, [turn = 0, ...rest]: readonly number[], put: unknown): unknown {
  if (typeof value !== 'object' || value === null) return put;
  const keys = Object.keys(value);
  const key = keys[turn % Math.max(1, keys.length)];
  if (key === undefined) return put;
  const copy: object = Array.isArray(value) ? [...value] : Object.fromEntries(Object.entries(value));
  const inner = rest.length === 0 ? put : replaced((value as Record<string, unknown>)[key], rest, put);
  Object.defineProperty(copy, key, { value: inner, enumerable: true });
  return copy;
}

function partOf(value: unknown, turns: readonly number[]): unknown {
  let part = value;
  for (const turn of turns) {
    if (typeof part !== 'object' || part === null) return part;
    const values = Object.values(part);
    part = values[turn % Math.max(1, values.length)];
  }
  return part;
}
