import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { type Copy, copiesOf } from '../copies';

/** A copy beside its original is lost with it. */
export const copyIntoOwnVault: CheckRule = {
  id: 'copy-into-own-vault',
  title: 'A copy goes to another vault than that of the original',
  why: 'Copies are there for the day on which the vault, the Region or the account of the originals is lost. In the vault of the original a copy is lost with it, and paid for twice. What AWS Backup makes of such a copy action, it does not say.',
  severity: 'warning',
  certainty: 'uncertain',
  source: guide('recov-point-create-a-copy'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const copy of copiesOf(context)) {
      if (!isOwn(context, copy)) continue;
      const { plan, told, vaultProperty, reference } = copy;
      const name = known(reference?.name);
      yield {
        at: plan,
        property: vaultProperty,
        says: `${told} goes to the vault of the original${name === undefined ? '' : `, '${name}'`}, where it protects from nothing`,
        fix: 'copy to a vault of another Region or another account, or leave the copy action out',
      };
    }
  },
};

function isOwn(context: CheckContext, { plan, rule, vault, reference, way }: Copy): boolean {
  const target = context.vaultOf(rule.vault, plan);
  if (vault && target) return vault === target;
  const name = known(reference?.name);
  const isSameName = name !== undefined && name === known(rule.vault?.name);
  return isSameName && way.account === 'same' && way.region === 'same';
}
