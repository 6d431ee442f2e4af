import { isCopiedIn } from '../../service/copies-by-region';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, mayCoexist } from '../context';
import { copiesOf } from '../copies';
import { kindsOfPlan, selectionWords } from '../named-kinds';

/** Some Regions copy less than others. */
export const copiesUnsupportedInRegion: CheckRule = {
  id: 'copies-unsupported-in-region',
  title: 'Copies are of kinds of resources that the Regions of both vaults can copy',
  why: 'In Regions that an account has to switch on first, DocumentDB clusters are not copied at all, stacks, Neptune clusters and Timestream tables not to other accounts, and file systems of FSx not from or to Bahrain and the United Arab Emirates. The plan deploys, and the copy that it promises is never there.',
  severity: 'error',
  certainty: 'documented',
  source: guide('backup-feature-availability'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { plan, rule, told, vaultProperty, way, from, to } of copiesOf(context)) {
      const goes = { account: way.account === 'other', region: way.region === 'other' };
      for (const region of new Set([from.region, to.region])) {
        const lacking = kindsOfPlan(context, plan).named.find(
          (each) =>
            region !== undefined &&
            mayCoexist(each.named, rule) &&
            each.kinds.every((kind) => !isCopiedIn(region, kind, goes)),
        );
        if (!lacking) continue;
        yield {
          at: plan,
          property: vaultProperty,
          says: `${told} is of ${lacking.kinds.map(({ label }) => label).join(' or ')} (${selectionWords(lacking.selection)}), which ${region} does not copy to another ${goes.account ? 'account' : 'Region'}`,
          fix: 'copy to a vault of the same account and Region, or keep such resources out of the plan',
        };
      }
    }
  },
};
