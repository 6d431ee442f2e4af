import type { CoverageStatus } from '../../../src/cover/coverage';
import type { Resource } from '../truth/whole';
import { Choices } from './choices';
import type { Clause } from './clauses';
import { Deployed } from './deployed';
import { Formation } from './formation';
import { kindOf, nameOf, type Place } from './kinds';
import { Pool } from './pool';
import type { Program } from './program';
import type { Held } from './tags';
import type { World } from './world';

/** What holds where the file of assumptions says nothing and defaults are wanted. */
const DEFAULTS: Readonly<Record<string, boolean>> = {
  'absent-tag-satisfies-not-equals': true,
  'star-obeys-opt-in': true,
  'wildcards-within-names': true,
  'read-replicas-backed-up': false,
  'buckets-need-versioning': true,
  'endless-retention-breaks-maximum': true,
  'shared-environment': true,
};

const PARTITIONS: Readonly<Record<string, string>> = { cn: 'aws-cn', 'us-gov': 'aws-us-gov' };

/** Everything that may hold data in a program, a global table in each of its Regions. */
export function heldIn({ stacks }: Program): readonly Held[] {
  const regionOf = (stack: string) => stacks.find(({ name }) => name === stack.split('/')[0])?.region;
  return stacks.flatMap(({ name: stack, template }) =>
    Object.entries(template.Resources).flatMap(([id, resource]) => {
      if (!kindOf(resource)) return [];
      const replicas = (resource.Properties?.Replicas ?? []) as readonly { Region: string }[];
      const elsewhere = replicas.map(({ Region }) => Region).filter((each) => each !== regionOf(stack));
      return [{ stack, id }, ...elsewhere.map((replicaRegion) => ({ stack, id, replicaRegion }))];
    }),
  );
}

/**
 * What is known of a resource before deployment: what holds in every deployment in which it exists, and `unknown` where
 * it does not hold in all; undefined where there is no such deployment.
 */
export function statusOf(
  program: Program,
  held: Held,
  limit: number,
  hit: (clause: Clause) => void = () => undefined,
): CoverageStatus | undefined {
  const resource = program.stacks.find(({ name }) => name === held.stack)?.template.Resources[held.id];
  const canBe = resource !== undefined && kindOf(resource)?.optIn !== undefined;
  const pool = poolOf(program);
  const found = new Set<boolean>();
  const judge = (choices: Choices) => {
    const world = new Deployment(program, pool, choices, hit);
    const deployed = new Deployed(new Formation(program.stacks, world));
    if (!deployed.exists(held)) return undefined;
    if (!canBe) return false;
    return deployed.isProtected(held);
  };
  for (const outcome of Choices.everyRun(limit, judge)) {
    if (outcome !== undefined) found.add(outcome);
    if (found.size === 2) return 'unknown';
  }
  if (found.size === 0) return undefined;
  if (!canBe) return 'notBackedUpByAwsBackup';
  return found.has(true) ? 'protected' : 'unprotected';
}

const POOLS = new WeakMap<Program, Pool>();

function poolOf(program: Program): Pool {
  const pool = POOLS.get(program) ?? new Pool(program);
  POOLS.set(program, pool);
  return pool;
}

/** A deployment of which everything that matters is chosen. */
class Deployment implements World {
  constructor(
    private readonly program: Program,
    private readonly pool: Pool,
    private readonly choices: Choices,
    public readonly hit: (clause: Clause) => void,
  ) {}

  public get plansElsewhere() {
    return this.program.assumptions['plans-elsewhere'] ?? [];
  }

  public parameter(stack: string, name: string): string {
    const said = this.said('parameters', stack)?.[name];
    if (said !== undefined) return said;
    const declared = (
      this.stack(stack)?.template.Parameters as Readonly<Record<string, { AllowedValues?: unknown[] }>> | undefined
    )?.[name];
    const allowed = declared?.AllowedValues?.map(String);
    return this.choices.choose(`parameter ${stack} ${name}`, () => allowed ?? this.pool.ofParameter(stack, name));
  }

  public place(stack: string): Place {
    const { account, region } = this.stack(stack) ?? {};
    // Stacks that name no environment are together, or each where it wants: then two may be in different ones of which
    // nobody has heard.
    const isShared = this.isAlone || this.holds('shared-environment');
    const who = isShared ? 'shared' : stack;
    const itsRegion = region ?? this.choices.choose(`region of ${who}`, () => this.regions(isShared));
    const partition = Object.entries(PARTITIONS).find(([begin]) => itsRegion.startsWith(`${begin}-`))?.[1] ?? 'aws';
    const itsAccount = account ?? this.choices.choose(`account of ${who}`, () => this.accounts(isShared));
    return { region: itsRegion, partition, account: itsAccount };
  }

  private get isAlone(): boolean {
    return this.program.stacks.filter(({ name }) => !name.includes('/')).length === 1;
  }

  private accounts(isShared: boolean): readonly string[] {
    const unheard = ['123123123123', ...(isShared ? [] : ['321321321321'])];
    return [...new Set([...unheard, ...this.pool.like(/\b\d{12}\b/), ...this.given('account')])];
  }

  private regions(isShared: boolean): readonly string[] {
    const unheard = ['ap-south-2', ...(isShared ? [] : ['sa-east-1'])];
    const named = this.pool.like(/\b[a-z]{2}(-gov)?-[a-z]+-\d\b/);
    const all = [...new Set([...unheard, ...named, ...this.given('region')])];
    const said = this.program.assumptions.partition;
    const open = said === undefined && this.program.strict;
    if (open) return [...all, 'cn-north-1'];
    return said === 'aws-cn' ? ['cn-north-1', 'cn-northwest-1'] : all.filter((each) => !each.startsWith('cn-'));
  }

  private given(part: 'account' | 'region'): readonly string[] {
    const ofReplicas =
      part === 'region' ? heldIn(this.program).flatMap(({ replicaRegion }) => replicaRegion ?? []) : [];
    return [...this.program.stacks.flatMap((stack) => stack[part] ?? []), ...ofReplicas];
  }

  public stackName(stack: string): string {
    if (this.isManifest && !stack.includes('/')) return stack;
    return this.choices.choose(`name of ${stack}`, () => [`fresh-${stack.replaceAll('/', '-')}`, ...this.names(stack)]);
  }

  private names(stack: string): readonly string[] {
    const words = this.pool.wordsOf(`name of ${stack}`).filter((each) => each !== 'fresh');
    return [...new Set([...this.pool.namesOf('cloudformation'), ...words])].filter((each) =>
      /^[a-zA-Z][\w-]*$/.test(each),
    );
  }

  public stackTag(stack: string, key: string): string | undefined {
    if (this.isManifest) return this.stack(stack)?.tags?.[key];
    const said = this.said('stack-tags', stack);
    if (said) return said[key];
    // That it is what a restore test made counts only where it is written out.
    if (!this.program.strict || key === 'awsbackup-restore-test' || key.startsWith('aws:') || key.startsWith('no tag'))
      return undefined;
    return this.choices.choose(`tag ${key} of ${stack}`, () => [
      undefined,
      ...this.pool.wordsOf(`tag ${key} of ${stack}`),
    ]);
  }

  public generated(stack: string, id: string): string {
    return this.choices.choose(`id of ${stack}/${id}`, () => {
      const resource = this.stack(stack)?.template.Resources[id] as Resource;
      const taken = new Set([...this.literalNames(arnless(resource)), ...this.choices.answersTo('id of ')]);
      const own = `fresh-${stack}-${id}-of-its-own`.toLowerCase().replaceAll('/', '-');
      const kind = kindOf(resource);
      const service = arnless(resource)?.split(':')[0] as string;
      const names = this.pool.namesOf(service).map((each) => each.replace('x', `x-${own}`));
      // A name that CloudFormation makes up has hyphens; an id may be anything.
      const isMadeUp = (each: string) => kind?.name === undefined || each.includes('-');
      return [own, ...names.filter(isMadeUp)].filter((each) => !taken.has(each));
    });
  }

  /** The names that resources of a type have here, so that no other of it has. */
  private literalNames(type: string | undefined): readonly string[] {
    return this.program.stacks.flatMap(({ template }) =>
      Object.values(template.Resources).flatMap((resource) => {
        const name = nameOf(resource);
        return typeof name === 'string' && arnless(resource) === type ? [name] : [];
      }),
    );
  }

  public imported(stack: string, name: string): string {
    return this.choices.choose(`import ${name} into ${stack}`, () => this.pool.of('arn'));
  }

  public resolved(stack: string, reference: string): string {
    const question = `${reference} of ${stack}`;
    return this.choices.choose(question, () => this.pool.wordsOf(question));
  }

  public optedIn(type: string, { account, region }: Place): boolean {
    const table = this.program.assumptions['opt-in'] ?? {};
    for (const place of [`${account}/${region}`, region, '*']) {
      const said = table[place]?.[type];
      if (said !== undefined) return said;
    }
    return !this.program.strict || this.choices.choose(`${type} in ${account} ${region}`, () => [true, false]);
  }

  public holds(assumption: string): boolean {
    const said = this.program.assumptions[assumption];
    if (typeof said === 'boolean') return said;
    const standard = this.program.strict ? undefined : DEFAULTS[assumption];
    return standard ?? this.choices.choose(assumption, () => [true, false]);
  }

  public takenElsewhere(resource: string): boolean {
    const isOpen = this.program.strict && this.program.assumptions['plans-elsewhere'] === undefined;
    return isOpen && this.choices.choose(`another plan takes ${resource}`, () => [true, false]);
  }

  private get isManifest(): boolean {
    return this.program.stacks.some(({ account, region, tags }) => account ?? region ?? tags);
  }

  private stack(name: string) {
    return this.program.stacks.find((each) => each.name === name);
  }

  private said(what: 'parameters' | 'stack-tags', stack: string): Readonly<Record<string, string>> | undefined {
    const table = this.program.assumptions[what];
    const own = table?.[stack] ?? table?.[`${stack}.json`];
    return own || table?.['*'] ? { ...table?.['*'], ...own } : undefined;
  }
}

/** The ARN of a resource without what tells it from others of its type. */
function arnless(resource: Resource): string | undefined {
  return kindOf(resource)?.arn('', { account: '', region: '', partition: '' });
}
