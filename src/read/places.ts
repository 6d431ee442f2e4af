import { parseDocument } from './document/parse-document';
import { positionsIn } from './document/positions';
import type { ReadText } from './json';
import type { Path } from './located';
import type { BackupModel } from './model';
import { UnusableInput } from './unusable-input';

/** A place in a file; the first line and the first column are 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A part of a model: a resource, and a property of it. */
export interface PartOfModel {
  readonly stack: string;
  readonly logicalId?: string;
  /** The path of the property, such as `BackupPlan.BackupPlanRule[0].Lifecycle`. */
  readonly property?: string;
}

/** Tells in which file, and where in it, the parts of a model stand. Files are read again, and only when they are asked for. */
export class Places {
  private readonly files: ReadonlyMap<string, string>;
  private readonly known = new Map<
    string,
    ((path: Path) => { readonly line: number; readonly column: number }) | undefined
  >();

  constructor(
    { stacks }: Pick<BackupModel, 'stacks'>,
    private readonly readText: ReadText,
  ) {
    this.files = new Map(stacks.map(({ name, template }) => [name, template]));
  }

  /**
   * Where a part of the model stands: the property, else what is written nearest around it.
   *
   * @returns nothing for a part that stands in no template, or in one that can no longer be read
   */
  public of({ stack, logicalId, property }: PartOfModel): Place | undefined {
    const file = this.files.get(stack);
    if (file === undefined || logicalId === undefined) return undefined;
    const position = this.positionsOf(file)?.(['Resources', logicalId, ...steps(property)]);
    return position && { file, ...position };
  }

  private positionsOf(file: string) {
    if (!this.known.has(file)) this.known.set(file, this.read(file));
    return this.known.get(file);
  }

  private read(file: string) {
    try {
      const { text, format } = parseDocument(file, this.readText);
      return positionsIn(text, format);
    } catch (error) {
      // It was read before, so somebody has changed it meanwhile, or it was no file.
      if (error instanceof UnusableInput) return undefined;
      throw error;
    }
  }
}

/** The steps of a property's path; what stands beside the properties has none. */
function steps(property: string | undefined): Path {
  if (property === undefined) return [];
  if (property === 'DeletionPolicy' || property === 'UpdateReplacePolicy') return [property];
  const found = property.matchAll(/\[(\d+)\]|([^.[\]]+)/g);
  return ['Properties', ...[...found].map(([, index, key]) => (index === undefined ? (key as string) : Number(index)))];
}
