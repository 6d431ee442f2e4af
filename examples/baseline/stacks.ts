import type { App } from 'aws-cdk-lib';
import { Elsewhere } from './elsewhere';
import { Protected } from './protected';

const SOURCE = { account: '111122223333', region: 'eu-west-1' };
const DESTINATION = { account: '444455556666', region: 'eu-central-1' };

/** The account that holds the copies, and the one that is backed up. */
export function addBaselineStacks(app: App): void {
  new Elsewhere(app, 'Elsewhere', { env: DESTINATION, sourceAccountId: SOURCE.account });
  new Protected(app, 'Protected', { env: SOURCE, destination: DESTINATION });
}
