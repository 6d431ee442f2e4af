import type { Plan } from '../read/model';
import { keepsKeyOfResource } from '../service/full-management';
import type { CheckContext } from './context';
import { kindsOfPlan, type NamedKinds, selectionWords, settingOf } from './named-kinds';

/**
 * How resources of a type say that they are encrypted, and with which key. Without a key of its own an encrypted resource
 * has that which AWS manages for the service. Volumes may get one by the settings of the account, so they do not tell.
 */
const ENCRYPTION: ReadonlyMap<string, { readonly encrypted: string; readonly key: string }> = new Map([
  ['AWS::DocDB::DBCluster', { encrypted: 'StorageEncrypted', key: 'KmsKeyId' }],
  ['AWS::Neptune::DBCluster', { encrypted: 'StorageEncrypted', key: 'KmsKeyId' }],
  ['AWS::RDS::DBCluster', { encrypted: 'StorageEncrypted', key: 'KmsKeyId' }],
  ['AWS::RDS::DBInstance', { encrypted: 'StorageEncrypted', key: 'KmsKeyId' }],
]);

const MANAGED_ALIAS = /^alias\/aws\//;

/** The resources that a plan names and whose recovery points are encrypted with a key that AWS manages, in words. */
export function withAwsKeys(context: CheckContext, plan: Plan): string[] {
  return kindsOfPlan(context, plan).named.flatMap((named) => {
    const { kinds, selection, resource } = named;
    if (!resource || !kinds.every(keepsKeyOfResource) || !hasAwsKey(context, named)) return [];
    return [`${resource.logicalId} (${selectionWords(selection)})`];
  });
}

function hasAwsKey(context: CheckContext, { resource }: NamedKinds): boolean {
  const encryption = resource && ENCRYPTION.get(resource.type);
  if (!encryption) return false;
  const setting = settingOf(resource);
  const key = setting(encryption.key);
  if (key !== undefined) return MANAGED_ALIAS.test(key);
  const isGiven = resource.settings.some(({ path }) => path === encryption.key);
  return setting(encryption.encrypted) === 'true' && !isGiven && context.isRead(resource, encryption.key);
}
