import { given } from './given';
import type { Vault, VaultLock, VaultNotifications } from './model';
import { readPolicy } from './policy';
import type { Property } from './property';
import { referenceOf } from './references';

/** A vault's properties, but for where it stands. */
export type VaultFacts = Omit<Vault, 'stack' | 'logicalId' | 'type' | 'constructPath' | 'condition'>;

/** Reads the properties of an AWS::Backup::BackupVault. */
export function readVault(properties: Property): VaultFacts {
  return { kind: 'standard', ...common(properties), ...given({ lock: readLock(properties.at('LockConfiguration')) }) };
}

/** Reads the properties of an AWS::Backup::LogicallyAirGappedBackupVault, which has a lock by nature. */
export function readLogicallyAirGappedVault(properties: Property): VaultFacts {
  const lock = given({
    minRetentionDays: properties.at('MinRetentionDays').number(),
    maxRetentionDays: properties.at('MaxRetentionDays').number(),
  });
  return { kind: 'logicallyAirGapped', ...common(properties), lock };
}

function common(properties: Property) {
  return given({
    name: properties.at('BackupVaultName').text(),
    encryptionKey: referenceOf(properties.at('EncryptionKeyArn')),
    policy: readPolicy(properties.at('AccessPolicy')),
    notifications: readNotifications(properties.at('Notifications')),
  });
}

function readLock(lock: Property): VaultLock | undefined {
  if (!lock.isGiven) return undefined;
  return given({
    minRetentionDays: lock.at('MinRetentionDays').number(),
    maxRetentionDays: lock.at('MaxRetentionDays').number(),
    changeableForDays: lock.at('ChangeableForDays').number(),
  });
}

function readNotifications(notifications: Property): VaultNotifications | undefined {
  if (!notifications.isGiven) return undefined;
  return {
    ...given({ topic: referenceOf(notifications.at('SNSTopicArn')) }),
    events: notifications
      .at('BackupVaultEvents')
      .items()
      .flatMap((event) => event.text() ?? []),
  };
}
