import type { CoverageStatus } from '../../../src/cover/coverage';
import { Choices } from './choices';
import type { Clause } from './clauses';
import { Deployed, type Held } from './deployed';
import { Formation } from './formation';
import { kindOf, type Place } from './kinds';
import { Pool } from './pool';
import type { Program } from './program';
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
    Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) => {
      if (!kindOf(Type, Properties ?? {})) return [];
      const replicas = (Properties?.Replicas ?? []) as readonly { Region: string }[];
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
  const canBe = kindOf(resource?.Type ?? '', resource?.Properties ?? {})?.optIn !== undefined;
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
    // Stacks that name no environment are together, or each where it wants.
    const shared = this.holds('shared-environment') ? 'shared' : stack;
    const itsRegion = region ?? this.choices.choose(`region of ${shared}`, () => this.regions());
    const partition = Object.entries(PARTITIONS).find(([begin]) => itsRegion.startsWith(`${begin}-`))?.[1] ?? 'aws';
    const accounts = () => [
      ...new Set(['123123123123', '321321321321', ...this.pool.like(/\b\d{12}\b/), ...this.given('account')]),
    ];
    return { region: itsRegion, partition, account: account ?? this.choices.choose(`account of ${shared}`, accounts) };
  }

  private regions(): readonly string[] {
    const all = [
      ...new Set([
        'ap-south-2',
        'sa-east-1',
        ...this.pool.like(/\b[a-z]{2}(-gov)?-[a-z]+-\d\b/),
        ...this.given('region'),
      ]),
    ];
    const said = this.program.assumptions.partition;
    const open = said === undefined && this.program.strict;
    if (open) return [...all, 'cn-north-1'];
    return said === 'aws-cn' ? ['cn-north-1', 'cn-northwest-1'] : all.filter((each) => !each.startsWith('cn-'));
  }

  private given(part: 'account' | 'region'): readonly string[] {
    return this.program.stacks.flatMap((stack) => stack[part] ?? []);
  }

  public stackName(stack: string): string {
    if (this.isManifest && !stack.includes('/')) return stack;
    return this.choices.choose(`name of ${stack}`, () => [`fresh-${stack.replaceAll('/', '-')}`, ...this.names()]);
  }

  /** Whether the name of a stack is compared with values of tags. */
  private get namesCount(): boolean {
    return this.pool.of('text').some((text) => text.endsWith('aws:cloudformation:stack-name'));
  }

  private names(): readonly string[] {
    const words = this.namesCount ? this.pool.of('text') : [];
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
    return this.choices.choose(`tag ${key} of ${stack}`, () => [undefined, ...this.pool.of('text')]);
  }

  public generated(stack: string, id: string): string {
    return this.choices.choose(`id of ${stack}/${id}`, () => {
      const taken = new Set([...this.literalNames(), ...this.choices.answersTo('id of ')]);
      const own = `fresh-${stack}-${id}-of-its-own`.toLowerCase().replaceAll('/', '-');
      const { Type = '', Properties = {} } = this.stack(stack)?.template.Resources[id] ?? {};
      const arn = kindOf(Type, Properties)?.arn('', { account: '', region: '', partition: '' });
      const names = this.pool.namesOf(arn?.split(':')[0] as string).map((each) => each.replace('x', `x-${own}`));
      // A name that CloudFormation makes up has hyphens; an id may be anything.
      const isMadeUp = (each: string) => kindOf(Type, Properties)?.name === undefined || each.includes('-');
      return [own, ...names.filter(isMadeUp)].filter((each) => !taken.has(each));
    });
  }

  /** The names that resources here have, so that no other has. */
  private literalNames(): readonly string[] {
    return this.program.stacks.flatMap(({ template }) =>
      Object.values(template.Resources).flatMap(({ Type, Properties }) => {
        const { name } = kindOf(Type, Properties ?? {}) ?? {};
        const value = name === undefined ? undefined : Properties?.[name];
        return typeof value === 'string' ? [value] : [];
      }),
    );
  }

  public imported(name: string): string {
    return this.choices.choose(`import ${name}`, () => this.pool.of('arn'));
  }

  public resolved(reference: string): string {
    return this.choices.choose(reference, () => this.pool.of('text'));
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
