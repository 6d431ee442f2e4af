import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { copiesOf } from '../copies';

/** One copy that goes to another account and another Region at once. */
export const copyAcrossAccountAndRegion: CheckRule = {
  id: 'copy-across-account-and-region',
  title: 'A copy goes to another account or to another Region, and to both only where that is known to work',
  why: 'That one copy action may cross accounts and Regions at once is documented for RDS, Aurora, DocumentDB and Neptune. It is taken to work for other types as well, unless the assumptions say otherwise. Where it does not, the copy jobs fail.',
  severity: 'warning',
  certainty: 'uncertain',
  source: guide('backup-feature-availability'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { plan, told, vaultProperty, way, to } of copiesOf(context)) {
      if (way.account !== 'other' || way.region !== 'other') continue;
      if (context.leaning.value('copy-across-account-and-region') !== false) continue;
      yield {
        at: plan,
        property: vaultProperty,
        says: `${told} goes to ${to.region} in account ${to.account} at once, which is said to work for RDS, Aurora, DocumentDB and Neptune only`,
        fix: 'copy to another Region of the same account, or to another account in the same Region, and onwards from there',
      };
    }
  },
};
