import { looksLikeTemplate } from './document/looks-like-template';
import { own, ownText } from './json';
import type { Template, TemplateResource } from './template';
import type { ReadTemplates } from './templates';
import { UnusableInput } from './unusable-input';

/** Stacks within stacks, as deep as anybody builds them. */
const DEEPEST = 16;
/** No set of files makes as many stacks; templates that nest each other many times over would. */
const MOST_TEMPLATES = 5_000;

/**
 * The template files that make stacks of their own: those that no other nests.
 *
 * @param files the files
 * @param into parses them
 * @throws UnusableInput where a file is no template
 */
export function rootsAmong(files: readonly string[], into: ReadTemplates): string[] {
  for (const file of files) refuseOther(file, into);
  const nested = new Set(files.flatMap((file) => nestedFiles(file, into)));
  const roots = files.filter((file) => !nested.has(plainPath(file)));
  // Files that nest each other in a circle are read on their own.
  return roots.length > 0 ? roots : [...files];
}

/**
 * Reads a template file, and the files beside it which it nests: `TemplateURL: ./database.yaml`, as templates have it
 * before they are packaged.
 */
export function readTemplateFile(file: string, into: ReadTemplates): void {
  readStack({ file, name: file, depth: 0 }, into);
}

interface StackFile {
  readonly file: string;
  readonly name: string;
  readonly depth: number;
  readonly hook?: { readonly template: Template; readonly resource: TemplateResource };
}

function readStack({ file, name, depth, hook }: StackFile, into: ReadTemplates): void {
  const facts = hook ? { parent: hook.template.stack.name } : {};
  const template = into.read(file, name, facts, new Map(), hook);
  for (const resource of template.resources.values()) {
    const { type, logicalId } = resource.reference;
    const url = urlOf(type, resource.value);
    if (url === undefined) continue;
    const reason = readNested({ file, url, depth }, into, (nestedFile) =>
      readStack(
        { file: nestedFile, name: `${name}/${logicalId}`, depth: depth + 1, hook: { template, resource } },
        into,
      ),
    );
    if (reason) {
      into.notes.add({
        stack: template.stack.name,
        logicalId,
        says: `this nested stack was not read, because ${reason}`,
      });
    }
  }
}

/** Reads a nested template, or says why not. */
function readNested(
  { file, url, depth }: { readonly file: string; readonly url: unknown; readonly depth: number },
  into: ReadTemplates,
  read: (file: string) => void,
): string | undefined {
  const nestedFile = localFile(file, url);
  if (nestedFile === undefined) return 'its template is no file beside this one';
  if (depth >= DEEPEST) return `it is more than ${DEEPEST} levels deep`;
  if (into.templates.length >= MOST_TEMPLATES) return `there are more than ${MOST_TEMPLATES} stacks already`;
  try {
    if (!looksLikeTemplate(into.parse(nestedFile))) return `${nestedFile} is no template`;
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return error.message;
  }
  read(nestedFile);
  return undefined;
}

/** The files that a template nests, in plain form. */
function nestedFiles(file: string, into: ReadTemplates): string[] {
  const resources = own(into.parse(file), 'Resources');
  return Object.values(resources ?? {}).flatMap((resource) => {
    const url = urlOf(ownText(resource, 'Type'), resource);
    const nested = url === undefined ? undefined : localFile(file, url);
    return nested === undefined || plainPath(nested) === plainPath(file) ? [] : [plainPath(nested)];
  });
}

function urlOf(type: string | undefined, resource: unknown): unknown {
  const properties = own(resource, 'Properties');
  if (type === 'AWS::CloudFormation::Stack') return own(properties, 'TemplateURL') ?? null;
  return type === 'AWS::Serverless::Application' ? (own(properties, 'Location') ?? null) : undefined;
}

/** The file that a relative path leads to, from the folder of the template that names it. */
function localFile(file: string, url: unknown): string | undefined {
  if (typeof url !== 'string' || /^([a-z][a-z0-9+.-]*:|[/\\])/i.test(url) || !/\.(json|ya?ml|template)$/i.test(url)) {
    return undefined;
  }
  const folder = file.replace(/[^/\\]*$/, '');
  return `${folder}${plainPath(url)}`;
}

/** A path without `./`, and without `..` as far as it can be. */
export function plainPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split(/[/\\]/)) {
    if (part === '.') continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..' && last !== '') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function refuseOther(file: string, into: ReadTemplates): void {
  const value = into.parse(file);
  // What has Resources of a wrong kind is refused when they are read.
  if (looksLikeTemplate(value) || own(value, 'Resources') !== undefined) return;
  const todo = own(value, 'artifacts')
    ? 'to read a CDK assembly, name the folder that holds it'
    : 'name a template, or the cdk.out folder of an app';
  throw new UnusableInput(`${file} is no CloudFormation template, because it has no Resources: ${todo}`);
}
