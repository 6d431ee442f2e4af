import { Token } from 'aws-cdk-lib';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import { airGappedTargetEnvironment, normalVaultBesideAirGapped } from '../service/air-gapped-target';
import { destinationVaultName } from '../service/names';
import type { BackupPlanRuleProps } from './backup-plan-rule-props';
import { reportOne } from './problems';

/** Reports what is wrong with the vaults of a rule: the one it backs up into, the air-gapped one and those of copies. */
export function reportVaults(
  scope: IConstruct,
  props: BackupPlanRuleProps,
  vault: aws_backup.IBackupVaultRef,
  part: string | undefined,
): void {
  const airGapped = props.targetLogicallyAirGappedBackupVault;
  reportName(scope, vault.backupVaultRef.backupVaultName, part);
  for (const { destinationBackupVault: to } of props.copyActions ?? []) {
    reportName(scope, to.backupVaultRef.backupVaultName, part);
  }
  if (airGapped) reportName(scope, airGapped.logicallyAirGappedBackupVaultRef.backupVaultName, part);
  reportOne(scope, normalVaultBesideAirGapped({ airGapped: isAirGapped(vault) }), { part });
}

/** Reports an air-gapped vault into which a rule of the plan cannot back up: one of another account or Region. */
export function reportAirGappedTarget(
  plan: aws_backup.IBackupPlanRef,
  vault: aws_backup.ILogicallyAirGappedBackupVaultRef,
  part: string | undefined,
): void {
  for (const [of, key] of [['account', 'account'] as const, ['Region', 'region'] as const]) {
    const values = { of, vault: vault.env[key], plan: plan.env[key] };
    if (Token.isUnresolved(values.vault) || Token.isUnresolved(values.plan)) continue;
    reportOne(plan, airGappedTargetEnvironment(values), { part });
  }
}

function reportName(scope: IConstruct, name: string, part: string | undefined): void {
  if (!Token.isUnresolved(name)) reportOne(scope, destinationVaultName(name), { part });
}

function isAirGapped(vault: aws_backup.IBackupVaultRef): boolean {
  return 'logicallyAirGappedBackupVaultRef' in vault;
}
