import type { TruthStack } from '../truth/cases';
import type { Resource } from '../truth/whole';
import { Impossible } from './choices';
import { kindOf, type Place } from './kinds';
import { once } from './once';
import type { World } from './world';

type Fields = Readonly<Record<string, unknown>>;

/** A member of a list: itself, or one of its properties by its path. */
export type Member = (...path: readonly string[]) => unknown;

/** What `AWS::NoValue` is, and with it what a reference to it leaves. */
const NOTHING = Symbol('nothing');

/** The name or ARN of what does not exist in this deployment. CloudFormation would refuse the template. */
const GONE = '(gone)';

/** What CloudFormation makes of templates in one deployment. */
export class Formation {
  private readonly places = new Map<string, Place>();
  private readonly truths = new Map<string, boolean>();
  private readonly ids = new Map<string, string>();

  constructor(
    public readonly stacks: readonly TruthStack[],
    public readonly world: World,
  ) {}

  /** The name of the stack that nests this one, and the resource by which it does. */
  public nestedBy(stack: string): readonly [stack: string, id: string] | undefined {
    const slash = stack.lastIndexOf('/');
    return slash < 0 ? undefined : [stack.slice(0, slash), stack.slice(slash + 1)];
  }

  public placeOf(stack: string): Place {
    return once(this.places, stack, () => this.world.place(stack.split('/')[0] as string));
  }

  public resource(stack: string, id: string): Resource | undefined {
    return this.stacks.find(({ name }) => name === stack)?.template.Resources[id];
  }

  public stackExists(stack: string): boolean {
    const nesting = this.nestedBy(stack);
    return nesting === undefined || this.exists(...nesting);
  }

  public exists(stack: string, id: string): boolean {
    const resource = this.resource(stack, id);
    if (!resource || !this.stackExists(stack)) return false;
    return resource.Condition === undefined || this.isTrue(stack, resource.Condition as string);
  }

  public isTrue(stack: string, condition: string): boolean {
    const conditions = this.section(stack, 'Conditions');
    if (!(condition in conditions)) throw new Error(`no condition ${condition}`);
    return once(this.truths, `${stack} ${condition}`, () => this.truth(stack, conditions[condition]));
  }

  private truth(stack: string, node: unknown): boolean {
    const [[name, inner]] = Object.entries(node as Fields) as [[string, unknown[]]];
    switch (name) {
      case 'Condition':
        return this.isTrue(stack, inner as unknown as string);
      case 'Fn::Equals':
        return String(this.value(stack, inner[0])) === String(this.value(stack, inner[1]));
      case 'Fn::Not':
        return !this.truth(stack, inner[0]);
      case 'Fn::And':
        return inner.every((each) => this.truth(stack, each));
      case 'Fn::Or':
        return inner.some((each) => this.truth(stack, each));
      default:
        throw new Error(`no condition function ${name}`);
    }
  }

  /** A property by its path; undefined where it is not set. */
  public property(stack: string, id: string, ...path: readonly string[]): unknown {
    const value = this.value(stack, this.node(stack, id, path));
    return value === NOTHING ? undefined : value;
  }

  private node(stack: string, id: string, path: readonly string[]): unknown {
    return this.within(stack, this.resource(stack, id)?.Properties, path);
  }

  private within(stack: string, node: unknown, path: readonly string[]): unknown {
    return path.reduce((at, name) => {
      const around = this.value(stack, at, true);
      return typeof around === 'object' && around !== null ? (around as Fields)[name] : undefined;
    }, node);
  }

  /** The members of a list, without what `AWS::NoValue` takes out of it, each to be asked for its own properties. */
  public list(stack: string, id: string, ...path: readonly string[]): readonly Member[] {
    const value = this.value(stack, this.node(stack, id, path), true);
    const members = Array.isArray(value) ? value.map((each) => this.value(stack, each, true)) : [];
    return members
      .filter((each) => each !== NOTHING)
      .map(
        (each) =>
          (...names) =>
            names.length === 0 ? each : this.value(stack, this.within(stack, each, names)),
      );
  }

  /** The value of a node; `shallow` leaves the members of an object as they are. */
  public value(stack: string, node: unknown, shallow = false): unknown {
    if (typeof node === 'string') return node.startsWith('{{resolve:') ? this.world.resolved(stack, node) : node;
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node) && shallow) return node;
    if (Array.isArray(node)) return node.map((each) => this.value(stack, each)).filter((each) => each !== NOTHING);
    const entries = Object.entries(node as Fields);
    const [name, inner] = entries[0] ?? ['', undefined];
    if (entries.length === 1 && name === 'Ref') return this.ref(stack, inner as string);
    if (entries.length === 1 && name.startsWith('Fn::')) return this.call(stack, name, inner as never, shallow);
    if (shallow) return node;
    const values = entries.map(([key, each]) => [key, this.value(stack, each)] as const);
    return Object.fromEntries(values.filter(([, each]) => each !== NOTHING));
  }

  private call(stack: string, name: string, inner: never, shallow: boolean): unknown {
    const parts = inner as readonly unknown[];
    switch (name) {
      case 'Fn::If':
        return this.value(stack, this.isTrue(stack, parts[0] as string) ? parts[1] : parts[2], shallow);
      case 'Fn::Join':
        return (this.value(stack, parts[1]) as unknown[]).join(parts[0] as string);
      case 'Fn::Sub':
        return (inner as string).replace(/\$\{([^}]+)\}/g, (_, path: string) => this.reference(stack, path));
      case 'Fn::GetAtt':
        return this.attribute(stack, ...(parts as [string, string]));
      case 'Fn::FindInMap':
        return this.inMap(stack, parts);
      case 'Fn::ImportValue':
        return this.imported(stack, String(this.value(stack, inner)));
      default:
        throw new Error(`no function ${name}`);
    }
  }

  private reference(stack: string, path: string): string {
    const dot = path.indexOf('.');
    const value = dot < 0 ? this.ref(stack, path) : this.attribute(stack, path.slice(0, dot), path.slice(dot + 1));
    return String(value);
  }

  private ref(stack: string, name: string): unknown {
    const place = () => this.placeOf(stack);
    switch (name) {
      case 'AWS::NoValue':
        return NOTHING;
      case 'AWS::Region':
        return place().region;
      case 'AWS::AccountId':
        return place().account;
      case 'AWS::Partition':
        return place().partition;
      case 'AWS::StackName':
        return this.stackName(stack);
      case 'AWS::StackId':
        return this.stackArn(stack);
      default:
        return name in this.section(stack, 'Parameters') ? this.parameter(stack, name) : this.idOf(stack, name);
    }
  }

  private parameter(stack: string, name: string): unknown {
    const nesting = this.nestedBy(stack);
    const passed = nesting && this.property(...nesting, 'Parameters', name);
    const value = passed === undefined ? this.world.parameter(stack, name) : passed;
    const { Type } = this.section(stack, 'Parameters')[name] as Fields;
    return Type === 'CommaDelimitedList' ? String(value).split(',') : value;
  }

  /** What `Ref` gives of a resource: its name or id, or the ARN of a nested stack. */
  public idOf(stack: string, id: string): string {
    return once(this.ids, `${stack} ${id}`, () => this.findId(stack, id));
  }

  private findId(stack: string, id: string): string {
    const resource = this.resource(stack, id);
    if (!resource) throw new Error(`no resource ${id} in ${stack}`);
    if (!this.exists(stack, id)) return GONE;
    if (resource.Type === 'AWS::CloudFormation::Stack') return this.stackArn(`${stack}/${id}`);
    if (resource.Type === 'AWS::Backup::BackupVault') return String(this.property(stack, id, 'BackupVaultName'));
    if (resource.Type === 'AWS::Backup::BackupPlan') return `plan:${stack}/${id}`;
    const kind = kindOf(resource);
    const name = kind?.name === undefined ? undefined : this.property(stack, id, kind.name);
    if (name === undefined) return this.world.generated(stack, id);
    if (name === '' || /[\s*]/.test(String(name))) throw new Impossible(`a name that the service refuses: ${name}`);
    return kind?.lower ? String(name).toLowerCase() : String(name);
  }

  public arnOf(stack: string, id: string, place: Place = this.placeOf(stack)): string {
    const resource = this.resource(stack, id) as Resource;
    const kind = kindOf(resource);
    return `arn:${place.partition}:${kind?.arn(this.idOf(stack, id), place)}`;
  }

  private attribute(stack: string, id: string, name: string): unknown {
    const resource = this.resource(stack, id);
    if (!resource) throw new Error(`no resource ${id} in ${stack}`);
    if (!this.exists(stack, id)) return GONE;
    if (name.startsWith('Outputs.')) return this.output(`${stack}/${id}`, name.slice('Outputs.'.length));
    if (name === 'BackupPlanId') return this.idOf(stack, id);
    const isArn = name === kindOf(resource)?.attribute;
    return isArn ? this.arnOf(stack, id) : `${name} of ${stack}/${id}`;
  }

  private output(stack: string, name: string): unknown {
    return this.value(stack, (this.section(stack, 'Outputs')[name] as Fields).Value);
  }

  /** What is exported in the account and the Region of the stack that imports it. */
  private imported(by: string, name: string): unknown {
    const { account, region } = this.placeOf(by);
    for (const { name: stack } of this.stacks) {
      for (const output of Object.values(this.section(stack, 'Outputs')) as Fields[]) {
        const exported = (output.Export as Fields | undefined)?.Name;
        if (exported === undefined || this.value(stack, exported) !== name) continue;
        const place = this.placeOf(stack);
        if (place.account === account && place.region === region) return this.value(stack, output.Value);
      }
    }
    return this.world.imported(by, name);
  }

  private inMap(stack: string, [map, first, second]: readonly unknown[]): unknown {
    const table = this.section(stack, 'Mappings')[map as string] as Readonly<Record<string, Fields>>;
    const value = table[String(this.value(stack, first))]?.[String(this.value(stack, second))];
    if (value === undefined) throw new Impossible('a mapping without such a key');
    return value;
  }

  public stackName(stack: string): string {
    return this.world.stackName(stack);
  }

  public stackArn(stack: string): string {
    const { partition, region, account } = this.placeOf(stack);
    return `arn:${partition}:cloudformation:${region}:${account}:stack/${this.stackName(stack)}/uuid-of-${stack}`;
  }

  private section(stack: string, name: string): Fields {
    return (this.stacks.find((each) => each.name === stack)?.template[name] ?? {}) as Fields;
  }
}
