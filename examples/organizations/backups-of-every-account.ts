import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import {
  BackupCondition,
  BackupPlanRule,
  OrganizationBackupPolicy,
  OrganizationBackupSelection,
  OrganizationBackupVault,
  OrganizationResourceType,
  OrganizationTarget,
} from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** Plans for every account of an organization, deployed in its management account. */
export class BackupsOfEveryAccount extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const copies = new OrganizationBackupVault(this, 'Copies', { backupVaultName: 'central', region: 'eu-west-1' });
    const nightly = new BackupPlanRule({
      ruleName: 'Nightly',
      scheduleExpression: events.Schedule.cron({ hour: '2', minute: '0' }), // always in UTC
      startWindow: Duration.hours(2),
      completionWindow: Duration.hours(12),
      deleteAfter: Duration.days(35),
      copyActions: [{ destinationBackupVault: copies, deleteAfter: Duration.days(90) }],
    });
    new OrganizationBackupPolicy(this, 'Policy', {
      description: 'Nightly backups of databases and file systems, copied to another Region',
      targets: [OrganizationTarget.root('r-abcd')],
      plans: [
        {
          backupPlanName: 'Nightly',
          backupPlanRules: [nightly],
          backupVaultName: 'central',
          regions: ['eu-central-1'],
          selections: [
            OrganizationBackupSelection.byResourceTypes('Data', {
              roleName: 'central-backup',
              resourceTypes: [
                OrganizationResourceType.AURORA_DOCUMENTDB_NEPTUNE,
                OrganizationResourceType.DYNAMODB,
                OrganizationResourceType.EFS,
                OrganizationResourceType.RDS,
              ],
              conditions: [BackupCondition.stringNotEquals('stage', 'sandbox')],
            }),
          ],
          lockedForChildPolicies: true,
        },
      ],
    });
  }
}
