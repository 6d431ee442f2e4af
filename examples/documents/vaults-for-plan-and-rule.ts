import { Stack, type StackProps } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupVault } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** One vault for the whole plan, another for one of its rules. */
export class VaultsForPlanAndRule extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const myVault = BackupVault.fromBackupVaultName(this, 'Vault1', 'myVault');
    const otherVault = BackupVault.fromBackupVaultName(this, 'Vault2', 'otherVault');

    const plan = BackupPlan.daily35DayRetention(this, 'TwoVaultsPlan', myVault); // Use `myVault` for all plan rules
    plan.addRule(BackupPlanRule.monthly1Year(otherVault)); // Use `otherVault` for this specific rule
  }
}
