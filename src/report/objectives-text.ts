import type { Miss, ObjectiveResult } from '../cover/objectives/objective';
import { coveredName } from './cover-words';
import { layOut, type Page, type Row } from './layout';

const BLANK: Row = { indent: 0, text: [] };

/** Says for a person which objectives are met, and what breaks the others. */
export function objectivesText(results: readonly ObjectiveResult[], page: Page): string {
  const rows = results.flatMap((result): Row[] => [
    { indent: 0, text: headOf(result) },
    ...result.misses.map(missRow),
    ...result.notes.map((note): Row => ({ indent: 4, text: [{ text: `note: ${note}`, style: 'dim' }] })),
    BLANK,
  ]);
  return layOut(rows, page);
}

function headOf({ objective, resources, misses, excepted }: ObjectiveResult): Row['text'] {
  const name = { text: `Objective ${objective}`, style: 'heading' as const };
  const about = `${resources} ${resources === 1 ? 'resource' : 'resources'}${excepted > 0 ? `, ${excepted} excepted` : ''}`;
  const verdict =
    misses.length === 0
      ? { text: 'met', style: 'fine' as const }
      : { text: `missed ${misses.length} ${misses.length === 1 ? 'time' : 'times'}`, style: 'error' as const };
  return [name, ' ', verdict, { text: ` (${about})`, style: 'dim' }];
}

function missRow(miss: Miss): Row {
  const { resource, says, verdict, unknowns } = miss;
  const style = verdict === 'missed' ? ('error' as const) : ('unknown' as const);
  const hangs = unknowns.length > 0 ? ` (${unknowns.join('; ')})` : '';
  return {
    indent: 4,
    text: [{ text: coveredName(miss), style: 'name' }, ` of ${resource.stack}: `, { text: says, style }, hangs],
  };
}
