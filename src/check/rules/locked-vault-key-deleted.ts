import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { isDeleted, leavingWords } from '../kept';
import { vaultWords } from '../vault-words';

const DEFAULT_PENDING_DAYS = 30;

/** A lock keeps recovery points, but not the key without which nobody can read them. */
export const lockedVaultKeyDeleted: CheckRule = {
  id: 'locked-vault-key-deleted',
  title: 'The key of a locked vault stays when its stack goes',
  why: 'A lock keeps recovery points from being deleted. It does not keep the key with which they are encrypted: when that is deleted, with its stack or in an update, the points that it encrypts are there, and paid for, and nobody can ever restore them.',
  severity: 'warning',
  certainty: 'documented',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const vault of context.model.vaults) {
      const key = context.key(vault.encryptionKey);
      if (!key || known(vault.lock?.minRetentionDays) === undefined) continue;
      for (const leaving of ['DeletionPolicy', 'UpdateReplacePolicy'] as const) {
        if (!isDeleted(context, key, leaving)) continue;
        const days = key.pendingWindowDays === undefined ? DEFAULT_PENDING_DAYS : known(key.pendingWindowDays);
        yield {
          at: key,
          property: leaving,
          says: `the key of ${vaultWords(vault)}, which is locked, has ${leavingWords(key, leaving)}: when the key leaves its stack, it is deleted${days === undefined ? '' : ` ${days} days later`}, and no recovery point that it encrypts can be restored`,
          fix: `set its ${leaving} to Retain`,
        };
      }
    }
  },
};
