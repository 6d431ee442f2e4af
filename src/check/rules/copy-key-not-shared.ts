import type { Plan } from '../../read/model';
import type { DataResource, Key } from '../../read/surroundings';
import { isUnknown } from '../../read/told';
import { guide } from '../../service/documentation';
import { keepsKeyOfResource } from '../../service/full-management';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { copiesOf } from '../copies';
import { kindsOfPlan, selectionWords } from '../named-kinds';
import { mayAllow, mayBeNamed } from '../service-grants';

/** A resource, in words, and the key with which it is encrypted. */
interface Encrypted {
  readonly told: string;
  readonly key: Key;
}

const NEEDED: readonly string[] = ['kms:CreateGrant', 'kms:Decrypt'];

/** A copy of what is encrypted takes the key along. */
export const copyKeyNotShared: CheckRule = {
  id: 'copy-key-not-shared',
  title: 'The key of what is copied to another account is shared with that account',
  why: 'Backups of resources that AWS Backup does not fully manage keep the key of the resource. The other account has to read them with it, so the policy of the key names that account; where it does not, each copy job fails.',
  severity: 'error',
  certainty: 'documented',
  source: guide('create-cross-account-backup'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const encrypted = new Map(context.model.plans.map((plan) => [plan, encryptedIn(context, plan)]));
    for (const { plan, told, vaultProperty, way, to } of copiesOf(context)) {
      const { account } = to;
      if (way.account !== 'other' || account === undefined) continue;
      const kept = (encrypted.get(plan) ?? []).filter(({ key }) => !isShared(key, account));
      if (kept.length === 0) continue;
      yield {
        at: plan,
        property: vaultProperty,
        says: `${told} goes to account ${account}, which the keys of ${kept.map((each) => each.told).join(', ')} do not let in`,
        fix: `allow arn:aws:iam::${account}:root to use the key, with kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey* and kms:ReEncrypt*`,
      };
    }
  },
};

/** What a plan names that keeps a key of its own which is declared, with a policy that is known. */
function encryptedIn(context: CheckContext, plan: Plan): Encrypted[] {
  return kindsOfPlan(context, plan).named.flatMap(({ kinds, selection, resource }) => {
    if (!resource || !kinds.every(keepsKeyOfResource)) return [];
    const key = keyOf(context, resource);
    if (!key || !context.isWhollyRead(key, 'KeyPolicy')) return [];
    return [{ told: `${resource.logicalId} (${selectionWords(selection)})`, key }];
  });
}

/** The key of a resource, told by its ARN or its id. */
function keyOf(context: CheckContext, { settings }: DataResource): Key | undefined {
  const [setting, ...more] = settings.filter(({ path }) => path === 'KmsKeyId');
  if (!setting || more.length > 0 || !isUnknown(setting.value)) return undefined;
  const [piece, ...others] = setting.value.pieces;
  return typeof piece === 'object' && others.length === 0 ? context.key(piece.resource) : undefined;
}

function isShared({ policy }: Key, account: string): boolean {
  return NEEDED.some((action) =>
    mayAllow(policy, action, (principal) => mayBeNamed(principal, (name) => name.includes(account))),
  );
}
