import type { Leaning } from '../read/assumptions/leaning';
import type { Selection, SelectionCondition } from '../read/model';
import { isUnknown } from '../read/told';
import { all, any, assumed, type Formula, free, not } from './formula';
import type { TagSet } from './tags';
import type { Pattern, Text } from './text';
import type { Texts } from './texts';

const PREFIX = 'aws:ResourceTag/';

/** How an operator compares: with wildcards or letter by letter, and whether it asks for the contrary. */
const OPERATORS: ReadonlyMap<string, { readonly glob: boolean; readonly negative: boolean }> = new Map([
  ['StringEquals', { glob: false, negative: false }],
  ['StringNotEquals', { glob: false, negative: true }],
  ['StringLike', { glob: true, negative: false }],
  ['StringNotLike', { glob: true, negative: true }],
]);

/** Whether the tags of a resource pass the conditions of a selection, all of which have to be met. */
export class TagConditions {
  constructor(
    private readonly texts: Texts,
    private readonly leaning: Leaning,
  ) {}

  /** That the tags of a resource pass a condition. */
  public met(condition: SelectionCondition, { stack }: Pick<Selection, 'stack'>, tags: TagSet): Formula {
    const { operator, key, value, when } = condition;
    const comparison = OPERATORS.get(operator);
    const asked = this.texts.conditions.allHold(when, stack);
    if (!comparison) return any(not(asked), free(`operator:${operator}`, `the operator ${operator}`));
    const { glob, negative } = comparison;
    const passes = any(
      ...this.texts.cases(key, stack).flatMap((one) =>
        this.texts.cases(value, stack).map((other) => {
          const name = tagName(one.text);
          const when = all(one.when, other.when);
          if (name === undefined) return all(when, this.withoutPrefix(one.text, negative));
          const has = this.has(tags, name, { text: other.text, glob });
          return all(when, negative ? all(not(has), any(tags.has(name), this.absentPasses())) : has);
        }),
      ),
    );
    return any(not(asked), passes);
  }

  /** Whether an operator asks that a tag is not something. */
  public isNegative({ operator }: SelectionCondition): boolean {
    return OPERATORS.get(operator)?.negative === true;
  }

  /** That a tag matches; of wildcards only the star is documented, so a question mark may be one or none. */
  private has(tags: TagSet, name: Text, pattern: Pattern): Formula {
    const literally = tags.has(name, pattern);
    const asked = pattern.text.some((piece) => typeof piece === 'string' && piece.includes('?'));
    if (!pattern.glob || !asked) return literally;
    return any(
      literally,
      all(free('question-mark', "whether '?' is a wildcard"), tags.has(name, { ...pattern, marks: true })),
    );
  }

  private absentPasses(): Formula {
    const id = 'absent-tag-satisfies-not-equals';
    return assumed(id, '', this.leaning.value(id), 'whether a resource without the tag passes');
  }

  /** A key that is not that of a tag is never there; whether that passes a negative comparison, nobody says. */
  private withoutPrefix(key: Text, negative: boolean): Formula {
    const isOpen = typeof key[0] !== 'string' || PREFIX.startsWith(key[0]);
    if (!negative && !isOpen) return false;
    const words = key.map((piece) => (typeof piece === 'string' ? piece : `\${${piece.words}}`)).join('');
    return free(`condition-key:${JSON.stringify(words)}:${negative}`, `a condition on '${words}'`);
  }
}

/** What a condition asks of tags. */
export interface AskedTag {
  readonly key: string;
  /** The value that it compares with, letter by letter; absent where it compares otherwise. */
  readonly equals?: string;
}

/** The tag that a condition asks for: `null` for none at all, `undefined` where only deployment knows. */
export function askedTag({ operator, key, value }: SelectionCondition): AskedTag | null | undefined {
  if (isUnknown(key) || isUnknown(value)) return undefined;
  if (!key.startsWith(PREFIX)) return null;
  const isLiteral = OPERATORS.get(operator)?.glob === false;
  return { key: key.slice(PREFIX.length), ...(isLiteral && { equals: value }) };
}

/** A condition in words. */
export function conditionWords({ operator, key, value }: SelectionCondition): string {
  const words = (told: typeof key) => (isUnknown(told) ? told.unknown : told);
  return `${operator} ${words(key)}=${words(value)}`;
}

/** The key of the tag that is compared; `undefined` where that is none for certain, or nobody knows. */
function tagName(key: Text): Text | undefined {
  const [first, ...rest] = key;
  if (typeof first !== 'string' || !first.startsWith(PREFIX)) return undefined;
  const name = first.slice(PREFIX.length);
  return name === '' ? rest : [name, ...rest];
}
