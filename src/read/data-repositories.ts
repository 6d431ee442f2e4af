import type { Declaration, When } from './model';
import type { Property } from './property';
import type { DataResource } from './surroundings';
import type { ResourceId } from './told';

/**
 * Which file systems are linked to data repositories: of these there is no backup.
 *
 * Source: https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateBackup.html
 */
export class DataRepositories {
  private readonly byFileSystem = new Map<string, (readonly When[])[]>();

  /** Reads a resource that links a file system. */
  public read({ type, condition }: Declaration, properties: Property): void {
    if (type !== 'AWS::FSx::DataRepositoryAssociation') return;
    const system = properties.at('FileSystemId').resource();
    if (!system) return;
    const when = condition === undefined ? [] : [{ condition, holds: true }];
    this.byFileSystem.set(keyOf(system), [...(this.byFileSystem.get(keyOf(system)) ?? []), when]);
  }

  /** A file system with what links it. */
  public to(resource: DataResource): DataResource {
    const linkedWhen = this.byFileSystem.get(keyOf(resource));
    return linkedWhen ? { ...resource, linkedWhen } : resource;
  }
}

function keyOf({ stack, logicalId }: ResourceId): string {
  return JSON.stringify([stack, logicalId]);
}
