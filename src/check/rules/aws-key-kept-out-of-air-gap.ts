import { guide } from '../../service/documentation';
import { withAwsKeys } from '../aws-keys';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { type PointsInVault, pointsInVaults } from '../points-in-vaults';

/** What is encrypted with a key of AWS never reaches an air-gapped vault. */
export const awsKeyKeptOutOfAirGap: CheckRule = {
  id: 'aws-key-kept-out-of-air-gap',
  title: 'What goes into an air-gapped vault is not encrypted with a key that AWS manages',
  why: 'Backups of resources that AWS Backup does not fully manage keep the key of the resource, and a key such as aws/rds cannot be used in an air-gapped vault. As a target, the vault is passed over: the backup stays in the normal vault, and the job completes with a message that hardly anybody reads. As the destination of a copy, each copy job fails.',
  severity: 'error',
  certainty: 'documented',
  source: guide('lag-vault-primary-backup'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const points of pointsInVaults(context)) {
      const resources = isAirGapped(points) ? withAwsKeys(context, points.plan) : [];
      if (resources.length > 0) yield flaw(points, resources);
    }
  },
};

function isAirGapped({ kind, vault }: PointsInVault): boolean {
  return kind === 'airGappedTarget' || (kind === 'copy' && vault?.kind === 'logicallyAirGapped');
}

function flaw({ kind, plan, told, vaultProperty, reference }: PointsInVault, resources: readonly string[]): Flaw {
  const name = known(reference?.name);
  const vault = `the air-gapped vault${name === undefined ? '' : ` '${name}'`}`;
  const effect =
    kind === 'copy'
      ? 'each copy job of it fails'
      : 'its backups stay in the normal vault, and the jobs complete all the same';
  return {
    at: plan,
    property: vaultProperty,
    says: `${told} goes to ${vault}, which takes nothing that is encrypted with a key managed by AWS, as is ${resources.join(', ')}: ${effect}`,
    fix: 'encrypt the resource with a key of your own (KmsKeyId), which makes another resource of it',
  };
}
