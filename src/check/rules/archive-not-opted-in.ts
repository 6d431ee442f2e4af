import { guide } from '../../service/documentation';
import { RESOURCE_KINDS } from '../../service/features';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known, mayCoexist } from '../context';
import { namedKinds, selectionWords } from '../named-kinds';
import { ruleWords } from '../points-in-vaults';

/** Cold storage for EBS snapshots, which asks for a word more than that of other kinds. */
export const archiveNotOptedIn: CheckRule = {
  id: 'archive-not-opted-in',
  title: 'A rule that moves EBS snapshots to cold storage opts in to the archive',
  why: 'Cold storage of EBS volumes is the EBS snapshot archive, and snapshots go there only if the lifecycle opts in to it. Without that they stay warm, and no job says so.',
  severity: 'info',
  certainty: 'documented',
  source: guide('plan-options-and-configuration'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) {
      const volumes = context
        .selectionsOf(plan)
        .flatMap((selection) => namedKinds(context, selection))
        .filter(({ kinds }) => kinds.every((kind) => kind === RESOURCE_KINDS.ebs));
      for (const rule of volumes.length > 0 ? plan.rules : []) {
        for (const lifecycle of [rule.lifecycle, ...rule.copies.map((copy) => copy.lifecycle)]) {
          const selected = volumes.find(({ named }) => lifecycle && mayCoexist(named, lifecycle));
          const days = known(lifecycle?.moveToColdStorageAfterDays);
          const optIn = lifecycle?.optInToArchiveForSupportedResources ?? false;
          if (!lifecycle || !selected || days === undefined || days < 0 || optIn !== false) continue;
          yield {
            at: plan,
            property: lifecycle.path,
            says: `${ruleWords(rule, plan)} moves its points to cold storage after ${days} days without opting in to the archive, so those of EBS volumes (${selectionWords(selected.selection)}) stay warm`,
            fix: 'set OptInToArchiveForSupportedResources to true, which is meant for rules that run once a month or less often',
          };
        }
      }
    }
  },
};
