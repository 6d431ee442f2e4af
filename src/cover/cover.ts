import type { Leaning } from '../read/assumptions/leaning';
import type { BackupModel } from '../read/model';
import type { Coverage } from './coverage';
import { Examination } from './examination';

/**
 * Finds out what is protected, by which selection, and why.
 *
 * @param model what was read
 * @param leaning answers what no template can tell, and remembers that it was asked
 */
export function cover(model: BackupModel, leaning: Leaning): Coverage {
  const resources = new Examination(model, leaning).all().map(({ row }) => row);
  return { resources, assumptions: leaning.answers };
}
