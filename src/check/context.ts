import type { Leaning } from '../read/assumptions/leaning';
import type { BackupModel, Plan, Rule, Selection, StackFacts, Vault, VaultReference, When } from '../read/model';
import type { DataResource, Key, Role, Topic } from '../read/surroundings';
import { isResource, isUnknown, type Reference, type ResourceId, type Told, type Unknown } from '../read/told';
import { ById } from './by-id';
import { addTo } from './lists';

/** A rule together with its plan. */
export interface RuleOfPlan {
  readonly plan: Plan;
  readonly rule: Rule;
}

/** The model, and the questions that several rules ask of it. It is made once for all rules of a run. */
export class CheckContext {
  private readonly stacks: ReadonlyMap<string, StackFacts>;
  private readonly vaults: ById<Vault>;
  private readonly vaultsByName = new Map<string, Vault[]>();
  private readonly unread = new ById<string[]>();
  private readonly plans: ById<Plan>;
  private readonly resources: ById<DataResource>;
  private readonly roles: ById<Role>;
  private readonly keys: ById<Key>;
  private readonly topics: ById<Topic>;
  private readonly selectionsByPlan = new Map<Plan, Selection[]>();
  private allRules: readonly RuleOfPlan[] | undefined;

  /**
   * @param model what was read
   * @param leaning answers what no template can tell, and remembers that it was asked
   * @param from the instant from which schedules are looked at, in milliseconds from 1970
   */
  constructor(
    public readonly model: BackupModel,
    public readonly leaning: Leaning,
    public readonly from: number,
  ) {
    this.stacks = new Map(model.stacks.map((stack) => [stack.name, stack]));
    this.vaults = ById.of(model.vaults);
    this.plans = ById.of(model.plans);
    this.resources = ById.of(model.resources);
    this.roles = ById.of(model.roles);
    this.keys = ById.of(model.keys);
    this.topics = ById.of(model.topics);
    for (const vault of model.vaults) {
      const name = known(vault.name);
      if (name !== undefined) addTo(this.vaultsByName, name, vault);
    }
    for (const { stack, logicalId, property = '' } of model.notes) {
      if (logicalId !== undefined) this.unread.getOr({ stack, logicalId }, () => []).push(property);
    }
    for (const selection of model.selections) {
      const plan = this.planOf(selection);
      if (plan) addTo(this.selectionsByPlan, plan, selection);
    }
  }

  /** Every rule of every plan. */
  public get rules(): readonly RuleOfPlan[] {
    this.allRules ??= this.model.plans.flatMap((plan) => plan.rules.map((rule) => ({ plan, rule })));
    return this.allRules;
  }

  /** The stack of a resource. */
  public stackOf({ stack }: Pick<ResourceId, 'stack'>): StackFacts | undefined {
    return this.stacks.get(stack);
  }

  /**
   * The vault that a reference leads to: that which is declared, or the only one of the name in the account and Region
   * that the reference means. Two stacks of which nobody knows where they are are taken to be apart.
   *
   * @param from the resource that makes the reference
   */
  public vaultOf(reference: VaultReference | undefined, from: ResourceId): Vault | undefined {
    if (!reference) return undefined;
    const declared = reference.declared && this.vaults.get(reference.declared);
    if (declared && this.isThere(reference, declared)) return declared;
    const name = known(reference.name);
    if (name === undefined) return undefined;
    const own = this.stackOf(from);
    const region = reference.region ?? own?.region;
    const account = reference.account ?? own?.account;
    const found = (this.vaultsByName.get(name) ?? []).filter((vault) => {
      const stack = this.stackOf(vault);
      const sameStack = vault.stack === from.stack && reference.region === undefined && reference.account === undefined;
      const isPlaceKnown = known(region) !== undefined && known(account) !== undefined;
      const samePlace = isPlaceKnown && stack?.region === region && stack?.account === account;
      return sameStack || samePlace;
    });
    return found.length === 1 ? found[0] : undefined;
  }

  /** Whether a property that is absent, or empty, is so for certain: neither it, its members nor what it stands in was left unread. */
  public isRead(of: ResourceId, property: string): boolean {
    return !this.unread
      .get(of)
      ?.some(
        (path) =>
          path === '' || property === path || property.startsWith(`${path}.`) || path.startsWith(`${property}[`),
      );
  }

  /** Whether all that stands in a property was read, so that what is not in the model is not in the template. */
  public isWhollyRead(of: ResourceId, property: string): boolean {
    return (
      this.isRead(of, property) &&
      !this.unread.get(of)?.some((path) => /^[.[]/.test(path.slice(property.length)) && path.startsWith(property))
    );
  }

  /** The plan of a selection, where it is declared in a template that was read. */
  public planOf(selection: Selection): Plan | undefined {
    const id = selection.plan?.declared;
    return id && this.plans.get(id);
  }

  /** The selections of a plan. */
  public selectionsOf(plan: Plan): readonly Selection[] {
    return this.selectionsByPlan.get(plan) ?? [];
  }

  /** What a reference leads to, where that is a resource that was read as one of these. */
  public resource(reference: Reference | undefined): DataResource | undefined {
    return find(reference, this.resources);
  }

  /** The role that a reference leads to. */
  public role(reference: Reference | undefined): Role | undefined {
    return find(reference, this.roles);
  }

  /** The key that a reference leads to. */
  public key(reference: Reference | undefined): Key | undefined {
    return find(reference, this.keys);
  }

  /** The topic that a reference leads to. */
  public topic(reference: Reference | undefined): Topic | undefined {
    return find(reference, this.topics);
  }

  /** Whether a vault is where the ARN says that led to it: the same name is often used in several Regions. */
  private isThere(reference: VaultReference, vault: ResourceId): boolean {
    const stack = this.stackOf(vault);
    const isPlace = (told: Told<string> | undefined, place: string | undefined) =>
      told === undefined || (isUnknown(told) ? isPlaceOf(told, vault.stack) : told === place);
    return isPlace(reference.region, stack?.region) && isPlace(reference.account, stack?.account);
  }
}

/** A value that is known, and neither absent nor left to deployment. */
export function known<Value extends string | number | boolean>(value: Told<Value> | undefined): Value | undefined {
  return value === undefined || isUnknown(value) ? undefined : value;
}

/** Whether two parts of templates may be there at once: no condition that one needs keeps the other out. */
export function mayCoexist(
  one: { readonly when?: readonly When[] },
  other: { readonly when?: readonly When[] },
): boolean {
  return !(one.when ?? []).some((a) =>
    (other.when ?? []).some((b) => a.condition === b.condition && a.holds !== b.holds),
  );
}

/** Whether a value is the Region, or the account, of a certain stack, whichever that is. */
function isPlaceOf({ pieces: [piece, ...more] }: Unknown, stack: string): boolean {
  return typeof piece === 'object' && more.length === 0 && piece.kind === 'pseudoParameter' && piece.stack === stack;
}

function find<Item>(reference: Reference | undefined, items: ById<Item>): Item | undefined {
  return reference !== undefined && isResource(reference) ? items.get(reference) : undefined;
}
