import type { Vault, VaultNotifications } from '../read/model';
import type { CheckContext } from './context';

/** A vault that notifies a topic. */
export interface NotifyingVault {
  readonly vault: Vault;
  readonly notifications: VaultNotifications;
  /** The path of the property that names the topic. */
  readonly property: string;
}

/** Every vault that notifies a topic of what happens in it. */
export function notifyingVaults({ model }: CheckContext): NotifyingVault[] {
  return model.vaults.flatMap((vault) => {
    const { notifications } = vault;
    return notifications ? [{ vault, notifications, property: `${notifications.path}.SNSTopicArn` }] : [];
  });
}
