import type { App } from 'aws-cdk-lib';
import { Audit } from './audit';
import { HoldsTiersAndAccess } from './holds-tiers-and-access';
import { RestoreTests } from './restore-tests';

/** Adds a stack for each way to prove backups, or to look after them. None of them names an account or a Region. */
export function addProofStacks(app: App): void {
  new RestoreTests(app, 'RestoreTests');
  new Audit(app, 'Audit');
  new HoldsTiersAndAccess(app, 'HoldsTiersAndAccess');
}
