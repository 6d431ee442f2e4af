import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { copiesOf } from '../copies';

/** The parts of AWS that share neither accounts nor anything else, by how the names of their Regions begin. */
const APART: readonly { readonly prefix: string; readonly name: string }[] = [
  { prefix: 'cn-', name: 'China' },
  { prefix: 'us-gov-', name: 'GovCloud' },
];
const COMMERCIAL = 'the commercial Regions';

/** Copies stay within China, within GovCloud, or outside of both. */
export const copyAcrossPartitions: CheckRule = {
  id: 'copy-across-partitions',
  title: 'Copies do not leave or enter the Regions of China and of GovCloud',
  why: 'From a Region of China copies go to Regions of China only, and from one of GovCloud to those of GovCloud. No other Region can send copies there. The copy jobs fail.',
  severity: 'error',
  certainty: 'documented',
  source: guide('backup-feature-availability'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { plan, told, vaultProperty, from, to } of copiesOf(context)) {
      if (!from.region || !to.region || partOf(from.region) === partOf(to.region)) continue;
      yield {
        at: plan,
        property: vaultProperty,
        says: `${told} goes from ${from.region} (${partOf(from.region)}) to ${to.region} (${partOf(to.region)}), which AWS keeps apart, so each copy job fails`,
        fix: `copy to another Region of ${partOf(from.region)}`,
      };
    }
  },
};

function partOf(region: string): string {
  return APART.find(({ prefix }) => region.startsWith(prefix))?.name ?? COMMERCIAL;
}
