import type { BackupModel } from '../read/model';
import type { ResourceId } from '../read/told';
import { type Formula, free } from './formula';

/** Which properties of which resources the reader has left aside. */
export class Unread {
  private readonly paths = new Map<string, string[]>();

  constructor({ notes, selections }: Pick<BackupModel, 'notes' | 'selections'>) {
    const named = new Set(
      selections.flatMap((selection) =>
        [...selection.resources, ...selection.notResources].map(({ path }) => `${keyOf(selection)}${path}`),
      ),
    );
    for (const { stack, logicalId, property } of notes) {
      // A comparison that AWS Backup does not know is in the model all the same, as what it is.
      if (logicalId === undefined || property === undefined || property.endsWith('.ConditionType')) continue;
      const key = keyOf({ stack, logicalId });
      // So is an ARN that nothing tells which was read, as one that may be any.
      if (property.endsWith(']') && named.has(`${key}${property}`)) continue;
      this.paths.set(key, [...(this.paths.get(key) ?? []), property]);
    }
  }

  /** That what stands unread in a property, in what it stands in or within it, makes something so; `false` if nothing does. */
  public mayTell(of: ResourceId, property: string): Formula {
    if (this.paths.size === 0) return false;
    const paths = this.paths.get(keyOf(of)) ?? [];
    if (!paths.some((path) => isWithin(path, property) || isWithin(property, path))) return false;
    const words = `${property} of ${of.logicalId}, of which a part could not be read`;
    return free(`unread:${keyOf(of)}:${property}`, words);
  }
}

function isWithin(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}.`) || path.startsWith(`${other}[`);
}

function keyOf({ stack, logicalId }: Pick<ResourceId, 'stack' | 'logicalId'>): string {
  return JSON.stringify([stack, logicalId]);
}
