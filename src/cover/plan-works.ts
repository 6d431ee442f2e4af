import type { Leaning } from '../read/assumptions/leaning';
import type { BackupModel, Lifecycle, Plan, Rule, Selection, Vault, VaultReference } from '../read/model';
import { isUnknown, type ResourceId } from '../read/told';
import { all, any, assumed, atMost, type Formula, free, not } from './formula';
import type { Places } from './places';
import type { Subjects } from './subjects';
import type { Text } from './text';
import type { Texts } from './texts';
import type { Unread } from './unread';

/** Stands for recovery points that are never deleted. */
const NEVER = -1;

/** Whether the plan of a selection makes any recovery point at all, as far as its vaults decide. */
export class PlanWorks {
  private readonly plans: ReadonlyMap<string, Plan>;
  private readonly vaults: ReadonlyMap<string, Vault>;
  private readonly vaultsByName = new Map<string, Vault[]>();
  private readonly known = new Map<Plan, Formula>();

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

  /** That the plan of a selection is there, and that one of its rules can keep what it makes. */
  public of(selection: Selection): Formula {
    const plan = this.planOf(selection);
    if (!plan) return free(`plan:${keyOf(selection)}`, `the plan of ${selection.logicalId}, which was not read`);
    const known = this.known.get(plan);
    if (known !== undefined) return known;
    const rules = plan.rules.map((rule) =>
      all(this.texts.conditions.allHold(rule.when, plan.stack), this.keeps(plan, rule)),
    );
    const works = all(
      this.subjects.exists(plan),
      any(...rules, this.unread.mayTell(plan, 'BackupPlan.BackupPlanRule')),
    );
    this.known.set(plan, works);
    return works;
  }

  /** That the vault of a rule, and the air-gapped one, take what the rule makes. */
  private keeps(plan: Plan, rule: Rule): Formula {
    const vaults = [rule.vault, rule.airGappedVault].flatMap((reference) => this.vaultOf(reference, plan) ?? []);
    return all(...vaults.map((vault) => this.takes(vault, plan, rule.lifecycle, rule.path)));
  }

  /**
   * That a vault takes points of a lifecycle: with a lock it takes none that are kept shorter or longer than that says.
   *
   * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
   */
  private takes(vault: Vault, plan: Plan, lifecycle: Lifecycle | undefined, path: string): Formula {
    const { lock } = vault;
    if (!lock) return true;
    const there = all(this.subjects.exists(vault), this.texts.conditions.allHold(lock.when, vault.stack));
    const retention = lifecycle?.deleteAfterDays;
    if (retention === undefined || retention === NEVER) {
      const unread = this.unread.mayTell(plan, `${path}.Lifecycle.DeleteAfterDays`);
      if (lock.maxRetentionDays === undefined) return true;
      const given = this.leaning.value('endless-retention-breaks-maximum');
      const words = 'whether endless retention breaks the maximum of a lock';
      return any(not(there), unread, not(assumed('endless-retention-breaks-maximum', '', given, words)));
    }
    const days = this.texts.cases(retention, plan.stack);
    const bound = (told: typeof lock.minRetentionDays, fits: (one: Text, other: Text) => Formula): Formula =>
      told === undefined ||
      any(
        ...this.texts
          .cases(told, vault.stack)
          .flatMap((limit) => days.map((kept) => all(limit.when, kept.when, fits(limit.text, kept.text)))),
      );
    return any(
      not(there),
      all(
        bound(lock.minRetentionDays, (least, kept) => atMost(least, kept)),
        bound(lock.maxRetentionDays, (most, kept) => atMost(kept, most)),
      ),
    );
  }

  /** The vault that a reference leads to, if it was read: what is declared elsewhere is taken to take what it gets. */
  private vaultOf(reference: VaultReference | undefined, from: ResourceId): Vault | undefined {
    if (!reference) return undefined;
    if (reference.declared) return this.vaults.get(keyOf(reference.declared));
    const { name } = reference;
    if (isUnknown(name)) return undefined;
    const found = (this.vaultsByName.get(name) ?? []).filter(
      (vault) => this.places.same(this.places.of(vault.stack), this.places.of(from.stack)) === true,
    );
    return found.length === 1 ? found[0] : undefined;
  }
}

function keyOf({ stack, logicalId }: ResourceId): string {
  return JSON.stringify([stack, logicalId]);
}
