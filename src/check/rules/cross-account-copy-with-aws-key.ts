import { guide } from '../../service/documentation';
import { hasKeyOfVault, keepsKeyOfResource } from '../../service/full-management';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { type Copy, copiesOf } from '../copies';
import { kindsOfPlan, selectionWords } from '../named-kinds';
import { vaultWords } from '../vault-words';

/** Keys of AWS cannot be shared, so what has to be encrypted anew in another account needs another key there. */
export const crossAccountCopyWithAwsKey: CheckRule = {
  id: 'cross-account-copy-with-aws-key',
  title: 'A vault that takes copies from other accounts has a key of your own',
  why: 'A vault without EncryptionKeyArn is encrypted with the key aws/backup. AWS Backup cannot use that key for copies from other accounts, of resources that it does not fully manage: EC2, EBS, RDS, Aurora, DocumentDB, Neptune, FSx and Storage Gateway. Their copy jobs fail. The key of a vault cannot be changed later.',
  severity: 'error',
  certainty: 'documented',
  source: guide('create-cross-account-backup'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const copy of copiesOf(context)) yield* flaws(context, copy);
  },
};

function* flaws(context: CheckContext, { plan, told, vault, vaultProperty, way }: Copy): Iterable<Flaw> {
  if (way.account !== 'other' || vault?.kind !== 'standard' || vault.encryptionKey !== undefined) return;
  if (!context.isRead(vault, 'EncryptionKeyArn')) return;
  const { named, isAll } = kindsOfPlan(context, plan);
  const refused = named.find(({ kinds }) => kinds.every(keepsKeyOfResource));
  if (isAll && named.every(({ kinds }) => kinds.every(hasKeyOfVault))) return;
  const at = { at: plan, property: vaultProperty };
  const fix = 'give that vault a key of your own in EncryptionKeyArn, which replaces the vault';
  const where = `${told} goes to ${vaultWords(vault)} of another account, which has no EncryptionKeyArn and so the key aws/backup`;
  if (refused) {
    const kinds = refused.kinds.map(({ label }) => label).join(' or ');
    yield {
      ...at,
      says: `${where}: copies of ${kinds} (${selectionWords(refused.selection)}) need another key, so their copy jobs fail`,
      fix,
    };
  } else {
    yield {
      ...at,
      severity: 'warning',
      says: `${where}: copy jobs of what AWS Backup does not fully manage, such as EBS, EC2 and RDS, fail with that key`,
      fix,
    };
  }
}
