import type { ObjectiveResult } from '../cover/objectives/objective';
import type { Places } from '../read/places';
import { capitalized, coveredName } from './cover-words';
import { layOut, type Page, type Row, widthOf } from './layout';
import { aboutWords, dependsWords, type MissGroup, missGroups, missPlace, resultWords } from './objectives-words';
import { dim } from './told-words';
import { typeName } from './type-names';

const BLANK: Row = { indent: 0, text: [] };
const INDENT = 4;
const GAP = 2;
/** A name that is longer has a line to itself. */
const WIDEST_NAME = 32;
/** The widest of what stands before a fact. */
const LABEL_WIDTH = 'found'.length + GAP;

/** Says for a person which objectives are met, and what breaks the others. */
export function objectivesText(results: readonly ObjectiveResult[], page: Page, places: Pick<Places, 'of'>): string {
  const rows = results.flatMap((result): Row[] => [
    { indent: 0, text: headOf(result) },
    ...missGroups(result).flatMap((group) => groupRows(group, places)),
    ...result.notes.map((note): Row => ({ indent: 2, text: [dim(`note: ${note}`)] })),
    BLANK,
  ]);
  return layOut(rows, page);
}

function headOf(result: ObjectiveResult): Row['text'] {
  const style = result.misses.length === 0 ? ('fine' as const) : ('error' as const);
  return [
    { text: `Objective ${result.objective}`, style: 'heading' },
    ' ',
    { text: resultWords(result), style },
    dim(` (${aboutWords(result)})`),
  ];
}

function groupRows({ verdict, promised, facts, misses }: MissGroup, places: Pick<Places, 'of'>): Row[] {
  const style = verdict === 'missed' ? ('error' as const) : ('warning' as const);
  const names = misses.map((miss) => widthOf([coveredName(miss)])).filter((width) => width <= WIDEST_NAME);
  return [
    { indent: 2, text: [{ text: capitalized(verdict), style }, `: ${promised}`, dim(` (${misses.length})`)] },
    ...facts.map(
      ({ label, says }): Row => ({
        indent: INDENT + GAP,
        label: [dim(label)],
        labelWidth: LABEL_WIDTH,
        text: [says],
      }),
    ),
    ...misses.map((miss): Row => {
      const depends = dependsWords(miss);
      return {
        indent: INDENT,
        label: [{ text: coveredName(miss), style: 'name' }],
        labelWidth: Math.max(0, ...names) + GAP,
        text: [
          typeName(miss.resource.type),
          dim(` · ${missPlace(miss, places)}`),
          ...(depends === undefined ? [] : [{ text: `; ${depends}`, style: 'unknown' as const }]),
        ],
      };
    }),
  ];
}
