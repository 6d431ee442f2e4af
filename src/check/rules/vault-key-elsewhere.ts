import type { Vault } from '../../read/model';
import { isResource } from '../../read/told';
import { guide } from '../../service/documentation';
import { arnShape } from '../arn-shape';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { vaultWords } from '../vault-words';

/** Keys work in their own Region alone; those of several Regions have an ARN in each. */
export const vaultKeyElsewhere: CheckRule = {
  id: 'vault-key-elsewhere',
  title: 'The key of a vault is in the Region of the vault',
  why: 'A key of KMS is used in its own Region. A vault in another Region cannot be made with it, and its stack fails. A multi-Region key has a replica in each Region, each with an ARN of its own: the vault needs that of its Region.',
  severity: 'warning',
  certainty: 'uncertain',
  source: guide('create-a-vault'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const vault of context.model.vaults) {
      const [there, here] = [regionOfKey(context, vault), context.stackOf(vault)?.region];
      if (there === undefined || here === undefined || there === here) continue;
      yield {
        at: vault,
        property: 'EncryptionKeyArn',
        says: `${vaultWords(vault)} is in ${here}, and its key in ${there}`,
        fix: `name a key of ${here}, or the replica of a multi-Region key there`,
      };
    }
  },
};

function regionOfKey(context: CheckContext, { encryptionKey }: Vault): string | undefined {
  if (encryptionKey === undefined) return undefined;
  if (isResource(encryptionKey)) return context.stackOf(encryptionKey)?.region;
  const arn = arnShape(encryptionKey);
  return arn?.service === 'kms' ? arn.region : undefined;
}
