import type { Leaning, Made } from '../read/assumptions/leaning';
import type { BackupModel, Lifecycle, Plan, Rule, Selection, Vault, VaultReference } from '../read/model';
import { isUnknown, type ResourceId, type Told } from '../read/told';
import type { ResourceKind } from '../service/features';
import { keepsKeyOfResource } from '../service/full-management';
import { all, any, assumed, atMost, type Formula, free, not } from './formula';
import { narrowedKinds } from './kinds';
import type { Place, Places } from './places';
import type { Subject, Subjects } from './subjects';
import { type Text, type Variable, wordsOfText } from './text';
import type { Texts } from './texts';
import type { Unread } from './unread';

/** How points of a kind come into an air-gapped vault: not at all, by a copy, straight, or nobody knows. */
type AirGap = 'never' | 'copied' | 'straight';

/** Stands for recovery points that are never deleted. */
export const NEVER = -1;

/** Whether the plan of a selection makes any recovery point at all, as far as its vaults decide. */
export class PlanWorks {
  private readonly plans: ReadonlyMap<string, Plan>;
  private readonly vaults: ReadonlyMap<string, Vault>;
  private readonly vaultsByName = new Map<string, Vault[]>();
  private readonly known = new Map<Plan, Map<AirGap, Made<Formula>>>();

  constructor(
    model: BackupModel,
    private readonly texts: Texts,
    private readonly places: Places,
    private readonly subjects: Subjects,
    private readonly unread: Unread,
    private readonly leaning: Leaning,
  ) {
    this.plans = new Map(model.plans.map((plan) => [keyOf(plan), plan]));
    this.vaults = new Map(model.vaults.map((vault) => [keyOf(vault), vault]));
    for (const vault of model.vaults) {
      if (typeof vault.name !== 'string') continue;
      this.vaultsByName.set(vault.name, [...(this.vaultsByName.get(vault.name) ?? []), vault]);
    }
  }

  /** The plan of a selection, where it was read. */
  public planOf({ plan }: Selection): Plan | undefined {
    return plan?.declared && this.plans.get(keyOf(plan.declared));
  }

  /** That the plan of a selection is there, and that one of its rules can keep what it makes of such kinds. */
  public of(selection: Selection, subject: Subject): Formula {
    const plan = this.planOf(selection);
    if (!plan) return free(`plan:${keyOf(selection)}`, `the plan of ${selection.logicalId}, which was not read`);
    const airGap = plan.rules.some((rule) => rule.airGappedVault) ? this.airGapOf(subject) : 'never';
    const byAirGap = this.known.get(plan) ?? new Map<AirGap, Made<Formula>>();
    this.known.set(plan, byAirGap);
    return this.leaning.once(byAirGap, airGap, () => this.findWorking(plan, airGap));
  }

  private findWorking(plan: Plan, airGap: AirGap): Formula {
    const rules = plan.rules.map((rule) =>
      all(this.texts.conditions.allHold(rule.when, plan.stack), this.keeps(plan, rule, airGap)),
    );
    return all(this.subjects.exists(plan), any(...rules, this.unread.mayTell(plan, 'BackupPlan.BackupPlanRule')));
  }

  /**
   * That a rule keeps what it makes. What an air-gapped vault cannot hold goes to the other vault; what AWS Backup fully
   * manages goes straight into the air-gapped one. The rest is copied there: whether the job runs at all where that is
   * refused, no page says.
   *
   * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/lag-vault-primary-backup.html
   */
  private keeps(plan: Plan, rule: Rule, airGap: AirGap): Formula {
    const takes = (reference: VaultReference | undefined) => this.lets(reference, plan, rule.lifecycle, rule.path);
    if (!rule.airGappedVault || airGap === 'never') return takes(rule.vault);
    const copied = takes(rule.airGappedVault);
    if (airGap === 'straight' || copied === true) return copied === true ? takes(rule.vault) : copied;
    const words = `whether ${plan.logicalId} backs up what its air-gapped vault refuses`;
    return all(takes(rule.vault), any(copied, free(`air-gap:${keyOf(plan)}:${rule.path}`, words)));
  }

  /** That the vault of a rule or a copy takes points of a lifecycle; `path` is that of the rule or copy that has it. */
  public lets(
    reference: VaultReference | undefined,
    plan: Plan,
    lifecycle: Lifecycle | undefined,
    path: string,
  ): Formula {
    const vault = this.vaultOf(reference, plan);
    return vault ? this.takes(vault, plan, lifecycle, path) : true;
  }

  /**
   * That a vault takes points of a lifecycle: with a lock it takes none that are kept shorter or longer than that says.
   *
   * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
   */
  private takes(vault: Vault, plan: Plan, lifecycle: Lifecycle | undefined, path: string): Formula {
    const { lock } = vault;
    if (!lock) return true;
    const { minRetentionDays: least, maxRetentionDays: most } = lock;
    const there = all(this.subjects.exists(vault), this.texts.conditions.allHold(lock.when, vault.stack));
    const unread = this.unread.mayTell(plan, `${path}.Lifecycle.DeleteAfterDays`);
    const kept = lifecycle?.deleteAfterDays ?? NEVER;
    const fits = this.texts.holds(kept, plan.stack, (days) => {
      if (isForEver(days))
        return any(
          unread,
          this.bound(vault, most, () => this.endlessFits()),
        );
      return all(
        this.bound(vault, least, (limit) => atMost(limit, days)),
        this.bound(vault, most, (limit) => atMost(days, limit)),
      );
    });
    return any(not(there), fits);
  }

  /** That a bound of a lock is kept, or that there is none: a condition may leave it out. */
  private bound({ stack }: Vault, bound: Told<number> | undefined, isKept: (limit: Text) => Formula): Formula {
    return bound === undefined || this.texts.holds(bound, stack, (limit) => limit.length === 0 || isKept(limit));
  }

  private endlessFits(): Formula {
    const id = 'endless-retention-breaks-maximum';
    return not(assumed(id, '', this.leaning.value(id), 'whether endless retention breaks the maximum of a lock'));
  }

  private airGapOf(subject: Subject): AirGap {
    const kinds = narrowedKinds(subject, this.leaning);
    if (kinds.length > 0 && kinds.every(({ features }) => features.airGapped === 'no')) return 'never';
    const isManaged = (kind: ResourceKind) => kind.features.airGapped === 'yes' && !keepsKeyOfResource(kind);
    return kinds.length > 0 && kinds.every(isManaged) ? 'straight' : 'copied';
  }

  /** The vault that a reference leads to, if it was read: what is declared elsewhere is taken to take what it gets. */
  public vaultOf(reference: VaultReference | undefined, from: ResourceId): Vault | undefined {
    if (!reference) return undefined;
    if (reference.declared) return this.vaults.get(keyOf(reference.declared));
    const { name } = reference;
    if (isUnknown(name)) return undefined;
    const place = this.placeOf(reference, from.stack);
    const found = (this.vaultsByName.get(name) ?? []).filter(
      (vault) => this.places.same(this.places.of(vault.stack), place) === true,
    );
    return found.length === 1 ? found[0] : undefined;
  }

  /** Where a vault is that a template of a stack names: there, unless an ARN says otherwise. */
  public placeOf({ name, region, account }: VaultReference, stack: string): Place {
    const home = this.places.of(stack);
    const part = (told: Told<string> | undefined, own: Place['region'], what: string): Place['region'] => {
      if (told === undefined) return own;
      const [only, ...more] = this.texts.cases(told, stack);
      const [piece, ...others] = only && more.length === 0 && only.when === true ? only.text : [];
      if (piece !== undefined && others.length === 0) return piece;
      return somewhere(what, stack, name);
    };
    return { ...home, region: part(region, home.region, 'Region'), account: part(account, home.account, 'account') };
  }
}

/** A place of a vault of which nobody knows where it is. */
export function somewhere(what: string, stack: string, name: Told<string>): Variable {
  return { key: `${what}:${stack}:${JSON.stringify(name)}`, words: `the ${what} of a vault`, never: ' :/*' };
}

/** Whether points of so many days are never deleted; a condition may leave the days out. */
export function isForEver(days: Text): boolean {
  const words = wordsOfText(days);
  return words === '' || words === String(NEVER);
}

function keyOf({ stack, logicalId }: ResourceId): string {
  return JSON.stringify([stack, logicalId]);
}
