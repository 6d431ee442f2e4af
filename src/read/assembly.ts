import { given } from './given';
import { isObject, type JsonObject, own, ownText } from './json';
import type { StackFacts, Tag } from './model';
import { nestedStackPath, Origins } from './origins';
import type { TemplateResource } from './template';
import type { ReadTemplates, StackOrigin } from './templates';
import { UnusableInput } from './unusable-input';
import type { Hook } from './world';

/** Stages within stages, and stacks within stacks, as deep as anybody builds them. */
const DEEPEST = 16;
/** No app has as many stacks; templates that nest themselves, or each other many times over, would. */
const MOST_TEMPLATES = 5_000;

/**
 * Reads every template of a CDK assembly: those of its stacks, of its stages and of its nested stacks.
 *
 * @param folder the folder of the assembly
 * @param into gets the templates
 * @throws UnusableInput where a part of the assembly is missing or broken
 */
export function readAssembly(folder: string, into: ReadTemplates): void {
  new AssemblyReader(folder.replace(/(?<=.)[/\\]+$/, ''), into).readStage('', 0);
}

/** A stack whose template is to be read. */
interface StackToRead {
  /** What it is called in this assembly. */
  readonly name: string;
  readonly facts: StackOrigin;
  /** The folder of its stage, within the assembly. */
  readonly folder: string;
  readonly file: string;
  readonly origins: Origins;
  readonly assets: ReadonlyMap<string, string>;
  readonly depth: number;
  /** Where it hangs, if it is nested. */
  readonly hook?: Hook;
}

class AssemblyReader {
  private count = 0;

  constructor(
    private readonly root: string,
    private readonly into: ReadTemplates,
  ) {}

  public readStage(folder: string, depth: number): void {
    const manifest = this.within(folder, 'manifest.json');
    const artifacts = own(this.parse(manifest), 'artifacts') ?? {};
    if (!isObject(artifacts)) throw this.broken(manifest, 'has artifacts that are no object');
    const missing = own(this.parse(manifest), 'missing');
    if (Array.isArray(missing) && missing.length > 0) {
      const says = 'values that the CDK looks up in the account were not there, so its stand-ins for them were read';
      this.into.notes.add({ stack: this.full(manifest), says });
    }
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
    const origins = new Origins(name, this.metadataOf(artifact, folder, name));
    const { acknowledged } = origins;
    const facts = { ...factsOf(artifact, id), ...(acknowledged.length > 0 && { acknowledged }) };
    this.readStack({ name, facts, folder, file, origins, assets, depth: 0 });
  }

  private readStack(stack: StackToRead): void {
    this.count += 1;
    if (this.count > MOST_TEMPLATES) {
      throw this.broken(stack.file, `is nested too often: an assembly is read up to ${MOST_TEMPLATES} templates`);
    }
    const { name, file, origins, facts, hook } = stack;
    const template = this.into.read(this.full(file), name, facts, origins.in(name), hook);
    for (const resource of template.resources.values()) {
      if (resource.reference.type === 'AWS::Serverless::Application') this.noteApplication(resource);
      if (resource.reference.type !== 'AWS::CloudFormation::Stack') continue;
      this.readNestedStack(resource, { ...stack, hook: { template, resource } });
    }
  }

  private readNestedStack(resource: TemplateResource, parent: StackToRead & { readonly hook: Hook }): void {
    const { stack, logicalId, constructPath } = resource.reference;
    const asset =
      ownText(own(resource.value, 'Metadata'), 'aws:asset:path') ?? parent.assets.get(assetHash(resource) ?? '');
    if (asset === undefined || parent.depth >= DEEPEST) {
      const why =
        asset === undefined ? 'its template is not in the assembly' : `it is more than ${DEEPEST} levels deep`;
      this.into.notes.add({ stack, logicalId, says: `this nested stack was not read, because ${why}` });
      return;
    }
    const file = this.within(parent.folder, asset);
    const name = (constructPath && nestedStackPath(constructPath)) ?? `${parent.name}/${logicalId}`;
    const { stackName: _, ...facts } = parent.facts;
    this.readStack({ ...parent, name, facts: { ...facts, parent: stack }, file, depth: parent.depth + 1 });
  }

  private noteApplication({ reference: { stack, logicalId } }: TemplateResource): void {
    const says = 'this nested stack was not read, because its template is not in the assembly';
    this.into.notes.add({ stack, logicalId, says });
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
      this.into.notes.add({
        stack,
        says: `construct paths are not known, because ${error.message}`,
        hidesNothing: true,
      });
      return undefined;
    }
  }

  private parse(file: string): JsonObject {
    return this.into.parse(this.full(file));
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

/** What the manifest says of a stack; the CDK writes unknown-account and unknown-region where it has none. */
function factsOf(artifact: unknown, id: string): Pick<StackFacts, 'account' | 'region' | 'stackName' | 'tags'> {
  const [, account, region] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(ownText(artifact, 'environment') ?? '') ?? [];
  const properties = own(artifact, 'properties');
  return given({
    stackName: ownText(properties, 'stackName') ?? id,
    account: account === 'unknown-account' ? undefined : account,
    region: region === 'unknown-region' ? undefined : region,
    tags: tagsIn(own(properties, 'tags') ?? olderTags(artifact)),
  });
}

function tagsIn(tags: unknown): Tag[] {
  if (!isObject(tags)) return [];
  return Object.entries(tags).flatMap(([key, value]) => (typeof value === 'string' ? [{ key, value }] : []));
}

/** Older CDKs keep the tags of a stack in its metadata. */
function olderTags(artifact: unknown): unknown {
  const entries = Object.values(own(artifact, 'metadata') ?? {}).flat() as unknown[];
  const tags = entries.flatMap((entry) => (own(entry, 'type') === 'aws:cdk:stack-tags' ? own(entry, 'data') : []));
  // Each with a capital, or without, as the one or the other CDK writes it.
  const keyed = tags.map((tag) => [own(tag, 'key') ?? own(tag, 'Key'), own(tag, 'value') ?? own(tag, 'Value')]);
  return Object.fromEntries(keyed.filter(([key]) => typeof key === 'string'));
}

/** The hash of a nested stack's template, which is the last part of its URL, however that is put together. */
function assetHash({ value }: TemplateResource): string | undefined {
  const url = JSON.stringify(own(own(value, 'Properties'), 'TemplateURL')) ?? '';
  return /\/([0-9a-f]{64})\.json"/.exec(url)?.[1];
}
