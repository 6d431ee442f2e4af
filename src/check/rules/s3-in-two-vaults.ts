import type { Plan, Rule, Selection } from '../../read/model';
import { guide } from '../../service/documentation';
import { RESOURCE_KINDS, type ResourceKind } from '../../service/features';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, mayCoexist, type RuleOfPlan } from '../context';
import { namedKinds, selectionWords } from '../named-kinds';
import { planWords } from '../plan-words';
import { ruleWords } from '../points-in-vaults';
import { isContinuous } from '../rule-times';
import { selectedBySeveral } from '../selected-by-several';
import { areDifferentVaults } from '../vault-identity';

/** Continuous and periodic backups of one bucket in two vaults. */
export const s3InTwoVaults: CheckRule = {
  id: 's3-in-two-vaults',
  title: 'Continuous and periodic backups of a bucket go into one vault',
  why: 'AWS Backup asks for the continuous and the periodic backups of a bucket in one vault. If they are sent into two, the job in the second fails, by one page of AWS, or ends as another kind of backup, by another.',
  severity: 'warning',
  certainty: 'conflicting',
  source: guide('s3-backups'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) {
      const selections = bucketSelections(context, plan);
      if (selections.length === 0) continue;
      const rules = rulesOf(context, [plan]);
      const continuous = rules.find((each) => isContinuous(context, each) === true);
      if (!continuous) continue;
      yield* flaws(context, continuous, rules, `what ${selections.map(selectionWords).join(' and ')} names of S3`);
    }
    const told = new Set<Rule>();
    for (const { told: shared, kinds, plans } of selectedBySeveral(context)) {
      if (!kinds || !areBuckets(kinds)) continue;
      const rules = rulesOf(context, plans);
      const continuous = rules.find((each) => isContinuous(context, each) === true);
      if (!continuous) continue;
      const others = rules.filter(({ plan, rule }) => plan !== continuous.plan && !told.has(rule));
      for (const { rule } of others) told.add(rule);
      yield* flaws(context, continuous, others, shared);
    }
  },
};

function* flaws(
  context: CheckContext,
  continuous: RuleOfPlan,
  rules: readonly RuleOfPlan[],
  shared: string,
): Iterable<Flaw> {
  for (const { plan, rule } of rules) {
    if (isContinuous(context, { plan, rule }) !== false || plan.stack !== continuous.plan.stack) continue;
    if (!mayCoexist(rule, continuous.rule) || !goElsewhere(context, rule, continuous)) continue;
    const of = plan === continuous.plan ? '' : ` of ${planWords(continuous.plan)}`;
    yield {
      at: plan,
      property: `${rule.path}.TargetBackupVault`,
      says: `${ruleWords(rule, plan)} backs up ${shared} into another vault than ${ruleWords(continuous.rule, continuous.plan)}${of}, which does so continuously, and the backups of a bucket have to be in one vault`,
      fix: 'send both into one vault; copies of them may go into others',
    };
  }
}

/** The rules whose points go into the vault that they name, whatever their type. */
function rulesOf(context: CheckContext, plans: readonly Plan[]): RuleOfPlan[] {
  const all = plans.flatMap((plan) => plan.rules.map((rule) => ({ plan, rule })));
  return all.filter(
    ({ plan, rule }) =>
      !rule.airGappedVault && context.isRead(plan, `${rule.path}.TargetLogicallyAirGappedBackupVaultArn`),
  );
}

function bucketSelections(context: CheckContext, plan: Plan): Selection[] {
  return context
    .selectionsOf(plan)
    .filter(
      (selection) =>
        selection.conditions.length === 0 &&
        selection.notResources.length === 0 &&
        namedKinds(context, selection).some(({ kinds }) => areBuckets(kinds)),
    );
}

function areBuckets(kinds: readonly ResourceKind[]): boolean {
  return kinds.every((kind) => kind === RESOURCE_KINDS.s3);
}

function goElsewhere(context: CheckContext, rule: Rule, { plan, rule: { vault } }: RuleOfPlan): boolean {
  return rule.vault !== undefined && vault !== undefined && areDifferentVaults(context, rule.vault, vault, plan);
}
