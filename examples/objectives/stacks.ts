import { type App, Duration } from 'aws-cdk-lib';
import { LockMode, ProtectionObjective, RequiredCopy } from 'cdk-strongroom';
import { Shop } from './shop';
import { Vaults } from './vaults';

/** Adds the stacks of this example, and what is promised of them. */
export function addPromisedStacks(app: App): { readonly shop: Shop } {
  const { copies } = new Vaults(app, 'Vaults', { env: { account: '444455556666', region: 'eu-west-1' } });
  const shop = new Shop(app, 'Shop', { copies, env: { account: '111122223333', region: 'eu-central-1' } });

  new ProtectionObjective(app, 'Everything', {
    retention: Duration.days(35),
    exceptions: [{ resource: shop.cache, reason: 'filled again each night' }],
  });
  new ProtectionObjective(app, 'Gold', {
    tagged: { tier: 'gold' },
    copies: [RequiredCopy.inAnotherAccount('eu-west-1')],
    immutable: LockMode.AIR_GAPPED,
    ransomwareProof: true,
  });
  return { shop };
}
