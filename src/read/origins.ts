import { ConstructAcknowledgements } from './acknowledgements';
import { isObject, own, ownText } from './json';
import type { Acknowledgement, ProgramLine } from './model';
import type { Origin } from './template';

/** Where the resources of a CDK stack, and of the stacks nested in it, come from: by stack, then by logical id. */
export class Origins {
  private readonly byStack = new Map<string, Map<string, Origin>>();

  /** What the stack acknowledges as a whole. */
  public readonly acknowledged: readonly Acknowledgement[];

  /**
   * @param stack the construct path of the stack
   * @param metadata the metadata of the stack in the assembly: entries by construct path
   */
  constructor(stack: string, metadata: unknown) {
    const resources = isObject(metadata) ? Object.entries(metadata).flatMap(resourceOf) : [];
    const acknowledgements = new ConstructAcknowledgements(metadata);
    this.acknowledged = acknowledgements.at(stack);
    // The nested stacks first, then longest path first, so that each resource goes to the innermost stack around it.
    const stacks = [stack, ...resources.flatMap(({ path }) => nestedStackPath(path) ?? [])];
    stacks.sort((a, b) => b.length - a.length);
    for (const { path, logicalId, program } of resources) {
      const owner = stacks.find((candidate) => path.startsWith(`${candidate}/`)) ?? stack;
      const origins = this.byStack.get(owner) ?? new Map<string, Origin>();
      const acknowledged = acknowledgements.at(path);
      const origin = {
        constructPath: path,
        ...(program && { program }),
        ...(acknowledged.length > 0 && { acknowledged }),
      };
      this.byStack.set(owner, origins.set(logicalId, origin));
    }
  }

  /** Where the resources of one stack come from, by logical id. */
  public in(stack: string): ReadonlyMap<string, Origin> {
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

interface ResourceOrigin {
  readonly path: string;
  readonly logicalId: string;
  readonly program: ProgramLine | undefined;
}

function resourceOf([path, entries]: [string, unknown]): ResourceOrigin[] {
  if (!Array.isArray(entries)) return [];
  const ids = entries.filter((entry) => own(entry, 'type') === 'aws:cdk:logicalId');
  const program = programLineIn(entries);
  return ids
    .flatMap((entry) => ownText(entry, 'data') ?? [])
    .map((logicalId) => ({ path: path.replace(/^\//, ''), logicalId, program }));
}

/** `main (/app/bin.ts:5:9)`, with or without the name of a function. */
const FRAME = /^(?:.*\()?([^()]+):(\d+):\d+\)?$/;

/** The innermost line of the user's own program on the way to the resource: the CDK folds up the frames of libraries. */
function programLineIn(entries: readonly unknown[]): ProgramLine | undefined {
  for (const entry of entries) {
    const frames = own(entry, 'type') === 'aws:cdk:creationStack' ? own(entry, 'data') : own(entry, 'trace');
    if (!Array.isArray(frames)) continue;
    for (const frame of frames) {
      const [, file, line] = (typeof frame === 'string' && FRAME.exec(frame)) || [];
      const isOwn = file !== undefined && !file.startsWith('node:') && !/[/\\]node_modules[/\\]/.test(file);
      if (isOwn) return { file, line: Number(line) };
    }
  }
  return undefined;
}
