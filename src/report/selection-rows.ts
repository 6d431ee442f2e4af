import type { Named, Selection, SelectionCondition } from '../read/model';
import type { Reference } from '../read/told';
import { block } from './block';
import type { Phrase, Row } from './layout';
import { nameWords, referenceWords, told, whenWords } from './told-words';

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['StringEquals', 'is'],
  ['StringNotEquals', 'is not'],
  ['StringLike', 'is like'],
  ['StringNotLike', 'is not like'],
]);

/** A selection whose plan is declared elsewhere. */
export function strayPlanSelectionRows(selection: Selection): Row[] {
  return block('Selection', nameWords(selection.name, 'heading'), selection, [
    {
      label: ['of plan'],
      lines: [selection.plan ? [told(selection.plan.name, 'name')] : [{ text: 'none', style: 'unknown' }]],
    },
    { label: ['selects'], lines: selectionLines(selection) },
  ]);
}

/** What a selection names, what narrows it down, and the role that backs it up. */
export function selectionLines({ resources, tags, conditions, notResources, role, stack }: Selection): Phrase[] {
  const named: Phrase[] = [
    ...resources.map((resource) => resourceWords(resource, stack)),
    ...tags.map(
      (tag): Phrase => ['resources tagged ', told(tag.key, 'name'), '=', told(tag.value, 'name'), ...whenWords(tag)],
    ),
  ];
  return [
    ...namedLines(named),
    ...conditions.map((condition, index) => conditionWords(condition, index === 0)),
    ...exceptionLines(notResources.map((resource) => resourceWords(resource, stack))),
    [{ text: 'backed up by ', style: 'dim' }, ...roleWords(role, stack)],
  ];
}

function namedLines(named: readonly Phrase[]): Phrase[] {
  if (named.length === 0) return [[{ text: 'names nothing', style: 'unknown' }]];
  return named.length === 1 ? [...named] : [['any of'], ...named.map(bullet)];
}

function exceptionLines(named: readonly Phrase[]): Phrase[] {
  const [only] = named;
  if (!only) return [];
  return named.length === 1 ? [['but not ', ...only]] : [['but none of'], ...named.map(bullet)];
}

function conditionWords({ operator, key, value, when }: SelectionCondition, first: boolean): Phrase {
  const tag =
    typeof key === 'string' && key.startsWith('aws:ResourceTag/') ? key.slice('aws:ResourceTag/'.length) : undefined;
  return [
    first ? 'and only those whose ' : 'and whose ',
    ...(tag === undefined ? [told(key)] : ['tag ', { text: tag, style: 'name' as const }]),
    ` ${OPERATORS.get(operator) ?? operator} `,
    told(value, 'name'),
    ...whenWords({ when }),
  ];
}

function resourceWords({ arn, when }: Named, stack: string): Phrase {
  const words = arn === '*' ? ['every resource that AWS Backup can back up'] : referenceWords(arn, stack);
  return [...words, ...whenWords({ when })];
}

function roleWords(role: Reference | undefined, stack: string): Phrase {
  if (role === undefined) return [{ text: 'no role', style: 'unknown' }];
  return typeof role === 'string' ? ['role ', told(role)] : referenceWords(role, stack);
}

function bullet(phrase: Phrase): Phrase {
  return ['· ', ...phrase];
}
