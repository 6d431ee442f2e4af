import type { Plan } from '../../read/model';
import { guide } from '../../service/documentation';
import { RESOURCE_KINDS, type ResourceKind } from '../../service/features';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { kindsOfPlan, selectionWords, settingOf } from '../named-kinds';
import { pointsInVaults } from '../points-in-vaults';

const CLUSTERS: ReadonlySet<ResourceKind> = new Set([
  RESOURCE_KINDS.aurora,
  RESOURCE_KINDS.documentDb,
  RESOURCE_KINDS.neptune,
]);

/** Clusters of databases that are not encrypted never reach an air-gapped vault. */
export const unencryptedKeptOutOfAirGap: CheckRule = {
  id: 'unencrypted-kept-out-of-air-gap',
  title: 'Clusters of Aurora, DocumentDB and Neptune that go into an air-gapped vault are encrypted',
  why: 'An air-gapped vault takes no backup of such a cluster that is not encrypted. The plan deploys, and the air-gapped copy that it promises is never there.',
  severity: 'error',
  certainty: 'documented',
  source: guide('logicallyairgappedvault'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { kind, plan, told, vaultProperty, vault } of pointsInVaults(context)) {
      const isAirGapped = kind === 'airGappedTarget' || (kind === 'copy' && vault?.kind === 'logicallyAirGapped');
      const clusters = isAirGapped ? unencryptedIn(context, plan) : [];
      if (clusters.length === 0) continue;
      yield {
        at: plan,
        property: vaultProperty,
        says: `${told} goes to an air-gapped vault, which takes no clusters that are not encrypted, as is ${clusters.join(', ')}`,
        fix: 'set StorageEncrypted to true with a key of your own (KmsKeyId), which makes another cluster of it',
      };
    }
  },
};

function unencryptedIn(context: CheckContext, plan: Plan): string[] {
  return kindsOfPlan(context, plan).named.flatMap(({ kinds, selection, resource }) => {
    const isOpen = resource && kinds.every((kind) => CLUSTERS.has(kind)) && isUnencrypted(settingOf(resource));
    return isOpen ? [`${resource.logicalId} (${selectionWords(selection)})`] : [];
  });
}

/** Where nothing is said, a snapshot that the cluster was restored from decides, or the service. */
function isUnencrypted(setting: (path: string) => string | undefined): boolean {
  return setting('StorageEncrypted') === 'false';
}
