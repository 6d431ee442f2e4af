import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { type Copy, copiesOf } from '../copies';
import { vaultWords } from '../vault-words';

/** Copies whose source is in an air-gapped vault. */
export const copyFromAirGappedVault: CheckRule = {
  id: 'copy-from-air-gapped-vault',
  title: 'A rule with an air-gapped target copies to normal vaults with a key of your own',
  why: 'Where a rule backs up into an air-gapped vault, that is where copies of fully managed types, such as S3, EFS and DynamoDB, start from. From there no plan can copy to another air-gapped vault, and to a normal vault only if that has a key of your own. Other copy jobs fail.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('logicallyairgappedvault'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const copy of copiesOf(context)) yield* flaws(context, copy);
  },
};

function* flaws(context: CheckContext, { plan, rule, told, vault, vaultProperty }: Copy): Iterable<Flaw> {
  if (!rule.airGappedVault || !vault) return;
  const at = { at: plan, property: vaultProperty };
  const start = `${told} starts, for fully managed types such as S3, EFS and DynamoDB, from the air-gapped vault of the rule`;
  if (vault.kind === 'logicallyAirGapped') {
    yield {
      ...at,
      says: `${start}, and goes to ${vaultWords(vault)}, which is air-gapped too: no plan can make such copies`,
      fix: 'copy to a normal vault, or leave the air-gapped target out and copy from the normal vault',
    };
  } else if (vault.encryptionKey === undefined && context.isRead(vault, 'EncryptionKeyArn')) {
    yield {
      ...at,
      says: `${start}, and goes to ${vaultWords(vault)}, which has no EncryptionKeyArn and so the key aws/backup: such copies need a key of your own`,
      fix: 'give that vault a key of your own in EncryptionKeyArn, which replaces the vault',
    };
  }
}
