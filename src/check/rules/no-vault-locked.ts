import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { isWhole } from '../whole';

/** Apps in which whoever has the permission can delete every backup. */
export const noVaultLocked: CheckRule = {
  id: 'no-vault-locked',
  title: 'One vault at least is locked',
  why: 'Without a lock, whoever may delete recovery points may delete all of them, an intruder with the keys of an administrator too. A lock keeps them for its minimum: in compliance mode, and in an air-gapped vault, against everybody.',
  severity: 'info',
  certainty: 'documented',
  source: guide('vault-lock'),
  scope: 'app',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const { vaults, plans } = context.model;
    if (plans.length === 0 || vaults.length === 0 || !isWhole(context)) return;
    if (vaults.some((vault) => vault.lock || !context.isRead(vault, 'LockConfiguration'))) return;
    yield {
      says: `${vaults.length === 1 ? 'the only vault has no lock' : `none of the ${vaults.length} vaults has a lock`}, so that whoever may delete recovery points may delete each of them`,
      fix: 'give a vault a LockConfiguration, or copy into a logically air-gapped vault',
    };
  },
};
