import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { isDeleted, leavingWords } from '../kept';
import { type PointsInVault, pointsInVaults } from '../points-in-vaults';
import { vaultWords } from '../vault-words';

/** A vault with recovery points in it cannot be deleted, so it had better not be tried. */
export const vaultRemovalFails: CheckRule = {
  id: 'vault-removal-fails',
  title: 'A vault that takes recovery points stays when its stack goes',
  why: 'AWS Backup deletes a vault only when it is empty. A stack that is to delete one with recovery points in it gets stuck in DELETE_FAILED, or leaves the vault behind after an update. To make the deletion go through, somebody has to delete the backups by hand, of all things.',
  severity: 'info',
  certainty: 'documented',
  source: guide('create-a-vault'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const filled = new Map([...pointsInVaults(context)].reverse().map((points) => [points.vault, points]));
    for (const vault of context.model.vaults) {
      const points = filled.get(vault);
      if (!points || !isDeleted(context, vault, 'DeletionPolicy')) continue;
      yield {
        at: vault,
        property: 'DeletionPolicy',
        says: `${vaultWords(vault)} has ${leavingWords(vault, 'DeletionPolicy')}, and ${words(points)} fills it: a vault with recovery points in it cannot be deleted, so its removal fails`,
        fix: 'set its DeletionPolicy to Retain',
      };
    }
  },
};

function words({ told, plan }: PointsInVault): string {
  return `${told} (${plan.logicalId})`;
}
