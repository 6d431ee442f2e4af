import type { CheckContext } from './context';
import { once } from './once';
import { type PointsInVault, pointsInVaults } from './points-in-vaults';
import { accountOf, regionOf, type Way, wayTo } from './way';

/** A copy that a rule makes, and how far it goes. */
export interface Copy extends PointsInVault {
  readonly way: Way;
  /** Where it comes from and where it goes, as far as that is known. */
  readonly from: { readonly account: string | undefined; readonly region: string | undefined };
  readonly to: { readonly account: string | undefined; readonly region: string | undefined };
}

/** Every copy that rules make of their recovery points. */
export const copiesOf = once((context): readonly Copy[] => [...copiesIn(context)]);

function* copiesIn(context: CheckContext): Iterable<Copy> {
  for (const points of pointsInVaults(context)) {
    const { kind, reference, plan } = points;
    if (kind !== 'copy' || !reference) continue;
    const home = context.stackOf(plan);
    yield {
      ...points,
      way: wayTo(context, reference, plan),
      from: { account: home?.account, region: home?.region },
      to: { account: accountOf(context, reference, plan), region: regionOf(context, reference, plan) },
    };
  }
}
