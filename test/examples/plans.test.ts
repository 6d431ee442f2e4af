import { describe, expect, it } from 'vitest';
import { addPlanStacks } from '../../examples/plans/stacks';
import { synthesized } from './synthesized';

describe('The example of plans', () => {
  const { complaints, propertiesOf } = synthesized(addPlanStacks);
  const planOf = (stack: string) => propertiesOf(stack, 'AWS::Backup::BackupPlan')[0];

  it("gives no warning, and CDK's own validation finds nothing", () => {
    expect(complaints()).toEqual([]);
  });

  it('backs up into the air-gapped vault beside the normal one', () => {
    expect(planOf('AirGappedPlan')).toMatchObject({
      BackupPlan: {
        AdvancedBackupSettings: [
          { ResourceType: 'S3', BackupOptions: { BackupACLs: 'disabled', BackupObjectTags: 'disabled' } },
        ],
        BackupPlanRule: [
          {
            TargetBackupVault: { 'Fn::GetAtt': [expect.stringMatching(/^Normal/), 'BackupVaultName'] },
            TargetLogicallyAirGappedBackupVaultArn: {
              'Fn::GetAtt': [expect.stringMatching(/^Sealed/), 'BackupVaultArn'],
            },
          },
        ],
      },
      BackupPlanTags: { team: 'platform' },
    });
  });

  it('archives EBS snapshots', () => {
    expect(planOf('ArchivedPlan')).toMatchObject({
      BackupPlan: {
        BackupPlanRule: [
          {
            Lifecycle: {
              MoveToColdStorageAfterDays: 30,
              DeleteAfterDays: 365,
              OptInToArchiveForSupportedResources: true,
            },
          },
        ],
      },
    });
  });

  it('scans every day what changed, and everything once a month', () => {
    expect(planOf('ScannedPlan')).toMatchObject({
      BackupPlan: {
        BackupPlanRule: [
          { ScanActions: [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'INCREMENTAL_SCAN' }] },
          { ScanActions: [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL_SCAN' }] },
        ],
        ScanSettings: [{ MalwareScanner: 'GUARDDUTY', ResourceTypes: ['EBS', 'S3'] }],
      },
    });
  });
});
