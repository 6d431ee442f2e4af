import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { ruleWords } from '../points-in-vaults';

/** Search finds nothing behind an air gap. */
export const indexInAirGappedVault: CheckRule = {
  id: 'index-in-air-gapped-vault',
  title: 'A rule with an air-gapped vault as its target makes no index',
  why: 'Recovery points in an air-gapped vault have no index, and those that wait in the normal vault on their way there get none. The search that was to find a file finds nothing on the day it is needed.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('lag-vault-primary-backup'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { plan, rule } of context.rules) {
      const {
        airGappedVault: vault,
        indexActions: [action],
      } = rule;
      // A vault of which nobody knows anything may be none at all.
      const isAirGapped = vault && (vault.declared ?? known(vault.name)) !== undefined;
      if (!isAirGapped || !action) continue;
      yield {
        at: plan,
        property: action.path,
        says: `${ruleWords(rule, plan)} asks for an index and backs up into an air-gapped vault, where there is none`,
        fix: 'leave the index out, or back up into a normal vault and copy to the air-gapped one',
      };
    }
  },
};
