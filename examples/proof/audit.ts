import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import {
  ControlResourceType,
  ControlScope,
  Framework,
  FrameworkControl,
  ReportFormat,
  ReportPlan,
  ReportTemplate,
} from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** What is promised, evaluated every day, and reports on it and on the restore tests. */
export class Audit extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const production = ControlScope.tag('stage', 'prod');
    const framework = new Framework(this, 'Promises', {
      description: 'What we promise of the backups of production',
      controls: [
        FrameworkControl.resourcesInBackupPlan({ scope: production }),
        FrameworkControl.planFrequencyAndRetention({
          requiredFrequency: Duration.days(1),
          requiredRetention: Duration.days(35),
        }),
        FrameworkControl.manualDeletionDisabled(),
        FrameworkControl.recoveryPointsEncrypted(),
        FrameworkControl.recoveryPointRetention({ requiredRetention: Duration.days(35) }),
        FrameworkControl.crossRegionCopy({ scope: production }),
        FrameworkControl.crossAccountCopy({ scope: production }),
        FrameworkControl.vaultLock({ scope: production, minRetention: Duration.days(7) }),
        FrameworkControl.lastRecoveryPoint({ scope: production, maxAge: Duration.days(2) }),
        FrameworkControl.restoreTime({ scope: production, maxRestoreTime: Duration.hours(12) }),
        FrameworkControl.resourcesInLogicallyAirGappedVault({
          scope: ControlScope.resourceTypes(ControlResourceType.EFS, ControlResourceType.S3),
          maxAge: Duration.days(7),
        }),
      ],
    });

    const controls = new ReportPlan(this, 'ControlReport', {
      template: ReportTemplate.CONTROL_COMPLIANCE_REPORT,
      frameworks: [framework],
      encryptionKey: new kms.Key(this, 'Key', { enableKeyRotation: true }),
      keyPrefix: 'controls',
    });
    // In the same bucket, and also for machines.
    new ReportPlan(this, 'RestoreReport', {
      template: ReportTemplate.RESTORE_JOB_REPORT,
      bucket: controls.bucket,
      formats: [ReportFormat.CSV, ReportFormat.JSON],
      keyPrefix: 'restores',
    });
  }
}
