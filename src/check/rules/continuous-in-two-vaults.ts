import type { Plan, Rule } from '../../read/model';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, mayCoexist, type RuleOfPlan } from '../context';
import { planWords } from '../plan-words';
import { ruleWords } from '../points-in-vaults';
import { isContinuous } from '../rule-times';
import { selectedBySeveral } from '../selected-by-several';
import { areDifferentVaults } from '../vault-identity';

/** Continuous backups of one resource into several vaults, by rules of one plan or of several. */
export const continuousInTwoVaults: CheckRule = {
  id: 'continuous-in-two-vaults',
  title: 'The continuous backup of a resource goes into one vault',
  why: 'A resource has one continuous backup. If rules send it into several vaults, one of them has it, by whichever rule AWS Backup comes to first; the others get snapshots, which are completed with issues, and whoever counts on a point in time there has none.',
  severity: 'error',
  certainty: 'documented',
  source: guide('point-in-time-recovery'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) yield* flawsIn(context, plan);
    yield* flawsAcross(context);
  },
};

function* flawsIn(context: CheckContext, plan: Plan): Iterable<Flaw> {
  const [first, ...others] = continuousRules(context, plan);
  if (!first) return;
  for (const { rule } of others) {
    if (!mayCoexist(first.rule, rule) || !goElsewhere(context, first.rule, rule, plan)) continue;
    yield {
      ...flaw({ plan, rule }, ruleWords(first.rule, plan)),
      fix: 'send both into one vault, or leave continuous backup out of one rule; copies of it may go into other vaults',
    };
  }
}

function* flawsAcross(context: CheckContext): Iterable<Flaw> {
  const told = new Set<Rule>();
  for (const { told: shared, kinds, plans } of selectedBySeveral(context)) {
    if (kinds?.some(({ features }) => features.continuous !== 'yes')) continue;
    const [first, ...others] = plans.flatMap((plan) => continuousRules(context, plan).slice(0, 1));
    for (const other of others) {
      if (!first || told.has(other.rule) || other.plan.stack !== first.plan.stack) continue;
      if (other.rule.when || first.rule.when || !goElsewhere(context, first.rule, other.rule, first.plan)) continue;
      told.add(other.rule);
      yield {
        ...flaw(
          other,
          `${ruleWords(first.rule, first.plan)} of ${planWords(first.plan)}, which selects ${shared} too,`,
        ),
        fix: 'back it up continuously by one plan alone, or send both into one vault',
        ...(!kinds && { severity: 'warning' }),
      };
    }
  }
}

function flaw({ plan, rule }: RuleOfPlan, other: string): Pick<Flaw, 'at' | 'property' | 'says'> {
  return {
    at: plan,
    property: `${rule.path}.EnableContinuousBackup`,
    says: `${ruleWords(rule, plan)} backs up continuously into another vault than ${other} does, and a resource has one continuous backup, so one of the two vaults gets snapshots only`,
  };
}

/** The rules of a plan with continuous backup; where an air-gapped vault takes it is another matter, by type. */
function continuousRules(context: CheckContext, plan: Plan): RuleOfPlan[] {
  return plan.rules
    .map((rule) => ({ plan, rule }))
    .filter((each) => isContinuous(context, each) === true && !each.rule.airGappedVault);
}

function goElsewhere(context: CheckContext, one: Rule, other: Rule, from: Plan): boolean {
  return (
    one.vault !== undefined && other.vault !== undefined && areDifferentVaults(context, one.vault, other.vault, from)
  );
}
