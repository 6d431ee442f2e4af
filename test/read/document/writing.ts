import * as fc from 'fast-check';

/** How a value is written as YAML. */
export interface Style {
  readonly flow: boolean;
  readonly short: boolean;
}

const NAMES = [
  'Vault',
  'Arn',
  'a b',
  '',
  'yes',
  '012345678901',
  '2012-10-17',
  '<<',
  '~',
  '__proto__',
  'ä☃',
  '\n',
  '# x',
  '- y',
];
const text = fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: 'grapheme', maxLength: 12 }));
const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom(1.5, -0.25, 123456789012));

/** Values such as templates hold, functions in their long form. */
export const templateValues: fc.Arbitrary<unknown> = fc.letrec((tie) => {
  const value = tie('value');
  const items = fc.array(value, { maxLength: 4 });
  const call = (name: string, argument: fc.Arbitrary<unknown>) => argument.map((given) => ({ [name]: given }));
  const id = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,5}$/);
  return {
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar,
      items,
      fc.array(fc.tuple(text, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
      call('Ref', id),
      call('Condition', id),
      call(
        'Fn::GetAtt',
        fc.tuple(
          id,
          fc.oneof(
            id,
            fc.tuple(id, id).map((parts) => parts.join('.')),
          ),
        ),
      ),
      call('Fn::Sub', fc.oneof(text, fc.tuple(text, fc.dictionary(id, value, { maxKeys: 2 })))),
      call('Fn::ImportValue', value),
      fc.constantFrom('Fn::Join', 'Fn::If', 'Fn::Select', 'Fn::Cidr', 'Fn::Unheard').chain((name) => call(name, items)),
    ),
  };
}).value;

/** Documents: objects of such values. */
export const documents = fc.dictionary(fc.constantFrom('Resources', 'Outputs', 'a', 'b'), templateValues, {
  maxKeys: 3,
});

/** Every path into a value. */
export function pathsOf(value: unknown): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [[], ...entries.flatMap(([step, inner]) => pathsOf(inner).map((path) => [step, ...path]))];
}

/** Writes an object as YAML. */
export function writeYaml(value: object, style: Style): string {
  return style.flow ? flow(value, style) : `${block(value, style, '').trimStart()}\n`;
}

function flow(value: unknown, style: Style): string {
  const short = style.short ? shortOf(value) : undefined;
  if (short) return `${short.tag} ${flow(short.argument, style)}`;
  if (Array.isArray(value)) return `[${value.map((item) => flow(item, style)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, inner]) => `${JSON.stringify(key)}: ${flow(inner, style)}`)
      .join(', ')}}`;
  }
  return JSON.stringify(value);
}

/** A value after a key or a dash: on the same line where it is short, else on lines of its own. */
function block(value: unknown, style: Style, indent: string): string {
  const short = style.short ? shortOf(value) : undefined;
  if (short) return ` ${short.tag}${block(short.argument, style, indent)}`;
  const inner = `${indent}  `;
  if (Array.isArray(value) && value.length > 0) {
    return value.map((item) => `\n${indent}-${block(item, style, inner)}`).join('');
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    return Object.entries(value)
      .map(([key, item]) => `\n${indent}${JSON.stringify(key)}:${block(item, style, inner)}`)
      .join('');
  }
  return ` ${typeof value === 'string' && /^[A-Z][A-Za-z]{5,}$/.test(value) ? value : JSON.stringify(value)}`;
}

/** A function with its argument, where it has a short form: two of them may not follow each other. */
function shortOf(value: unknown): { readonly tag: string; readonly argument: unknown } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const [[name, argument] = ['', undefined], ...more] = Object.entries(value);
  if (more.length > 0 || !/^(?:Ref|Condition|Fn::\w+)$/.test(name)) return undefined;
  if (typeof argument !== 'string' && (typeof argument !== 'object' || argument === null)) return undefined;
  if (shortOf(argument)) return undefined;
  const tag = `!${name.replace('Fn::', '')}`;
  return name === 'Fn::GetAtt' && Array.isArray(argument) ? { tag, argument: argument.join('.') } : { tag, argument };
}
