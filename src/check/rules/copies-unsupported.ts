import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { ruleWords } from '../points-in-vaults';
import { featuresOf } from '../without-feature';

/** Copies of recovery points of kinds that cannot be copied, or not to another account. */
export const copiesUnsupported: CheckRule = {
  id: 'copies-unsupported',
  title: 'Copy actions are for kinds of resources whose recovery points can be copied',
  why: 'Recovery points of some kinds cannot be copied at all, not even to another vault of the same account and Region, and those of stacks cannot be copied to another account. The plan deploys, and the copy that it promises is never there.',
  severity: 'error',
  certainty: 'documented',
  source: guide('backup-feature-availability'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) {
      const features = featuresOf(context, plan);
      for (const rule of plan.rules) {
        for (const copy of rule.copies) {
          const own = context.stackOf(plan)?.account;
          const vault = context.vaultOf(copy.vault, plan);
          const account = vault ? context.stackOf(vault)?.account : known(copy.vault?.account);
          const leaves = own !== undefined && account !== undefined && own !== account;
          const without =
            features.without('copies', copy) ?? (leaves && features.without('copiesToOtherAccounts', copy));
          if (!without) continue;
          const { told, isCertain } = without;
          const where = features.without('copies', copy) ? '' : ` to another account, here ${account}`;
          yield {
            at: plan,
            property: `${copy.path}.DestinationBackupVaultArn`,
            says: `${ruleWords(rule, plan)} copies its points, and those of ${told} cannot be copied${where}${isCertain ? '' : ", or so one of AWS's pages says"}`,
            fix: 'back these up by a plan of their own without this copy, and protect them elsewhere by what their own service offers',
            ...(!isCertain && { severity: 'warning' }),
          };
        }
      }
    }
  },
};
