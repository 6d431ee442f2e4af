import type { ObjectiveResult } from '../cover/objectives/objective';
import type { CoverTextOptions } from './cover-text';
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
/** So many resources that miss a promise alike are listed; the others are counted, unless all are wanted. */
const MOST_LISTED = 10;
/** The widest of what stands before a fact. */
const LABEL_WIDTH = 'found'.length + GAP;

/** Says for a person which objectives are met, and what breaks the others. */
export function objectivesText(results: readonly ObjectiveResult[], page: Page, options: CoverTextOptions): string {
  const rows = results.flatMap((result): Row[] => [
    { indent: 0, text: headOf(result) },
    ...missGroups(result).flatMap((group) => groupRows(group, options)),
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

function groupRows({ verdict, promised, facts, misses }: MissGroup, { places, all }: CoverTextOptions): Row[] {
  const style = verdict === 'missed' ? ('error' as const) : ('warning' as const);
  // One more takes no more lines than to say that there is one.
  const listed = all || misses.length <= MOST_LISTED + 1 ? misses : misses.slice(0, MOST_LISTED);
  const more = misses.length - listed.length;
  const names = listed.map((miss) => widthOf([coveredName(miss)])).filter((width) => width <= WIDEST_NAME);
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
    ...listed.map((miss): Row => {
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
    ...(more === 0 ? [] : [{ indent: INDENT, text: [dim(`${more} more; --all lists them`)] }]),
  ];
}
