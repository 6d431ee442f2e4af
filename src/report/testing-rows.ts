import type { RestoreTestingPlan, RestoreTestingSelection } from '../read/model';
import type { Reference } from '../read/told';
import { block, type Entry } from './block';
import { joined, listed, type Phrase, type Row } from './layout';
import { nextRunsLines, scheduleWords } from './schedule-words';
import { counted, dim, nameWords, referenceWords, told, whenWords } from './told-words';

/** What AWS Backup does where a plan does not say. */
const DEFAULT_START_WINDOW_HOURS = 24;
const DEFAULT_SELECTION_WINDOW_DAYS = 30;

const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ['LATEST_WITHIN_WINDOW', 'the latest point'],
  ['RANDOM_WITHIN_WINDOW', 'any point'],
]);

/** A restore testing plan: when it runs, which points it takes from where, and what it restores. */
export function restoreTestingRows(
  plan: RestoreTestingPlan,
  selections: readonly RestoreTestingSelection[],
  now: number,
): Row[] {
  const { stack, includeVaults, excludeVaults, startWindowHours, condition: _, ...facts } = plan;
  return block('Restore testing plan', nameWords(plan.name, 'heading'), plan, [
    {
      label: ['runs'],
      lines: [
        [
          ...scheduleWords(facts),
          dim(', starts within '),
          ...counted(startWindowHours ?? DEFAULT_START_WINDOW_HOURS, 'hour'),
        ],
        ...nextRunsLines(facts, now),
      ],
    },
    { label: ['takes'], lines: [pointWords(plan)] },
    { label: ['from'], lines: [vaultWords(includeVaults, stack)] },
    ...(excludeVaults.length > 0 ? [{ label: ['but not from'], lines: [vaultWords(excludeVaults, stack)] }] : []),
    ...selections.map(
      (selection): Entry => ({
        label: ['restores ', nameWords(selection.name, 'name')],
        lines: selectionLines(selection),
      }),
    ),
    ...(selections.length === 0
      ? [{ label: ['restores'], lines: [[{ text: 'nothing in this stack', style: 'unknown' as const }]] }]
      : []),
  ]);
}

function pointWords({ algorithm, recoveryPointTypes, selectionWindowDays }: RestoreTestingPlan): Phrase {
  const known = typeof algorithm === 'string' ? ALGORITHMS.get(algorithm) : undefined;
  const types = recoveryPointTypes.map((type): Phrase => [told(type)]);
  return [
    known ?? told(algorithm),
    ' of the last ',
    ...counted(selectionWindowDays ?? DEFAULT_SELECTION_WINDOW_DAYS, 'day'),
    ...(types.length > 0 ? [', of type ', ...listed(types, 'or')] : []),
  ];
}

function vaultWords(vaults: RestoreTestingPlan['includeVaults'], stack: string): Phrase {
  if (vaults.length === 0) return [{ text: 'no vault', style: 'unknown' }];
  const words = vaults.map(({ arn, when }): Phrase => [...oneVault(arn, stack), ...whenWords({ when })]);
  return joined(words, ', ');
}

function oneVault(arn: Reference, stack: string): Phrase {
  return arn === '*' ? ['every vault'] : referenceWords(arn, stack);
}

/** What a restore testing selection restores, and by which role. */
function selectionLines({ resourceType, resources, conditions, role, stack }: RestoreTestingSelection): Phrase[] {
  const type: Phrase = ['resources of type ', told(resourceType, 'name')];
  const arns = resources.map(
    ({ arn, when }): Phrase => [
      ...(arn === '*' ? ['all of them'] : referenceWords(arn, stack)),
      ...whenWords({ when }),
    ],
  );
  return [
    arns.length === 0 ? type : [...type, ': ', ...listed(arns, 'and')],
    ...conditions.map(({ operator, key, value }): Phrase => ['where ', told(key), ` ${operator} `, told(value)]),
    [dim('restored by '), ...(role === undefined ? ['no role'] : referenceWords(role, stack))],
  ];
}
