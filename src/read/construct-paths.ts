import { isObject, own, ownText } from './json';

/** The construct paths of the resources of a CDK stack, and of the stacks nested in it: by stack, then by logical id. */
export class ConstructPaths {
  private readonly byStack = new Map<string, Map<string, string>>();

  /**
   * @param stack the construct path of the stack
   * @param metadata the metadata of the stack in the assembly: entries by construct path
   */
  constructor(stack: string, metadata: unknown) {
    const resources = isObject(metadata) ? Object.entries(metadata).flatMap(resourceOf) : [];
    // The nested stacks first, then longest path first, so that each resource goes to the innermost stack around it.
    const stacks = [stack, ...resources.flatMap(({ path }) => nestedStackPath(path) ?? [])];
    stacks.sort((a, b) => b.length - a.length);
    for (const { path, logicalId } of resources) {
      const owner = stacks.find((candidate) => path.startsWith(`${candidate}/`)) ?? stack;
      const paths = this.byStack.get(owner) ?? new Map<string, string>();
      this.byStack.set(owner, paths.set(logicalId, path));
    }
  }

  /** The construct paths in one stack, by logical id. */
  public in(stack: string): ReadonlyMap<string, string> {
    return this.byStack.get(stack) ?? new Map();
  }
}

/**
 * The construct path of a nested stack, by that of the resource which stands for it: the CDK puts the resource beside
 * the stack, under `Nested.NestedStack/Nested.NestedStackResource`.
 */
export function nestedStackPath(resourcePath: string): string | undefined {
  const end = /\/([^/]+)\.NestedStack\/([^/]+)\.NestedStackResource$/.exec(resourcePath);
  return end && end[1] === end[2] ? `${resourcePath.slice(0, end.index)}/${end[1]}` : undefined;
}

function resourceOf([path, entries]: [string, unknown]): { readonly path: string; readonly logicalId: string }[] {
  if (!Array.isArray(entries)) return [];
  return entries
    .filter((entry) => own(entry, 'type') === 'aws:cdk:logicalId')
    .flatMap((entry) => ownText(entry, 'data') ?? [])
    .map((logicalId) => ({ path: path.replace(/^\//, ''), logicalId }));
}
