import { own } from './json';
import type { Located } from './located';
import type { Template, TemplateResource } from './template';

/** Where a nested stack hangs: the resource that stands for it, in the template of its parent. */
export interface Hook {
  readonly template: Template;
  readonly resource: TemplateResource;
}

/** What comes of asking for something in another stack. */
export type Found = { readonly at: Located } | { readonly missing: string };

/** Stands for the account that a role leads into, which its ARN need not tell. */
export const ANY_ACCOUNT = Symbol('any account');

/** Where the stack is of which an output is asked for; a place that nobody knows is `undefined`. */
export interface OutputPlace {
  readonly region: string | undefined;
  readonly account: string | undefined | typeof ANY_ACCOUNT;
  readonly asking: Template;
}

/** An output, or a value that a stack writes for others. */
interface Offer {
  readonly at: Located;
  readonly template: Template;
}

/** What is known of the texts in templates before any is followed elsewhere. */
export interface Texts {
  /** A text of which all is known, pseudo parameters of known stacks included. */
  known(at: Located): string | undefined;
}

/**
 * The templates that were read, and the ways from one to another: exports and imports, outputs and parameters of nested
 * stacks, and what the CDK hands from Region to Region.
 */
export class World {
  private readonly parents = new Map<Template, Hook>();
  private readonly children = new Map<TemplateResource, Template>();
  private exportsByName: ReadonlyMap<string, readonly Offer[]> | undefined;
  private writtenByName: ReadonlyMap<string, readonly Offer[]> | undefined;

  /**
   * @param templates every template
   * @param isShared whether stacks of which nobody knows the environment are in one and the same; called where it matters
   */
  constructor(
    public readonly templates: readonly Template[],
    private readonly isShared: () => boolean,
  ) {}

  /** Says that a template is that of a nested stack. */
  public nest(template: Template, hook: Hook): void {
    this.parents.set(template, hook);
    this.children.set(hook.resource, template);
  }

  /** Where a nested stack hangs. */
  public hookOf(template: Template): Hook | undefined {
    return this.parents.get(template);
  }

  /** The template of the nested stack that a resource stands for. */
  public nestedIn(resource: TemplateResource): Template | undefined {
    return this.children.get(resource);
  }

  /** The value of an output of a template. */
  public outputOf(template: Template, name: string): Found {
    const output = own(template.outputs, name);
    const value = own(output, 'Value');
    return value === undefined
      ? { missing: `${template.stack.name} has no output '${name}'` }
      : { at: { value, template, path: ['Outputs', name, 'Value'] } };
  }

  /** The value that is exported under a name, to the stacks of the environment of the one that asks. */
  public imported(name: string, asking: Template, texts: Texts): Found {
    this.exportsByName ??= grouped(this.templates.flatMap((template) => exportsOf(template, texts)));
    const offers = this.exportsByName.get(name) ?? [];
    return this.only(
      offers.filter(({ template }) => this.isOneEnvironment(template, asking)),
      `an export '${name}'`,
    );
  }

  /** The value of an output of a stack by its name and its place. */
  public stackOutput(stackName: string, output: string, { region, account, asking }: OutputPlace): Found {
    const found = this.templates.filter(
      ({ stack }) =>
        stack.stackName === stackName &&
        (stack.name === asking.stack.name ||
          (this.isSame(stack.region, region) && (account === ANY_ACCOUNT || this.isSame(stack.account, account)))),
    );
    const [template, ...more] = found;
    if (!template) return { missing: `no stack '${stackName}' was read` };
    if (more.length > 0) return { missing: `several stacks '${stackName}' were read` };
    return this.outputOf(template, output);
  }

  /** What the CDK's writer of one Region leaves for its reader in another. */
  public written(name: string): Found {
    this.writtenByName ??= grouped(this.templates.flatMap(writtenBy));
    return this.only(this.writtenByName.get(name) ?? [], `a value '${name}' written for this Region`);
  }

  private only(offers: readonly Offer[], what: string): Found {
    const [offer, ...more] = offers;
    if (!offer) return { missing: `no template that was read has ${what}` };
    const stacks = [offer, ...more].map(({ template }) => template.stack.name);
    return more.length > 0
      ? { missing: `several stacks have ${what}: ${stacks.slice(0, 4).join(', ')}` }
      : { at: offer.at };
  }

  private isOneEnvironment({ stack: one }: Template, { stack: other }: Template): boolean {
    if (one.name === other.name) return true;
    return this.isSame(one.account, other.account) && this.isSame(one.region, other.region);
  }

  /** Whether two Regions, or two accounts, are one; of two that nobody knows that is assumed. */
  private isSame(one: string | undefined, other: string | undefined): boolean {
    return one === other && (one !== undefined || this.isShared());
  }
}

function exportsOf(template: Template, texts: Texts): [string, Offer][] {
  return Object.entries(template.outputs).flatMap(([id, output]): [string, Offer][] => {
    const value = own(own(output, 'Export'), 'Name');
    if (value === undefined) return [];
    const name = texts.known({ value, template, path: ['Outputs', id, 'Export', 'Name'] });
    if (name === undefined) return [];
    const at = { value: own(output, 'Value'), template, path: ['Outputs', id, 'Value'] };
    return [[name, { at, template }]];
  });
}

/** The CDK names what it writes after the stack that reads it, so that the name alone tells the two. */
function writtenBy(template: Template): [string, Offer][] {
  return [...template.resources.values()].flatMap(({ reference, value, path }) => {
    if (reference.type !== 'Custom::CrossRegionExportWriter') return [];
    const exports = own(own(own(value, 'Properties'), 'WriterProps'), 'exports');
    return Object.keys(exports ?? {}).map((name): [string, Offer] => [
      name,
      {
        at: { value: own(exports, name), template, path: [...path, 'Properties', 'WriterProps', 'exports', name] },
        template,
      },
    ]);
  });
}

function grouped(offers: readonly [string, Offer][]): Map<string, Offer[]> {
  const byName = new Map<string, Offer[]>();
  for (const [name, offer] of offers) {
    const known = byName.get(name);
    if (known) known.push(offer);
    else byName.set(name, [offer]);
  }
  return byName;
}

/** The names of the values that a reader of the CDK asks for. */
export function isCrossRegionReader({ reference }: TemplateResource): boolean {
  return reference.type === 'Custom::CrossRegionExportReader';
}
