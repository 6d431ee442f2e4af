import type { Leaning } from '../../read/assumptions/leaning';
import type { CopyAction, Lifecycle, Plan, Rule, Vault, VaultReference } from '../../read/model';
import { isUnknown, type Told } from '../../read/told';
import type { Feature, Support } from '../../service/features';
import type { Examination, Examined } from '../examination';
import { all, any, assumed, atMost, type Formula, free, not } from '../formula';
import { environmentOf, narrowedKinds } from '../kinds';
import type { Place } from '../places';
import { isForEver, NEVER, somewhere } from '../plan-works';
import type { Taking } from '../taking';

/** Recovery points that a plan makes of a resource, in one vault. */
export interface Points {
  /** Which they are, in words: `rule daily of the plan nightly`. */
  readonly told: string;
  readonly kind: 'original' | 'copy';
  /** That they come to be at all. */
  readonly made: Formula;
  /** That they are kept so many days, at least. */
  readonly keptFor: (days: number) => Formula;
  /** How long they are kept, in words, where that is known: `7 days`. */
  readonly kept: string | undefined;
  readonly vault: Vault | undefined;
  readonly vaultName: string | undefined;
  readonly place: Place;
}

/** The vault of the plan that EFS makes by itself. */
const EFS_VAULT = 'aws/efs/automatic-backup-vault';

/** Finds the recovery points that come of what takes a resource. */
export class PointsOf {
  private readonly leaning: Leaning;

  constructor(private readonly examination: Examination) {
    this.leaning = examination.judges.leaning;
  }

  public all({ subject, takings }: Examined): Points[] {
    return takings.flatMap((taking) => {
      if (taking.holds === false) return [];
      const { planDeclared } = taking;
      if (planDeclared) return planDeclared.rules.flatMap((rule) => this.ofRule(taking, planDeclared, rule, subject));
      return [this.ofOther(taking, subject)];
    });
  }

  private ofRule(taking: Taking, plan: Plan, rule: Rule, subject: Examined['subject']): Points[] {
    const { judges, texts } = this.examination;
    const told = `rule ${nameOf(rule.name, rule.path)} of the plan ${taking.plan}`;
    const there = all(taking.holds, texts.conditions.allHold(rule.when, plan.stack));
    const original = (reference: VaultReference | undefined, supported: Formula): Points => ({
      told,
      kind: 'original',
      made: all(there, supported, judges.planWorks.lets(reference, plan, rule.lifecycle, rule.path)),
      ...this.kept(rule.lifecycle, plan, rule.path),
      ...this.vaultIn(reference, plan, false),
    });
    const airGapped = rule.airGappedVault ? [original(rule.airGappedVault, this.supports(subject, 'airGapped'))] : [];
    return [
      original(rule.vault, true),
      ...airGapped,
      ...rule.copies.map((copy) => this.ofCopy(copy, there, told, plan, rule, subject)),
    ];
  }

  private ofCopy(
    copy: CopyAction,
    there: Formula,
    told: string,
    plan: Plan,
    rule: Rule,
    subject: Examined['subject'],
  ): Points {
    const { judges, texts } = this.examination;
    const [lifecycle, path] = copy.lifecycle ? [copy.lifecycle, copy.path] : [rule.lifecycle, rule.path];
    const found = this.vaultIn(copy.vault, plan, true);
    const isNear = judges.places.same(found.place, { ...subject.place, region: found.place.region });
    const given = this.leaning.value('cross-account-backup');
    const words = 'whether the organization lets its accounts copy to each other';
    const reaches = any(
      isNear,
      all(this.supports(subject, 'copiesToOtherAccounts'), assumed('cross-account-backup', '', given, words)),
    );
    return {
      told: `the copy of ${told}`,
      kind: 'copy',
      made: all(
        there,
        judges.planWorks.lets(rule.vault, plan, rule.lifecycle, rule.path),
        texts.conditions.allHold(copy.when, plan.stack),
        this.supports(subject, 'copies'),
        reaches,
        judges.planWorks.lets(copy.vault, plan, lifecycle, path),
      ),
      ...this.kept(lifecycle, plan, path),
      ...found,
    };
  }

  /** What a plan does that was not read: only how long it keeps things may be said by somebody. */
  private ofOther({ plan, by, holds }: Taking, { place, resource }: Examined['subject']): Points {
    const days = by === 'automatic' ? this.leaning.value('efs-automatic-retention-days') : this.elsewhere(plan, place);
    const open = free(`retention:${plan}:${resource.stack}`, `how long the plan ${plan} keeps its points`);
    const endless = days === 'forever';
    return {
      told: `the plan ${plan}`,
      kind: 'original',
      made: holds,
      keptFor: (wanted) => (days === undefined ? open : endless || Number(days) >= wanted),
      kept: days === undefined ? undefined : endless ? 'for ever' : `${days} days`,
      vault: undefined,
      vaultName: by === 'automatic' ? EFS_VAULT : undefined,
      place,
    };
  }

  private elsewhere(name: string, place: Place): number | 'forever' | undefined {
    const plans = this.leaning.plansElsewhere(environmentOf(place));
    return plans?.find(({ plan }) => plan.name === name)?.plan['retention-days'];
  }

  private kept(lifecycle: Lifecycle | undefined, plan: Plan, path: string): Pick<Points, 'kept' | 'keptFor'> {
    const days = lifecycle?.deleteAfterDays ?? NEVER;
    const { judges, texts } = this.examination;
    const unread = judges.unread.mayTell(plan, `${path}.Lifecycle.DeleteAfterDays`);
    const isRead = unread === false;
    return {
      kept: isUnknown(days) || !isRead ? undefined : days === NEVER ? 'for ever' : `${days} days`,
      keptFor: (wanted) =>
        texts.holds(days, plan.stack, (text) =>
          isForEver(text) ? not(unread) : all(atMost([String(wanted)], text), not(unread)),
        ),
    };
  }

  /** The vault that a reference leads to, and where that is. */
  private vaultIn(
    reference: VaultReference | undefined,
    plan: Plan,
    isCopy: boolean,
  ): Pick<Points, 'vault' | 'vaultName' | 'place'> {
    const { judges } = this.examination;
    const vault = judges.planWorks.vaultOf(reference, plan);
    const home = vault?.stack ?? reference?.declared?.stack ?? plan.stack;
    // An ARN of which nothing is known may lead anywhere; what another stack exports names no place of its own.
    const isAnywhere = isCopy && reference !== undefined && !reference.declared && isUnknown(reference.name);
    const isElsewhere = reference?.region !== undefined || reference?.account !== undefined;
    const place = reference && isElsewhere ? judges.planWorks.placeOf(reference, plan.stack) : judges.places.of(home);
    const name = vault?.name ?? reference?.name;
    return {
      vault,
      vaultName: name === undefined || isUnknown(name) ? undefined : name,
      place: isAnywhere
        ? {
            ...place,
            region: somewhere('Region', plan.stack, reference.name),
            account: somewhere('account', plan.stack, reference.name),
          }
        : place,
    };
  }

  /** That a feature is there for the kind of a resource. */
  private supports(subject: Examined['subject'], feature: Feature): Formula {
    const { resource } = subject;
    const kinds = narrowedKinds(subject, this.leaning);
    const found = new Set<Support>(kinds.map(({ features }) => features[feature]));
    if (found.size === 1 && !found.has('doubtful')) return found.has('yes');
    const words = `whether AWS Backup can do that for ${resource.logicalId}`;
    return free(`feature:${feature}:${resource.stack}:${resource.logicalId}`, words);
  }
}

function nameOf(name: Told<string> | undefined, path: string): string {
  if (name === undefined) return path;
  return isUnknown(name) ? name.unknown : name;
}
