import type { Resource } from '../truth/whole';
import type { Program } from './program';
import { glob } from './selected';
import { ARNS, isKnown, isName, stringsIn, TEXT, type Use, useOf } from './uses';
import { Words } from './words';

type Declared = { readonly AllowedValues?: readonly string[] };

/** What an ARN that is not known may be: any of a type, which counts where there are such resources. */
const TYPES: readonly (readonly [arn: string, type: string])[] = [
  ['arn:aws:dynamodb:*:*:table/*', 'AWS::DynamoDB::'],
  ['arn:aws:s3:::*', 'AWS::S3::Bucket'],
  ['arn:aws:ec2:*:*:volume/*', 'AWS::EC2::Volume'],
  ['arn:aws:ec2:*:*:instance/*', 'AWS::EC2::Instance'],
  ['arn:aws:elasticfilesystem:*:*:file-system/*', 'AWS::EFS::FileSystem'],
  ['arn:aws:fsx:*:*:file-system/*', 'AWS::FSx::FileSystem'],
  ['arn:aws:fsx:*:*:volume/*', 'AWS::FSx::Volume'],
  ['arn:aws:rds:*:*:db:*', 'AWS::RDS::DBInstance'],
  ['arn:aws:rds:*:*:cluster:*', '::DBCluster'],
  ['arn:aws:dsql:*:*:cluster/*', 'AWS::DSQL::Cluster'],
  ['arn:aws:eks:*:*:cluster/*', 'AWS::EKS::Cluster'],
  ['arn:aws:timestream:*:*:database/*', 'AWS::Timestream::Table'],
  ['arn:aws:redshift:*:*:cluster:*', 'AWS::Redshift::Cluster'],
  ['arn:aws:redshift-serverless:*:*:namespace/*', 'AWS::RedshiftServerless::Namespace'],
  ['arn:aws:cloudformation:*:*:stack/*', ''],
];

/** The values that make a difference in a program: those it names, pieces of them, and one that is none of them. */
export class Pool {
  private readonly constants = new Map<Use, Set<string>>();
  /** The names in the ARNs of each service. */
  private readonly named = new Map<string, readonly string[]>();
  private readonly allowed = new Set<string>();
  private readonly pieces = new Set<string>();
  private readonly uses = new Map<string, Set<Use>>();
  private readonly passed = new Map<string, string[]>();

  private readonly words: Words;
  private readonly arns: readonly string[];

  constructor(program: Program) {
    this.words = new Words(program);
    const declared = JSON.stringify(program.stacks);
    this.arns = TYPES.flatMap(([arn, type]) => (declared.includes(type) ? [arn] : []));
    for (const { name, template } of program.stacks) {
      for (const section of ['Resources', 'Conditions', 'Outputs', 'Mappings'] as const) {
        this.walk(name, section === 'Mappings' ? 'Value' : '', template[section]);
      }
      for (const { AllowedValues = [] } of Object.values((template.Parameters ?? {}) as Record<string, Declared>)) {
        for (const value of AllowedValues) this.allowed.add(value);
      }
      for (const section of Object.values((template.Mappings ?? {}) as object)) {
        for (const key of Object.keys(section)) this.constant('text', key);
      }
    }
    // CloudFormation's own tags have the names of stacks and of resources for values.
    if (JSON.stringify(program.stacks).includes('aws:cloudformation:')) {
      for (const { name, template } of program.stacks) {
        for (const text of [name, ...Object.keys(template.Resources)]) this.constant('text', text);
      }
    }
    this.walk('', '', program.assumptions);
    for (const text of stringsIn(program.assumptions)) this.constant('place', text);
  }

  /** What a parameter may be. */
  public ofParameter(stack: string, name: string): readonly string[] {
    const uses = [...this.usesOf(stack, name)];
    const values = (use: Use) => (use === 'text' ? this.wordsOf(`parameter ${stack} ${name}`) : this.of(use));
    return [...new Set(uses.flatMap(values))];
  }

  /** What a text may be, of which nothing is known. */
  public wordsOf(source: string): readonly string[] {
    return this.words.of(source);
  }

  /** The names that make a difference to the resources of a service. */
  public namesOf(service: string): readonly string[] {
    return this.fitting(this.namesIn(service), []).filter(isName);
  }

  public of(use: Exclude<Use, 'text'>): readonly string[] {
    const constants = [...(this.constants.get(use) ?? [])];
    switch (use) {
      case 'name':
        return this.differing(this.fitting(constants, ['fresh', 'another']).filter(isName));
      case 'arn':
        return ['arn:aws:dynamodb:us-east-2:999999999999:table/of-others', '*', ...this.arns];
      case 'number': {
        const numbers = constants.map(Number);
        return [...new Set(numbers.flatMap((each) => [each - 1, each, each + 1]))]
          .filter((each) => each > 0)
          .map(String);
      }
      case 'id':
        return ['another-plan'];
      case 'place':
        return [];
    }
  }

  /** The values of a use that one says is a Region, or an account. */
  public like(shape: RegExp): readonly string[] {
    const all = [...this.constants.values()].flatMap((values) => [...values]).concat([...this.pieces]);
    return [...new Set(all.flatMap((text) => text.match(shape)?.[0] ?? []))];
  }

  /** What fits the patterns and what does not, whole and behind or before what a value is put together of. */
  private fitting(constants: readonly string[], fresh: readonly string[]): readonly string[] {
    const whole = constants.flatMap((text) =>
      text.includes('*') ? [text.replaceAll('*', ''), text.replaceAll('*', 'x')] : [text],
    );
    const patterns = constants.filter((text) => text.includes('*')).map((text) => text.split('*'));
    // What fits two patterns begins as the one and ends as the other.
    for (const [begin = ''] of patterns) for (const end of patterns) whole.push(`${begin}x${end.at(-1)}`);
    const pieces = [...this.pieces].filter((piece) => piece !== '');
    const rest = whole.flatMap((text) =>
      pieces.flatMap((piece) => [
        ...(text.startsWith(piece) ? [text.slice(piece.length)] : []),
        ...(text.endsWith(piece) ? [text.slice(0, -piece.length)] : []),
      ]),
    );
    const together = pieces.flatMap((piece) => ['fresh', ...this.allowed].map((value) => `${piece}${value}`));
    return [...new Set([...fresh, ...whole, ...rest, ...(fresh.length > 0 ? together : [])])];
  }

  /**
   * Of the names that all patterns and names in the program tell apart from others in the same way two each: one is one
   * resource's, the other another's.
   */
  private differing(names: readonly string[]): readonly string[] {
    const compared = [...new Set([...this.named.values()].flat().concat([...(this.constants.get('name') ?? [])]))];
    const answers = (name: string) =>
      ['', ...this.pieces].flatMap((piece) => compared.map((each) => Number(glob(each, piece + name)))).join('');
    const byAnswers = new Map<string, string[]>();
    for (const name of names) {
      const known = answers(name);
      byAnswers.set(known, [...(byAnswers.get(known) ?? []), name]);
    }
    return [...byAnswers.values()].flatMap((alike) => alike.slice(0, 2));
  }

  private usesOf(stack: string, name: string): ReadonlySet<Use> {
    const own = [...(this.uses.get(`${stack} ${name}`) ?? [])];
    const below = (this.passed.get(`${stack} ${name}`) ?? []).flatMap((key) => {
      const [nested, parameter] = key.split(' ') as [string, string];
      return [...this.usesOf(nested, parameter)];
    });
    return new Set([...own, ...below]);
  }

  private walk(stack: string, key: string, node: unknown): void {
    if (typeof node === 'string' || typeof node === 'number') this.leaf(key, String(node));
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const each of node) this.walk(stack, key, each);
      return;
    }
    for (const [name, inner] of Object.entries((node ?? {}) as object)) this.entry(stack, key, name, inner);
  }

  private entry(stack: string, key: string, name: string, inner: unknown): void {
    if (name === 'Fn::GetAtt' || name === 'Condition') return;
    if (name === 'Ref') this.used(stack, inner as string, ARNS.has(key) ? 'arn' : useOf(key));
    else if (name === 'Fn::Sub') this.sub(stack, key, inner as string);
    else if (name === 'Fn::If') this.walk(stack, key, (inner as unknown[]).slice(1));
    if (['Ref', 'Fn::Sub', 'Fn::If'].includes(name)) return;
    if (name === 'Parameters') return;
    const isFunction = name.startsWith('Fn::') && !TEXT.has(name);
    this.walk(stack, isFunction || !isKnown(name) ? key : name, inner);
    const { Type, Properties } = (inner ?? {}) as Resource;
    if (Type !== 'AWS::CloudFormation::Stack') return;
    for (const [parameter, value] of Object.entries((Properties?.Parameters ?? {}) as object)) {
      for (const text of stringsIn(value)) this.pass(stack, `${stack}/${name} ${parameter}`, text, value);
    }
  }

  /** What is passed to a nested stack is used there. */
  private pass(stack: string, to: string, text: string, value: unknown): void {
    this.walk(stack, 'Value', value);
    this.constant('name', text);
    for (const from of [text, ...[...text.matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => name)]) {
      this.passed.set(`${stack} ${from}`, [...(this.passed.get(`${stack} ${from}`) ?? []), to]);
    }
  }

  private sub(stack: string, key: string, text: string): void {
    const use = text.startsWith('arn:') ? 'name' : useOf(key);
    for (const [, name] of text.matchAll(/\$\{([^}]+)\}/g)) this.used(stack, name as string, use);
    const literal = text.startsWith('arn:') ? text.slice(text.lastIndexOf(':') + 1).replace(/^[a-z-]+\//, '') : text;
    if (text.startsWith('arn:') && literal.includes(`\${Name}`)) {
      const service = text.split(':')[2] as string;
      // What is made up may be what the parameter says.
      const names = ['*', 'fresh'].map((name) => literal.replace(`\${Name}`, name));
      this.named.set(service, [...this.namesIn(service), ...names]);
    }
    for (const piece of literal.split(/\$\{[^}]+\}/)) {
      this.pieces.add(piece);
      this.constant(use, piece);
    }
  }

  private used(stack: string, name: string, use: Use | undefined): void {
    if (use === undefined) return;
    const key = `${stack} ${name}`;
    this.uses.set(key, (this.uses.get(key) ?? new Set<Use>()).add(use));
  }

  private leaf(key: string, text: string): void {
    if (!ARNS.has(key)) {
      this.constant(useOf(key), text);
      return;
    }
    this.constant('place', text);
    const [, , service, , , ...rest] = text.split(':');
    const name = text.includes(':stack/') ? text.split('/')[1] : rest.join(':').split(/[/:]/).at(-1);
    this.constant('name', name ?? '');
    this.named.set(`${service}`, [...this.namesIn(service), name ?? '']);
  }

  private namesIn(service: string | undefined): readonly string[] {
    return this.named.get(`${service}`) ?? [];
  }

  private constant(use: Use | undefined, text: string): void {
    if (use === undefined) return;
    this.constants.set(use, (this.constants.get(use) ?? new Set<string>()).add(text));
  }
}
