import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { notSelected } from '../not-selected';

/** Scan settings for types of which the plan selects nothing. */
export const scanWithoutResources: CheckRule = {
  id: 'scan-without-resources',
  title: 'A plan scans recovery points of types that it selects',
  why: 'Scan settings name the types whose recovery points are scanned for malware. If the plan selects nothing of a type, nothing of it is scanned, and no job says so.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('malware-protection'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) {
      for (const setting of plan.scanSettings) {
        // All that there is fits whatever is selected.
        for (const type of notSelected(context, plan, setting.resourceTypes).filter((each) => each !== 'ALL')) {
          yield {
            at: plan,
            property: `${setting.path}.ResourceTypes`,
            says: `this plan scans recovery points of ${type} for malware, and selects no resource of that type`,
            fix: `select resources of ${type}, or scan the type that is selected: EBS, EC2 and S3 can be scanned`,
          };
        }
      }
    }
  },
};
