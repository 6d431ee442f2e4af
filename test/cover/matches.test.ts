import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches } from '../../src/cover/matches';
import { mayHave, type Text, type Variable } from '../../src/cover/text';

const RUNS = Number(process.env.STRONGROOM_RUNS ?? 3000);
/** What fills holes here: enough to part texts of so few letters. */
const FILLINGS = ['', 'a', 'b', ':', ' ', 'ab', 'a b', 'aa', '*', 'b:a'];

const TIGHT: Variable = { key: 'tight', words: 'a name', never: ' :/*' };
const LOOSE: Variable = { key: 'loose', words: 'anything', never: '' };

const pieces = (letters: readonly string[]) =>
  fc.array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
      },
      { weight: 1, arbitrary: fc.constantFrom<Variable>(TIGHT, LOOSE) },
    ),
    { maxLength: 4 },
  );

/** Every way to fill the holes of a text and a pattern, those of one key alike. */
function filled(one: Text, other: Text): [one: string, other: string][] {
  const fills = (variable: Variable) =>
    FILLINGS.filter((words) => [...words].every((letter) => mayHave(variable, letter)));
  return fills(TIGHT).flatMap((tight) =>
    fills(LOOSE).map((loose): [string, string] => {
      const spell = (text: Text) =>
        text.map((piece) => (typeof piece === 'string' ? piece : piece.key === TIGHT.key ? tight : loose)).join('');
      return [spell(one), spell(other)];
    }),
  );
}

/** The plainest reading: a `*` is any words without white space. A star that fills a hole is no wildcard. */
function fits(pattern: readonly (string | null)[], text: string): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return text === '';
  if (first !== null) return text.startsWith(first) && fits(rest, text.slice(first.length));
  if (fits(rest, text)) return true;
  return text !== '' && !/\s/.test(text[0] as string) && fits(pattern, text.slice(1));
}

function letters(pattern: Text, tight: string, loose: string): (string | null)[] {
  return pattern.flatMap((piece) => {
    if (typeof piece !== 'string') return [...(piece.key === TIGHT.key ? tight : loose)];
    return [...piece].map((letter) => (letter === '*' ? null : letter));
  });
}

describe('matching a text that is not all known', () => {
  test('is certain only of what is so however its holes are filled', () => {
    fc.assert(
      fc.property(pieces(['a', 'b', ':', ' ', '*']), pieces(['a', 'b', ':', ' ']), (pattern, text) => {
        const certain = matches({ text: pattern, glob: true }, text);
        if (certain === undefined) return;
        const fills = (variable: Variable) =>
          FILLINGS.filter((words) => [...words].every((letter) => mayHave(variable, letter)));
        for (const tight of fills(TIGHT))
          for (const loose of fills(LOOSE)) {
            const spelled = text.map((piece) =>
              typeof piece === 'string' ? piece : piece.key === 'tight' ? tight : loose,
            );
            expect(fits(letters(pattern, tight, loose), spelled.join('')), `${tight}|${loose}`).toBe(certain);
          }
      }),
      { numRuns: RUNS },
    );
  });

  test('decides whatever has no holes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', ':', ' ', '*'), { maxLength: 8 }).map((all) => all.join('')),
        fc.array(fc.constantFrom('a', 'b', ':', ' '), { maxLength: 10 }).map((all) => all.join('')),
        (pattern, text) => {
          const certain = matches({ text: [pattern], glob: true }, [text]);
          expect(certain).toBe(fits(letters([pattern], '', ''), text));
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('compares letter by letter where there are no wildcards', () => {
    fc.assert(
      fc.property(pieces(['a', 'b', '*']), pieces(['a', 'b', '*']), (one, other) => {
        const certain = matches({ text: one, glob: false }, other);
        if (certain === undefined) return;
        for (const [left, right] of filled(one, other)) expect(left === right).toBe(certain);
      }),
      { numRuns: RUNS },
    );
  });

  test.each([
    ['arn:aws:ec2:*:*:volume/*', ['arn:aws:ec2:', TIGHT, ':', TIGHT, ':volume/', TIGHT], true],
    ['arn:aws:ec2:*:*:volume/*', ['arn:aws:ec2:', TIGHT, ':', TIGHT, ':volume/', LOOSE], undefined],
    ['arn:aws:ec2:*:*:volume/vol-1', ['arn:aws:ec2:', TIGHT, ':', TIGHT, ':volume/', TIGHT], undefined],
    ['arn:aws:ec2:*:*:instance/*', ['arn:aws:ec2:', TIGHT, ':', TIGHT, ':volume/', TIGHT], false],
    ['arn:aws:s3:::*', ['arn:aws:s3:::a b'], false],
    ['arn:*:*:*:*:snapshot/*', ['arn:a:b:c:d:image/', LOOSE], undefined],
    ['arn:*:*:*:*:snapshot/*', ['arn:a:b:c:d:image/', TIGHT], false],
    ['arn:*:*:*:*:snapshot/*', ['arn:', LOOSE, ':b:c:d:image/x'], undefined],
    ['arn:*:*:*:*:snapshot/*', ['arn:a:b:c:d:image/', TIGHT, ':snapshot/x'], true],
    ['*', [LOOSE], undefined],
    ['*\u0001*', [TIGHT], undefined],
    ['a\u2003*', ['a', LOOSE], undefined],
  ] as [string, Text, boolean | undefined][])('%j against %j is %s', (pattern, text, certain) => {
    expect(matches({ text: [pattern], glob: true }, text)).toBe(certain);
  });

  test('a question mark stands for any letter where it is a wildcard, and else for itself', () => {
    const pattern: Text = ['arn:*:*:*:*:im?ge/*'];
    const text: Text = ['arn:a:b:c:d:image/x'];
    expect(matches({ text: pattern, glob: true, marks: true }, text)).toBe(true);
    expect(matches({ text: pattern, glob: true }, text)).toBe(false);
  });

  test('is certain only of what is so of ARNs too, whose holes may have parts of their own', () => {
    const rest = fc.array(fc.constantFrom<Text[number]>('a', 'b', ':', LOOSE, TIGHT), { maxLength: 4 });
    const end = fc.array(fc.constantFrom('a', 'b', ':', '*'), { maxLength: 3 }).map((all) => all.join(''));
    fc.assert(
      fc.property(end, rest, (named, behind) => {
        const [wanted, text]: [string, Text] = [`arn:*:*:*:*:${named}`, ['arn:::::', ...behind]];
        const certain = matches({ text: [wanted], glob: true }, text);
        if (certain === undefined) return;
        for (const [pattern, one] of filled([wanted], text))
          expect(fits(letters([pattern], '', ''), one)).toBe(certain);
      }),
      { numRuns: RUNS },
    );
  });
});
