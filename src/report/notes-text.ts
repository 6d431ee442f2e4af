import type { Note } from '../read/model';
import { visible } from './visible';

/** Says what was found and not understood, a line each. */
export function notesText(notes: readonly Note[]): string {
  return notes
    .map(({ stack, logicalId, property, says }) => {
      const place = [stack, logicalId, property].filter((part) => part !== undefined).join(' ');
      return `${visible(`note: ${place}: ${says}`)}\n`;
    })
    .join('');
}
