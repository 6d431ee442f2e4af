import { CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as sns from 'aws-cdk-lib/aws-sns';
import { type BackupLibrary, type Program, type Site, same } from '../program';

/** A program with whatever a feature flag could touch. */
function broad(lib: BackupLibrary, { app, stack }: Site): void {
  const env = { account: stack.account, region: stack.region };
  const data = new Stack(app, 'Data', { env, tags: { layer: 'data' } });
  const cluster = new rds.CfnDBCluster(stack, 'Cluster');
  const table = new dynamodb.CfnTable(data, 'Table', { keySchema: [{ attributeName: 'id', keyType: 'HASH' }] });
  const vault = new lib.BackupVault(data, 'Vault', { notificationTopic: new sns.Topic(data, 'Topic') });
  const role = new iam.Role(stack, 'Operator', { assumedBy: new iam.AccountRootPrincipal() });
  vault.grant(role, 'backup:StartBackupJob');
  vault.grant(role, 'backup:StartCopyJob');
  vault.blockRecoveryPointDeletion();
  vault.blockRecoveryPointDeletion();
  const imported = lib.BackupVault.fromBackupVaultName(stack, 'Imported', 'elsewhere');
  new CfnOutput(stack, 'Arn', { value: imported.backupVaultArn });
  const plan = new lib.BackupPlan(stack, 'Plan', { backupVault: vault, backupPlanRules: [lib.BackupPlanRule.daily()] });
  plan.addSelection('Selection', {
    allowRestores: true,
    resources: [
      lib.BackupResource.fromRdsDatabaseCluster(cluster),
      lib.BackupResource.fromConstruct(table),
      lib.BackupResource.fromTag('stage', 'prod'),
    ],
  });
  Tags.of(app).add('team', 'storage');
}

const FLAGS = [
  '@aws-cdk/core:enablePartitionLiterals',
  '@aws-cdk/core:aspectPrioritiesMutating',
  '@aws-cdk/core:aspectStabilization',
  '@aws-cdk/core:explicitStackTags',
  '@aws-cdk/core:enableAdditionalMetadataCollection',
  '@aws-cdk/core:annotationsInValidationReport',
  '@aws-cdk/aws-iam:minimizePolicies',
  '@aws-cdk/aws-iam:importedRoleStackSafeDefaultPolicyName',
  '@aws-cdk/aws-iam:standardizedServicePrincipals',
];

const KNOWN = { account: '123456789012', region: 'eu-west-1' };

export const FLAGGED: readonly Program[] = [
  same('a broad program without feature flags', broad),
  same('a broad program in a known environment without feature flags', broad, { env: KNOWN }),
  ...FLAGS.map((flag) => same(`a broad program with ${flag}`, broad, { context: { [flag]: true } })),
  ...['strong', 'weak', 'both'].map((references) =>
    same(`a broad program with ${references} references between stacks`, broad, {
      context: { '@aws-cdk/core:defaultCrossStackReferences': references },
    }),
  ),
  same('a broad program with all feature flags', broad, {
    context: Object.fromEntries(FLAGS.map((flag) => [flag, true])),
  }),
  same('a broad program in a known environment with literal partitions', broad, {
    env: KNOWN,
    context: { '@aws-cdk/core:enablePartitionLiterals': true },
  }),
  same('a broad program in China with literal partitions', broad, {
    env: { account: '123456789012', region: 'cn-north-1' },
    context: { '@aws-cdk/core:enablePartitionLiterals': true },
  }),
];
