import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { pointsInVaults } from '../points-in-vaults';
import { featuresOf, type WithoutFeature } from '../without-feature';

/** Air-gapped vaults for recovery points of kinds that cannot be in one. */
export const airGappedUnsupported: CheckRule = {
  id: 'air-gapped-unsupported',
  title: 'Logically air-gapped vaults are for kinds of resources whose recovery points they can hold',
  why: 'Recovery points of other kinds never get there. Where the air-gapped vault is the target of a rule they stay in the normal vault and no job fails; where a copy leads there, the copy is never made. Whoever counts on the air gap counts on nothing.',
  severity: 'error',
  certainty: 'documented',
  source: guide('backup-feature-availability'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { plan, told, kind, vault, property, vaultProperty, rule } of pointsInVaults(context)) {
      const isCopy = kind === 'copy' && vault?.kind === 'logicallyAirGapped';
      if (kind !== 'airGappedTarget' && !isCopy) continue;
      const part = rule.copies.find((copy) => copy.path === property) ?? rule;
      const without = featuresOf(context, plan).without('airGapped', part);
      // What the pages disagree about, they disagree about in the same table: nothing is claimed.
      if (!without?.isCertain) continue;
      yield { at: plan, property: vaultProperty, ...words(told, without, isCopy) };
    }
  },
};

function words(told: string, { told: kinds, isEverything }: WithoutFeature, isCopy: boolean): Omit<Flaw, 'at'> {
  return {
    says: isCopy
      ? `${told} goes to a logically air-gapped vault, which cannot hold points of ${kinds}, so they are never copied`
      : `${told} backs up into a logically air-gapped vault, which cannot hold points of ${kinds}, so they stay in the normal vault`,
    fix: 'send the points of these to a vault with a lock in compliance mode, by a plan of their own',
    ...(!isCopy && !isEverything && { severity: 'warning' as const }),
  };
}
