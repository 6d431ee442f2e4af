import type { App } from 'aws-cdk-lib';
import { AirGappedVault } from './air-gapped-vault';
import { CopyDestination } from './copy-destination';
import { WatchedVault } from './watched-vault';

/** Adds a stack for each thing that people want of a vault. None of them names an account or a Region to deploy to. */
export function addVaultStacks(app: App): void {
  new CopyDestination(app, 'CopyDestination');
  new AirGappedVault(app, 'AirGappedVault');
  new WatchedVault(app, 'WatchedVault');
}
