import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { type PointsInVault, pointsInVaults } from '../points-in-vaults';
import { retentionOf } from '../retention';
import { vaultWords } from '../vault-words';

/** Retention against the lock of the vault that points go to, by rules and by copies, across stacks. */
export const retentionOutsideLock: CheckRule = {
  id: 'retention-outside-lock',
  title: 'Recovery points are kept at least as long, and at most as long, as the lock of their vault asks',
  why: 'A vault with a lock, as every air-gapped vault has one, takes no recovery point of another retention: the plan deploys, and then every job of the rule fails, night after night.',
  severity: 'error',
  certainty: 'documented',
  source: guide('vault-lock'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const points of pointsInVaults(context)) yield* flaws(context, points);
  },
};

function* flaws(context: CheckContext, points: PointsInVault): Iterable<Flaw> {
  const { plan, told, vault, property } = points;
  const lock = vault?.lock;
  const days = retentionOf(context, points);
  if (!lock || days === undefined || days === 'always') return;
  const [min, max] = [known(lock.minRetentionDays), known(lock.maxRetentionDays)];
  const name = vaultWords(vault);
  const at = { at: plan, property: `${property}.Lifecycle.DeleteAfterDays` };
  if (min !== undefined && days < min) {
    yield {
      ...at,
      says: `${told} keeps its points ${days} days, and the lock of ${name} takes none that are kept less than ${min} days, so each job fails`,
      fix: `keep them ${min} days or more, or send them to another vault`,
    };
  }
  if (max !== undefined && days > max) {
    yield {
      ...at,
      says: `${told} keeps its points ${days} days, and the lock of ${name} takes none that are kept more than ${max} days, so each job fails`,
      fix: `keep them ${max} days or less, or send them to another vault`,
    };
  }
}
