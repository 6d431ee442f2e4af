import type { Program } from './program';

/** Words, or something open with words before and behind it. */
export interface Term {
  readonly before: string;
  readonly source?: string;
  readonly after: string;
}

/** Texts that a program compares: each of the left with each of the right. */
export interface Comparison {
  readonly left: readonly Term[];
  readonly right: readonly Term[];
}

type Fields = Readonly<Record<string, unknown>>;

const PREFIX = 'aws:ResourceTag/';

/** Every comparison of texts in a program: tags with what selections ask of them, and the sides of each `Fn::Equals`. */
export function comparisonsIn(program: Program): readonly Comparison[] {
  return new Comparisons(program).all();
}

class Comparisons {
  /** What the tags of a key are, and what they are compared with. */
  private readonly tags = new Map<string, Term[]>();
  private readonly asked = new Map<string, Term[]>();
  private readonly equals: Comparison[] = [];

  constructor(private readonly program: Program) {
    for (const { name, tags = {}, template } of program.stacks) {
      this.addEach(this.tags, tags);
      this.walk(name, template.Conditions);
      this.walk(name, template.Resources);
    }
    for (const tags of Object.values(program.assumptions['stack-tags'] ?? {})) this.addEach(this.tags, tags);
    for (const { tags = {} } of program.assumptions['plans-elsewhere'] ?? []) this.addEach(this.asked, tags);
    this.ofStacks();
  }

  public all(): readonly Comparison[] {
    const byKey = [...this.asked].map(([key, right]) => ({ left: this.tags.get(key) ?? [], right }));
    return [...byKey, ...this.equals];
  }

  /** The tags that stacks are deployed with, and those that CloudFormation adds. */
  private ofStacks(): void {
    for (const { name: stack, template } of this.program.stacks) {
      const name: Term = this.isManifest && !stack.includes('/') ? word(stack) : open(`name of ${stack}`);
      this.add(this.tags, 'aws:cloudformation:stack-name', [name]);
      this.add(this.tags, 'aws:cloudformation:logical-id', Object.keys(template.Resources).map(word));
      if (this.program.strict && !this.isManifest && !stack.includes('/')) {
        for (const key of this.asked.keys()) this.add(this.tags, key, [open(`tag ${key} of ${stack}`)]);
      }
    }
  }

  private get isManifest(): boolean {
    return this.program.stacks.some(({ account, region, tags }) => account ?? region ?? tags);
  }

  private walk(stack: string, node: unknown): void {
    if (typeof node !== 'object' || node === null) return;
    const { Key, Value, ConditionKey, ConditionValue, ...rest } = node as Fields;
    if (typeof Key === 'string') this.add(this.tags, Key, this.terms(stack, Value));
    if (typeof ConditionKey === 'string') {
      // Where a prefix has no place it is one more key, which no tag has.
      for (const key of [ConditionKey, ConditionKey.replace(PREFIX, '')])
        this.add(this.asked, key, this.terms(stack, ConditionValue));
    }
    const sides = rest['Fn::Equals'] as readonly unknown[] | undefined;
    if (sides) this.equals.push({ left: this.terms(stack, sides[0]), right: this.terms(stack, sides[1]) });
    for (const each of Object.values(rest)) this.walk(stack, each);
  }

  /** Everything that a text may come to, as far as it is known. */
  private terms(stack: string, node: unknown): readonly Term[] {
    if (typeof node === 'string') return [node.startsWith('{{resolve:') ? open(`${node} of ${stack}`) : word(node)];
    const [[name, inner] = ['', undefined]] = Object.entries((node ?? {}) as Fields);
    switch (name) {
      case 'Ref':
        return this.ref(stack, inner as string);
      case 'Fn::Sub': {
        const [, before = '', hole, after = ''] = /^([^$]*)\$\{(.+)\}([^$]*)$/.exec(inner as string) ?? [];
        if (hole === undefined) throw new Error(`no text with one hole: ${inner}`);
        return this.ref(stack, hole).map((term) => ({
          ...term,
          before: before + term.before,
          after: term.after + after,
        }));
      }
      case 'Fn::If':
        return (inner as readonly unknown[]).slice(1).flatMap((each) => this.terms(stack, each));
      case 'Fn::FindInMap': {
        const [map] = inner as readonly [string];
        const table = this.template(stack)?.Mappings as Readonly<Record<string, Readonly<Record<string, Fields>>>>;
        return Object.values(table[map] ?? {}).flatMap((row) => Object.values(row).map((each) => word(String(each))));
      }
      default:
        throw new Error(`no text: ${JSON.stringify(node)}`);
    }
  }

  private ref(stack: string, name: string): readonly Term[] {
    if (name === 'AWS::NoValue') return [];
    if (name === 'AWS::Region') {
      const region = this.program.stacks.find((each) => each.name === stack.split('/')[0])?.region;
      return region === undefined ? [] : [word(region)];
    }
    const slash = stack.lastIndexOf('/');
    if (slash >= 0) {
      const { Properties } = this.template(stack.slice(0, slash))?.Resources[stack.slice(slash + 1)] ?? {};
      const passed = (Properties?.Parameters as Fields | undefined)?.[name];
      if (passed !== undefined) return this.terms(stack.slice(0, slash), passed);
    }
    const declared = (this.template(stack)?.Parameters ?? {}) as Record<string, { readonly AllowedValues?: string[] }>;
    // What is assumed of a parameter, if anything is, may be compared with what others may be.
    const said = Object.values(this.program.assumptions.parameters ?? {}).flatMap((each) => each[name] ?? []);
    const { AllowedValues } = declared[name] ?? {};
    return [
      ...(AllowedValues ? [] : [open(`parameter ${stack} ${name}`)]),
      ...(AllowedValues ?? []).concat(said).map(word),
    ];
  }

  private template(stack: string) {
    return this.program.stacks.find(({ name }) => name === stack)?.template;
  }

  private addEach(to: Map<string, Term[]>, tags: Readonly<Record<string, string>>): void {
    for (const [key, value] of Object.entries(tags)) this.add(to, key, [word(value)]);
  }

  private add(to: Map<string, Term[]>, key: string, terms: readonly Term[]): void {
    to.set(key, [...(to.get(key) ?? []), ...terms]);
  }
}

function word(before: string): Term {
  return { before, after: '' };
}

function open(source: string): Term {
  return { before: '', source, after: '' };
}
