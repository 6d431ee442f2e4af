import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { isWhole } from '../whole';

/** Legal holds on vaults that these templates do not have. */
export const legalHoldVaultElsewhere: CheckRule = {
  id: 'legal-hold-vault-elsewhere',
  title: 'A legal hold names vaults that there are',
  why: 'A legal hold keeps the recovery points of the vaults that it names. A name that no vault has keeps nothing, and the hold is in force all the same.',
  severity: 'info',
  certainty: 'documented',
  source: guide('legalhold'),
  scope: 'app',
  *inspect(context: CheckContext): Iterable<Flaw> {
    if (!isWhole(context)) return;
    // A vault whose name only deployment knows may have any.
    if (context.model.vaults.some((vault) => known(vault.name) === undefined)) return;
    const names = new Set(context.model.vaults.map((vault) => known(vault.name)));
    for (const hold of context.model.legalHolds) {
      for (const vault of hold.vaults) {
        const name = vault.declared ? undefined : known(vault.name);
        if (name === undefined || names.has(name)) continue;
        yield {
          at: hold,
          property: 'RecoveryPointSelection.VaultNames',
          says: `this hold is on vault '${name}', which is in none of these templates; if there is none of that name, nothing is held`,
          fix: 'name the vault by a reference to its resource, or acknowledge this where the vault is made elsewhere',
        };
      }
    }
  },
};
