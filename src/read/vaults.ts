import { given } from './given';
import type { Vault, VaultLock, VaultNotifications } from './model';
import { readPolicy } from './policy';
import type { Property } from './property';
import { referenceOf } from './references';
import type { Facts } from './resource-facts';
import { mapTags } from './tags';

/** Reads the properties of an AWS::Backup::BackupVault. */
export function readVault(properties: Property): Facts<Vault> {
  return { kind: 'standard', ...common(properties), ...given({ lock: readLock(properties.at('LockConfiguration')) }) };
}

/** Reads the properties of an AWS::Backup::LogicallyAirGappedBackupVault, which has a lock by nature. */
export function readLogicallyAirGappedVault(properties: Property): Facts<Vault> {
  return {
    kind: 'logicallyAirGapped',
    ...common(properties),
    ...given({ approvalTeam: properties.at('MpaApprovalTeamArn').text() }),
    lock: retention(properties),
  };
}

function common(properties: Property) {
  return {
    ...given({
      name: properties.at('BackupVaultName').text(),
      encryptionKey: referenceOf(properties.at('EncryptionKeyArn')),
      policy: readPolicy(properties.at('AccessPolicy')),
      notifications: readNotifications(properties.at('Notifications')),
    }),
    tags: mapTags(properties.at('BackupVaultTags')),
  };
}

function readLock(lock: Property): VaultLock | undefined {
  if (!lock.isGiven) return undefined;
  return { ...retention(lock), ...given({ changeableForDays: lock.at('ChangeableForDays').number() }) };
}

function retention(lock: Property): VaultLock {
  return {
    ...lock.part,
    ...given({
      minRetentionDays: lock.at('MinRetentionDays').number(),
      maxRetentionDays: lock.at('MaxRetentionDays').number(),
    }),
  };
}

function readNotifications(notifications: Property): VaultNotifications | undefined {
  if (!notifications.isGiven) return undefined;
  return {
    ...notifications.part,
    ...given({ topic: referenceOf(notifications.at('SNSTopicArn')) }),
    events: notifications.at('BackupVaultEvents').texts(),
  };
}
