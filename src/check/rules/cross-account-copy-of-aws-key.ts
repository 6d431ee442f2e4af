import { guide } from '../../service/documentation';
import { withAwsKeys } from '../aws-keys';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { copiesOf } from '../copies';

/** What is encrypted with a key of AWS never leaves its account. */
export const crossAccountCopyOfAwsKey: CheckRule = {
  id: 'cross-account-copy-of-aws-key',
  title: 'What is copied to another account is not encrypted with a key that AWS manages',
  why: 'Backups of resources that AWS Backup does not fully manage keep the key of the resource. A key that AWS manages, such as aws/rds, cannot be shared with another account, so each copy job to one fails.',
  severity: 'error',
  certainty: 'documented',
  source: guide('encryption'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const keys = new Map(context.model.plans.map((plan) => [plan, withAwsKeys(context, plan)]));
    for (const { plan, told, vaultProperty, way, to } of copiesOf(context)) {
      const resources = keys.get(plan) ?? [];
      if (way.account !== 'other' || resources.length === 0) continue;
      yield {
        at: plan,
        property: vaultProperty,
        says: `${told} goes to account ${to.account}, where the key managed by AWS with which ${resources.join(', ')} is encrypted cannot be used, so each copy job of it fails`,
        fix: 'encrypt the resource with a key of your own (KmsKeyId), which makes another resource of it, and share that key with the other account',
      };
    }
  },
};
