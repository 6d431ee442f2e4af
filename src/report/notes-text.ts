import type { Note } from '../read/model';
import type { Place, Places } from '../read/places';
import { visible } from './visible';

/** Says what was found and not understood, a line each, with the place where it stands. */
export function notesText(notes: readonly Note[], places: Pick<Places, 'of'>): string {
  return notes
    .map((note) => {
      const { stack, logicalId, property, says } = note;
      const place = places.of(note);
      // A template without an assembly gives its stack its own name.
      const where = place?.file === stack ? [told(place)] : [stack, ...(place ? [`(${told(place)})`] : [])];
      const parts = [...where, logicalId, property].filter((part) => part !== undefined);
      return `${visible(`note: ${parts.join(' ')}: ${says}`)}\n`;
    })
    .join('');
}

function told({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
