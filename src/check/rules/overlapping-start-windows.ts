import type { CopyAction, Plan, Rule, VaultReference } from '../../read/model';
import { guide } from '../../service/documentation';
import { DEFAULT_START_WINDOW_MINUTES } from '../../service/window';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { type DroppedRuns, droppedRuns } from '../dropped-runs';
import { ruleWords } from '../points-in-vaults';
import { minutesWords, oftenWords } from '../time-words';
import { areDifferentVaults, isSameVault } from '../vault-identity';

const APART =
  'keep the start windows apart: shorten that of the rule which keeps its points longer, or move one of the schedules';
const SAME_COPIES = 'give the rule that keeps its points longer the same copy actions, or move one of the schedules';

/** Overlapping start windows of the rules of a plan, by which backups and copies are dropped. */
export const overlappingStartWindows: CheckRule = {
  id: 'overlapping-start-windows',
  title: 'No rule of a plan runs within the start window of another that keeps its points longer',
  why: 'Where start windows of two rules of a plan overlap, AWS Backup makes the backup of the rule that keeps its points longer, and the other run does not take place. The whole start window counts, 8 hours unless the rule says otherwise: a daily rule takes eight backups a day from an hourly one. The copies of the dropped run are not made either.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('plan-options-and-configuration'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) {
      for (const lost of droppedRuns(context, plan)) yield* flaws(context, plan, lost);
    }
  },
};

function* flaws(context: CheckContext, plan: Plan, lost: DroppedRuns): Iterable<Flaw> {
  const { rule, winners, dropped, runs, time, instead } = lost;
  const copies = lostCopies(context, plan, lost);
  const isNever = dropped === runs;
  // One run of the longer rule in the place of each: nothing is missing but the copies.
  const isReplaced = !isNever && dropped <= instead;
  if (isReplaced && copies.length === 0) return;
  const name = ruleWords(rule, plan);
  const who = winners.map((winner) => winnerWords(winner, plan)).join(' and of ');
  const which = isNever ? 'never runs: every run falls' : `loses ${oftenWords(dropped, runs, time)}: they fall`;
  const where = copies.map(({ vault }) => vaultWords(vault)).join(', ');
  const isOneVault = winners.every((winner) => isOneTarget(context, plan, rule, winner));
  yield {
    at: plan,
    property: rule.path,
    says:
      `${name} ${which} into the start window of ${who}, which keeps its points longer, and AWS Backup then makes the backup of that rule alone` +
      (isOneVault ? '' : ' (it does not say whether that holds for rules into different vaults)') +
      (copies.length === 0 ? '' : `; copies to ${where} are not made then either`),
    fix: copies.length > 0 && isReplaced ? SAME_COPIES : APART,
    ...(isNever && isOneVault && { severity: 'error' as const }),
  };
}

function winnerWords(winner: Rule, plan: Plan): string {
  return `${ruleWords(winner, plan)} (${minutesWords(known(winner.startWindowMinutes) ?? DEFAULT_START_WINDOW_MINUTES)})`;
}

function vaultWords(vault: VaultReference | undefined): string {
  const name = known(vault?.name);
  return name === undefined ? 'another vault' : `vault '${name}'`;
}

/** The copies of the rule that a rule which drops its runs does not make. */
function lostCopies(context: CheckContext, plan: Plan, { rule, winners }: DroppedRuns): CopyAction[] {
  return rule.copies.filter(({ vault }) =>
    winners.some(({ copies }) =>
      copies.every((copy) => vault && copy.vault && areDifferentVaults(context, vault, copy.vault, plan)),
    ),
  );
}

function isOneTarget(context: CheckContext, plan: Plan, rule: Rule, winner: Rule): boolean {
  const targets = [rule, winner].flatMap(({ vault, airGappedVault }) => airGappedVault ?? vault ?? []);
  const [one, other] = targets;
  return one !== undefined && other !== undefined && isSameVault(context, one, other, plan);
}
