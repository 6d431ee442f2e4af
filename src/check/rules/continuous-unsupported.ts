import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { ruleWords } from '../points-in-vaults';
import { featuresOf } from '../without-feature';

/** Continuous backup of kinds that have none. */
export const continuousUnsupported: CheckRule = {
  id: 'continuous-unsupported',
  title: 'Continuous backup is for kinds of resources that have it: S3, RDS instances, Aurora and SAP HANA',
  why: 'Of other kinds AWS Backup takes a snapshot instead, and says nothing: there is no point in time to go back to between two snapshots, and the snapshots are kept for 35 days at most, as continuous backups are.',
  severity: 'error',
  certainty: 'documented',
  source: guide('point-in-time-recovery'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) {
      const features = featuresOf(context, plan);
      for (const rule of plan.rules) {
        if (known(rule.continuous) !== true) continue;
        const without = features.without('continuous', rule);
        if (!without) continue;
        yield {
          at: plan,
          property: `${rule.path}.EnableContinuousBackup`,
          says: `${ruleWords(rule, plan)} backs up continuously, and ${without.told} only get snapshots`,
          fix: without.isEverything
            ? 'leave continuous backup out, and switch on what the service itself offers for points in time'
            : 'give these a rule without continuous backup in a plan of their own, if their snapshots shall live longer than 35 days',
          ...(!without.isEverything && { severity: 'info' }),
          ...(!without.isCertain && { severity: 'warning' }),
        };
      }
    }
  },
};
