import { Annotations, type Resource } from 'aws-cdk-lib';
import { guide } from '../service/documentation';

const SOURCE = guide('create-cross-account-backup');

/** Says what a vault without a key of its own cannot take from other accounts. */
export function warnOfManagedKey(vault: Resource): void {
  warn(
    vault,
    'copy-key-managed',
    'this vault has the AWS managed key aws/backup: copies from other accounts fail for the resource types that AWS Backup does ' +
      'not fully manage, as they do where the source has an AWS managed key; give the vault an encryptionKey, a customer managed one',
  );
}

/** Says what to do by hand where the policy of the vault's key is out of reach. */
export function warnOfKeyPolicy(vault: Resource, actions: readonly string[]): void {
  warn(
    vault,
    'copy-key-policy',
    `the policy of encryptionKey cannot be changed here: let the source do ${actions.join(', ')} there by hand, or its copies fail`,
  );
}

function warn(vault: Resource, id: string, text: string): void {
  Annotations.of(vault).addWarningV2(`Strongroom::${id}`, `${text} (${SOURCE})`);
}
