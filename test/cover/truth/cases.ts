import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CoverageStatus, SelectedBy } from '../../../src/cover/coverage';
import { parseAssumptions } from '../../../src/read/assumptions/parse';
import { parseYaml } from '../../../src/read/document/yaml-document';
import type { BackupModel } from '../../../src/read/model';
import { readModel } from '../../../src/read/read-model';
import { type CaseFiles, filesOf } from './files';
import { type Template, whole } from './whole';

/** One stack of a case; a name such as `app/Database` is that of the stack which `Database` of `app` nests. */
export interface TruthStack {
  readonly name: string;
  readonly account?: string;
  readonly region?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly template: Template;
}

/** A program, and what is protected in it by AWS's documentation. */
export interface TruthCase {
  /** The file of the case, for whoever looks for it. */
  readonly file: string;
  readonly title: string;
  /** The page that decides, and the deciding line in our words. */
  readonly source: string;
  readonly decides: string;
  /** What `strongroom.assumptions.yaml` would say; and whether everything else is unknown. */
  readonly assumptions?: unknown;
  readonly strict: boolean;
  readonly stacks: readonly TruthStack[];
  /** By `LogicalId`, or `stack/LogicalId` where there are several; a replica has its Region behind an `@`. */
  readonly expect: Readonly<Record<string, CoverageStatus>>;
  readonly by: Readonly<Record<string, SelectedBy>>;
}

/** A case as it is written. */
interface Written extends Omit<TruthCase, 'file' | 'stacks' | 'strict' | 'by'> {
  readonly strict?: boolean;
  readonly environment?: { readonly account?: string; readonly region?: string };
  readonly template?: Template;
  readonly stacks?: readonly TruthStack[];
  readonly by?: TruthCase['by'];
}

/** The stack of a case that has only one. */
const ONLY = 'app';

/** Every case of every file in the folder of the table, its templates made whole. */
export function truthCases(folder: string = __dirname): readonly TruthCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => casesIn(folder, file));
}

function casesIn(folder: string, file: string): TruthCase[] {
  const written = parseYaml(file, readFileSync(join(folder, file), 'utf8')) as readonly Written[];
  return written.map(({ environment, template, stacks, ...rest }) => ({
    ...rest,
    file,
    strict: rest.strict ?? false,
    by: rest.by ?? {},
    stacks: (stacks ?? [{ name: ONLY, ...environment, template: template ?? { Resources: {} } }]).map((stack) => ({
      ...stack,
      template: whole(stack.template),
    })),
  }));
}

/** Reads the templates of a case, with its assumptions. */
export function modelOf(truth: TruthCase): BackupModel {
  const { files, sources }: CaseFiles = filesOf(truth.stacks);
  const readText = (path: string): string => {
    const text = files.get(path);
    if (text === undefined) throw new Error(`${truth.title}: there is no file ${path}`);
    return text;
  };
  return readModel(sources, readText, { assumptions: parseAssumptions(truth.title, truth.assumptions, truth.strict) });
}

/** What `expect` calls a resource of a model. */
export function keyOf(
  truth: TruthCase,
  resource: { readonly stack: string; readonly logicalId: string },
  replicaRegion?: string,
): string {
  const stack = resource.stack.replace('.json', '');
  const own = truth.stacks.length === 1 ? resource.logicalId : `${stack}/${resource.logicalId}`;
  return replicaRegion === undefined ? own : `${own}@${replicaRegion}`;
}
