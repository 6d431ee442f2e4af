import type { CopyAction, Lifecycle, Plan, Rule, Selection } from '../read/model';
import { DEFAULT_COMPLETION_WINDOW_MINUTES, DEFAULT_START_WINDOW_MINUTES } from '../service/window';
import { block, type Entry } from './block';
import { minutesInWords } from './durations';
import { joined, listed, type Phrase, type Row } from './layout';
import { nextRunsLines, scheduleWords } from './schedule-words';
import { selectionLines } from './selection-rows';
import { counted, dim, nameWords, told, vaultWords, whenWords } from './told-words';

/** The service's way to say that points are never deleted. */
const FOR_EVER = -1;

/** A plan: its rules in words with their next runs, and the selections that belong to it. */
export function planRows(plan: Plan, selections: readonly Selection[], now: number): Row[] {
  const rules = plan.rules.map(
    (rule): Entry => ({ label: ['rule ', nameWords(rule.name, 'name')], lines: ruleLines(rule, now) }),
  );
  const settings = plan.advancedSettings.map(({ resourceType, option, value }) => [
    `${option} `,
    told(value),
    ' for ',
    told(resourceType),
  ]);
  return block('Plan', nameWords(plan.name, 'heading'), plan, [
    ...(rules.length > 0 ? rules : [{ label: ['rules'], lines: [['none']] }]),
    ...(settings.length > 0 ? [{ label: ['options'], lines: settings }] : []),
    ...selectionEntries(selections),
  ]);
}

function selectionEntries(selections: readonly Selection[]): Entry[] {
  // A plan that selects nothing backs up nothing, and nobody says so.
  if (selections.length === 0)
    return [{ label: ['selects'], lines: [[{ text: 'nothing in this stack', style: 'unknown' }]] }];
  return selections.map((selection) => ({
    label: ['selects ', nameWords(selection.name, 'name')],
    lines: selectionLines(selection),
  }));
}

function ruleLines(rule: Rule, now: number): Phrase[] {
  return [
    [
      ...joined([scheduleWords(rule), ...lifecycleWords(rule), ['in ', ...targetWords(rule)]], ', '),
      ...whenWords(rule),
    ],
    ...nextRunsLines(rule, now),
    ...rule.copies.map(copyWords),
    ...continuousLines(rule),
    ...indexLines(rule),
    ...tagLines(rule),
    windowWords(rule),
  ];
}

function lifecycleWords({ lifecycle, continuous }: Rule): Phrase[] {
  const kept = retentionWords(lifecycle) ?? [continuous === true ? 'retention not given' : 'kept for ever'];
  return [...coldWords(lifecycle), kept];
}

function coldWords(lifecycle: Lifecycle | undefined): Phrase[] {
  const cold = lifecycle?.moveToColdStorageAfterDays;
  return cold === undefined || cold === FOR_EVER ? [] : [['moved to cold storage after ', ...counted(cold, 'day')]];
}

function retentionWords(lifecycle: Lifecycle | undefined): Phrase | undefined {
  const end = lifecycle?.deleteAfterDays;
  return end === undefined || end === FOR_EVER ? undefined : ['kept ', ...counted(end, 'day')];
}

function targetWords({ vault, airGappedVault }: Rule): Phrase {
  if (!airGappedVault) return vaultWords(vault);
  return [
    'the logically air-gapped ',
    ...vaultWords(airGappedVault),
    ' or, what cannot go there, in ',
    ...vaultWords(vault),
  ];
}

function copyWords({ vault, lifecycle, when }: CopyAction): Phrase {
  const kept = retentionWords(lifecycle) ?? ['kept as long as the original'];
  return [
    ...joined([['copied to ', ...vaultWords(vault)], ...coldWords(lifecycle), kept], ', '),
    ...whenWords({ when }),
  ];
}

function continuousLines({ continuous }: Rule): Phrase[] {
  if (continuous === undefined || continuous === false) return [];
  const asked: Phrase = continuous === true ? [] : [' if ', told(continuous)];
  return [['continuous backup (point-in-time recovery) of the types that have it', ...asked]];
}

function indexLines({ indexActions }: Rule): Phrase[] {
  const types = indexActions.flatMap(({ resourceTypes }) => resourceTypes.map((type): Phrase => [told(type)]));
  return types.length === 0 ? [] : [['indexes ', ...listed(types, 'and')]];
}

function tagLines({ recoveryPointTags }: Rule): Phrase[] {
  if (recoveryPointTags.length === 0) return [];
  const tags = recoveryPointTags.map(({ key, value }): Phrase => [told(key), '=', told(value)]);
  return [['recovery points tagged ', ...listed(tags, 'and')]];
}

function windowWords({ startWindowMinutes: start, completionWindowMinutes: completion }: Rule): Phrase {
  const words = [
    ...['starts within ', minutesInWords(start ?? DEFAULT_START_WINDOW_MINUTES)],
    ...(start === undefined && completion !== undefined ? [' (AWS default)'] : []),
    ...[', completes within ', minutesInWords(completion ?? DEFAULT_COMPLETION_WINDOW_MINUTES)],
    ...(completion === undefined ? [start === undefined ? ' (AWS defaults)' : ' (AWS default)'] : []),
  ];
  return words.map((piece) => (typeof piece === 'string' ? dim(piece) : { style: 'dim', ...piece }));
}
