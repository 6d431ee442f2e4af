import type { App } from 'aws-cdk-lib';
import { BackupsOfEveryAccount } from './backups-of-every-account';
import { RoleOfEachAccount, VaultOfEachAccount } from './what-each-account-has';

/** Adds the stack of the management account, and those that every account has before, by stack sets. */
export function addOrganizationStacks(app: App): void {
  new BackupsOfEveryAccount(app, 'BackupsOfEveryAccount');
  new VaultOfEachAccount(app, 'VaultOfEachAccount');
  new RoleOfEachAccount(app, 'RoleOfEachAccount');
}
