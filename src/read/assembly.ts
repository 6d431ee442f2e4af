import { ConstructPaths, nestedStackPath } from './construct-paths';
import { given } from './given';
import { isObject, type JsonObject, own, ownText, parseObject, type ReadText } from './json';
import type { StackFacts } from './model';
import type { NoteBook } from './note-book';
import type { StackNames } from './stack-names';
import { readTemplate, type Template, type TemplateResource } from './template';
import { textOf } from './text';
import { UnusableInput } from './unusable-input';

/** Stages within stages, and stacks within stacks, as deep as anybody builds them. */
const DEEPEST = 16;
/** No app has as many stacks; templates that nest themselves, or each other many times over, would. */
const MOST_TEMPLATES = 5_000;

/**
 * Reads every template of a CDK assembly: those of its stacks, of its stages and of its nested stacks.
 *
 * @param folder the folder of the assembly
 * @param readText reads a file
 * @param notes gets what is not understood
 * @param names keeps the stacks apart
 * @throws UnusableInput where a part of the assembly is missing or broken
 */
export function readAssembly(folder: string, readText: ReadText, notes: NoteBook, names: StackNames): Template[] {
  const reader = new AssemblyReader(folder.replace(/(?<=.)[/\\]+$/, ''), readText, notes, names);
  reader.readStage('', 0);
  return reader.templates;
}

/** A stack whose template is to be read. */
interface StackToRead {
  /** What it is called in this assembly. */
  readonly name: string;
  readonly facts: Omit<StackFacts, 'name' | 'template'>;
  /** The folder of its stage, within the assembly. */
  readonly folder: string;
  readonly file: string;
  readonly paths: ConstructPaths;
  readonly assets: ReadonlyMap<string, string>;
  readonly depth: number;
}

class AssemblyReader {
  public readonly templates: Template[] = [];
  private readonly parsed = new Map<string, JsonObject>();

  constructor(
    private readonly root: string,
    private readonly readText: ReadText,
    private readonly notes: NoteBook,
    private readonly names: StackNames,
  ) {}

  public readStage(folder: string, depth: number): void {
    const manifest = this.within(folder, 'manifest.json');
    const artifacts = own(this.parse(manifest), 'artifacts') ?? {};
    if (!isObject(artifacts)) throw this.broken(manifest, 'has artifacts that are no object');
    const assets = this.readAssets(folder, Object.values(artifacts));
    for (const [id, artifact] of Object.entries(artifacts)) {
      const type = own(artifact, 'type');
      const properties = own(artifact, 'properties');
      if (type === 'aws:cloudformation:stack') {
        const templateFile = ownText(properties, 'templateFile');
        if (templateFile === undefined) throw this.broken(manifest, `names no templateFile for ${id}`);
        this.readTopStack(id, artifact, this.within(folder, templateFile), folder, assets);
      } else if (type === 'cdk:cloud-assembly') {
        const directory = ownText(properties, 'directoryName');
        if (directory === undefined) throw this.broken(manifest, `names no directoryName for ${id}`);
        if (depth >= DEEPEST) throw this.broken(manifest, `has stages more than ${DEEPEST} levels deep`);
        this.readStage(this.within(folder, directory), depth + 1);
      }
    }
  }

  private readTopStack(
    id: string,
    artifact: unknown,
    file: string,
    folder: string,
    assets: ReadonlyMap<string, string>,
  ): void {
    const name = ownText(artifact, 'displayName') ?? id;
    const paths = new ConstructPaths(name, this.metadataOf(artifact, folder, name));
    this.readStack({ name, facts: environmentOf(artifact), folder, file, paths, assets, depth: 0 });
  }

  private readStack(stack: StackToRead): void {
    if (this.templates.length >= MOST_TEMPLATES) {
      throw this.broken(stack.file, `is nested too often: an assembly is read up to ${MOST_TEMPLATES} templates`);
    }
    const { name, file, paths } = stack;
    const facts = { name: this.names.claim(name, this.full(file)), template: this.full(file), ...stack.facts };
    const template = readTemplate(this.parse(file), facts, paths.in(name), this.notes);
    this.templates.push(template);
    for (const resource of template.resources.values()) {
      if (resource.id.type === 'AWS::CloudFormation::Stack') this.readNestedStack(resource, template, stack);
    }
  }

  private readNestedStack(resource: TemplateResource, template: Template, parent: StackToRead): void {
    const { stack, logicalId, constructPath } = resource.id;
    const asset =
      ownText(resource.metadata, 'aws:asset:path') ?? parent.assets.get(assetHash(resource, template) ?? '');
    if (asset === undefined || parent.depth >= DEEPEST) {
      const why =
        asset === undefined ? 'its template is not in the assembly' : `it is more than ${DEEPEST} levels deep`;
      this.notes.add({ stack, logicalId, says: `this nested stack was not read, because ${why}` });
      return;
    }
    const file = this.within(parent.folder, asset);
    const name = (constructPath && nestedStackPath(constructPath)) ?? `${parent.name}/${logicalId}`;
    this.readStack({ ...parent, name, facts: { ...parent.facts, parent: stack }, file, depth: parent.depth + 1 });
  }

  /** The files of a stage's assets by their hash: an app that the CDK command did not run has no other trace of them. */
  private readAssets(folder: string, artifacts: readonly unknown[]): ReadonlyMap<string, string> {
    const files = new Map<string, string>();
    for (const artifact of artifacts) {
      const manifest = ownText(own(artifact, 'properties'), 'file');
      if (own(artifact, 'type') !== 'cdk:asset-manifest' || manifest === undefined) continue;
      const assets = own(this.parse(this.within(folder, manifest)), 'files');
      for (const [hash, asset] of Object.entries(isObject(assets) ? assets : {})) {
        const path = ownText(own(asset, 'source'), 'path');
        if (path !== undefined) files.set(hash, path);
      }
    }
    return files;
  }

  /** Where resources come from: beside the manifest in new assemblies, in it in older ones. */
  private metadataOf(artifact: unknown, folder: string, stack: string): unknown {
    const file = ownText(artifact, 'additionalMetadataFile');
    if (file === undefined) return own(artifact, 'metadata');
    try {
      return this.parse(this.within(folder, file));
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error;
      this.notes.add({ stack, says: `construct paths are not known, because ${error.message}` });
      return undefined;
    }
  }

  private parse(file: string): JsonObject {
    const known = this.parsed.get(file);
    if (known) return known;
    const object = parseObject(this.full(file), this.readText);
    this.parsed.set(file, object);
    return object;
  }

  /** A path within the assembly; one that leads out of it is refused. */
  private within(folder: string, path: string): string {
    const parts: string[] = [];
    for (const part of `${folder}/${path}`.split(/[/\\]/)) {
      if (part === '..' && parts.pop() === undefined) throw this.broken('manifest.json', `leads out of it, to ${path}`);
      if (part !== '..' && part !== '.' && part !== '') parts.push(part);
    }
    // An absolute path names a file that belongs to somebody else, whatever it is.
    if (/^([/\\]|[A-Za-z]:)/.test(path)) throw this.broken('manifest.json', `leads out of it, to ${path}`);
    return parts.join('/');
  }

  private full(file: string): string {
    return `${this.root}/${file}`;
  }

  private broken(file: string, what: string): UnusableInput {
    return new UnusableInput(`${this.full(file)} ${what}: synthesize the app again`);
  }
}

/** The environment of a stack; the CDK writes unknown-account and unknown-region where it has none. */
function environmentOf(artifact: unknown): Pick<StackFacts, 'account' | 'region'> {
  const [, account, region] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(ownText(artifact, 'environment') ?? '') ?? [];
  return given({
    account: account === 'unknown-account' ? undefined : account,
    region: region === 'unknown-region' ? undefined : region,
  });
}

/** The hash of a nested stack's template, which is the last part of its URL. */
function assetHash({ properties }: TemplateResource, template: Template): string | undefined {
  const last = textOf(own(properties, 'TemplateURL'), template)?.at(-1);
  return last && 'words' in last ? /\/([0-9a-f]{64})\.json$/.exec(last.words)?.[1] : undefined;
}
