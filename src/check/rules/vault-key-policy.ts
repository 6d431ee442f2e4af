import type { Key } from '../../read/surroundings';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { has, isAbout } from '../statements';
import { vaultWords } from '../vault-words';

const NEEDED: readonly string[] = ['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey'];

/** A vault uses its key by a grant, which its policy has to let somebody make. */
export const vaultKeyPolicy: CheckRule = {
  id: 'vault-key-policy',
  title: 'The policy of the key of a vault allows what AWS Backup needs',
  why: 'Nobody may use a key whom its policy leaves out, whatever IAM allows. At the least somebody must be allowed kms:CreateGrant, kms:GenerateDataKey and kms:Decrypt: without these the vault cannot be made with the key, or its jobs fail.',
  severity: 'error',
  certainty: 'documented',
  source: guide('encryption'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const vault of context.model.vaults) {
      const key = context.key(vault.encryptionKey);
      // Without a policy the key has one by default, which allows everything to the account.
      if (!key || key.policy.length === 0 || !context.isWhollyRead(key, 'KeyPolicy')) continue;
      const missing = NEEDED.filter((action) => !mayAllow(key, action));
      if (missing.length === 0) continue;
      yield {
        at: key,
        property: 'KeyPolicy',
        says: `the policy of the key of ${vaultWords(vault)} allows ${missing.join(', ')} to nobody, which AWS Backup needs`,
        fix: `allow ${missing.join(', ')} to the root of the account that has the vault`,
      };
    }
  },
};

function mayAllow({ policy }: Key, action: string): boolean {
  return policy.some((statement) => has('Allow', statement.effect) !== 'no' && isAbout(statement, action) !== 'no');
}
