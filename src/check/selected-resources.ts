import type { Named, Selection } from '../read/model';
import type { DataResource } from '../read/surroundings';
import { isResource, isUnknown } from '../read/told';
import type { OptInType } from '../service/opt-in-types';
import { arnPattern, type ResourceTypeId } from '../service/resource-types';
import { covers } from './arn-patterns';
import { type ArnShape, arnShape } from './arn-shape';
import type { CheckContext } from './context';
import { addTo, madeOnce } from './lists';
import { once, onceEach } from './once';
import { isOnePlace } from './places';

/** A declared resource that a selection takes for certain. */
export interface SelectedResource {
  readonly selection: Selection;
  readonly resource: DataResource;
  /** What takes it: its own name or ARN, the pattern of its type, a tag, or `*`. */
  readonly by: 'name' | 'type' | 'tag' | 'everything';
  /** The property that names it. */
  readonly property: string;
}

/** The ARN of a resource in its parts, as far as it is known. */
export const shapeOf = onceEach((_, { arn }: DataResource) => ({
  shape: arn === undefined ? undefined : arnShape(arn),
}));

/** What selections take for certain, in the model of a run. */
export const selectedResources = once((context) => new SelectedResources(context));

/** What selections take for certain of the resources that are declared; what hangs on conditions or on deployment they may take. */
export class SelectedResources {
  private readonly byType = new Map<ResourceTypeId, DataResource[]>();
  private readonly byTag = new Map<string, DataResource[]>();
  private readonly byArn = new Map<string, DataResource[]>();
  private readonly taken = new Map<Selection, readonly SelectedResource[]>();

  constructor(private readonly context: CheckContext) {
    for (const resource of context.model.resources) {
      if (!resource.resourceType || resource.cluster) continue;
      addTo(this.byType, resource.resourceType, resource);
      for (const { key, value, when } of resource.tags) {
        if (!when && !isUnknown(key) && !isUnknown(value)) addTo(this.byTag, tagKey(key, value), resource);
      }
      const { shape } = shapeOf(context, resource);
      if (shape?.isWhole) addTo(this.byArn, `${shape.service}:${shape.resource}`, resource);
    }
  }

  /** What all selections take. */
  public *all(): Iterable<SelectedResource> {
    for (const selection of this.context.model.selections) yield* this.of(selection);
  }

  /** What a selection takes. */
  public of(selection: Selection): readonly SelectedResource[] {
    return madeOnce(this.taken, selection, () => [...this.takenBy(selection)]);
  }

  private *takenBy(selection: Selection): Iterable<SelectedResource> {
    if (selection.conditions.length > 0 || !this.context.isWhollyRead(selection, 'BackupSelection')) return;
    const seen = new Set<DataResource>();
    for (const found of this.candidates(selection)) {
      const { resource } = found;
      if (seen.has(resource) || !isOnePlace(this.context, selection, resource)) continue;
      if (!selection.notResources.every((out) => sparesFor(this.context, out, resource))) continue;
      seen.add(resource);
      yield found;
    }
  }

  private *candidates(selection: Selection): Iterable<SelectedResource> {
    for (const named of selection.resources) {
      if (named.when) continue;
      for (const [by, resource] of this.named(named)) yield { selection, resource, by, property: named.path };
    }
    for (const { key, value, when } of selection.tags) {
      const tag = when || isUnknown(key) || isUnknown(value) ? undefined : tagKey(key, value);
      const resources = tag === undefined ? [] : (this.byTag.get(tag) ?? []);
      for (const resource of resources)
        yield { selection, resource, by: 'tag', property: 'BackupSelection.ListOfTags' };
    }
  }

  private *named({ arn }: Named): Iterable<[Exclude<SelectedResource['by'], 'tag'>, DataResource]> {
    if (isResource(arn)) {
      const resource = this.context.resource(arn);
      if (resource?.resourceType) yield ['name', resource];
      return;
    }
    if (arn === '*') {
      for (const resources of this.byType.values()) for (const resource of resources) yield ['everything', resource];
      return;
    }
    const shape = arnShape(arn);
    if (!shape?.isWhole) return;
    for (const resource of this.byArn.get(`${shape.service}:${shape.resource}`) ?? []) {
      if (this.isAt(shape, resource)) yield ['name', resource];
    }
    if (!shape.type || shape.resource !== wholeType(shape.type)) return;
    for (const resource of this.byType.get(shape.type) ?? []) if (this.isAt(shape, resource)) yield ['type', resource];
  }

  /** Whether an ARN means the place of a resource; what only deployment tells of it are mostly its own Region and account. */
  private isAt({ region = '*', account = '*' }: ArnShape, resource: DataResource): boolean {
    const own = this.context.stackOf(resource);
    const means = (part: string, place: string | undefined) => part === '*' || part === '' || part === place;
    return means(region, own?.region) && means(account, own?.account);
  }
}

/** Whether the type of a resource is switched on for certain, where what takes it asks for that. */
export function isSwitchedOn(context: CheckContext, { by, resource }: SelectedResource, type: OptInType): boolean {
  return by === 'name' || by === 'type' || context.leaning.optIn(type, context.stackOf(resource) ?? {}) === true;
}

/** Whether an exclusion is certainly not about a resource. */
function sparesFor(context: CheckContext, { arn }: Named, resource: DataResource): boolean {
  if (isResource(arn)) return arn.stack !== resource.stack || arn.logicalId !== resource.logicalId;
  const shape = arnShape(arn);
  if (!shape?.type) return false;
  if (shape.type !== resource.resourceType) return true;
  // Whatever the place of either: what is called otherwise is another resource. Databases get their names in lower case.
  const { shape: own } = shapeOf(context, resource);
  return shape.isWhole && own?.isWhole === true && !covers(shape.resource.toLowerCase(), own.resource.toLowerCase());
}

/** How the resource in the pattern of a whole type reads. */
function wholeType(type: ResourceTypeId): string {
  return arnPattern(type, 'aws').split(':').slice(5).join(':');
}

function tagKey(key: string, value: string): string {
  return JSON.stringify([key, value]);
}
