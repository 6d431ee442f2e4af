import { Stack, type StackProps } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** Backups of Windows instances that are consistent for applications with a VSS writer. */
export class WindowsVss extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    new BackupPlan(this, 'WindowsVssPlan', {
      windowsVss: true,
      backupPlanRules: [BackupPlanRule.daily()], // A plan without a rule cannot be synthesized
    });
  }
}
