import { describe, expect, it } from 'vitest';
import { addVaultStacks } from '../../examples/vaults/stacks';
import { synthesized } from './synthesized';

describe('The example of vaults', () => {
  const { complaints, propertiesOf } = synthesized(addVaultStacks);

  it("gives no warning, and CDK's own validation finds nothing", () => {
    expect(complaints()).toEqual([]);
  });

  it('lets an account and an organizational unit copy into a vault, and use its key', () => {
    expect(propertiesOf('CopyDestination', 'AWS::Backup::BackupVault')).toMatchObject([
      {
        AccessPolicy: {
          Statement: [
            { Effect: 'Allow', Action: 'backup:CopyIntoBackupVault', Resource: '*' },
            { Effect: 'Allow', Action: 'backup:CopyIntoBackupVault', Resource: '*', Principal: { AWS: '*' } },
          ],
        },
      },
    ]);
    const [key] = propertiesOf('CopyDestination', 'AWS::KMS::Key');
    // Its own account, and two statements for each of the two sources.
    expect(key).toHaveProperty('KeyPolicy.Statement.length', 5);
  });

  it('copies into an air-gapped vault within its bounds', () => {
    expect(propertiesOf('AirGappedVault', 'AWS::Backup::LogicallyAirGappedBackupVault')).toMatchObject([
      { MinRetentionDays: 7, MaxRetentionDays: 365 },
    ]);
    expect(propertiesOf('AirGappedVault', 'AWS::Backup::BackupPlan')).toMatchObject([
      { BackupPlan: { BackupPlanRule: [{ CopyActions: [{ Lifecycle: { DeleteAfterDays: 90 } }] }] } },
    ]);
  });

  it('hears of failures, of what completed with issues, and of silence', () => {
    const rules = propertiesOf('WatchedVault', 'AWS::Events::Rule');
    expect(rules).toHaveLength(7);
    for (const { Targets } of rules) expect(Targets).toHaveLength(1);
    const alarms = propertiesOf('WatchedVault', 'AWS::CloudWatch::Alarm');
    expect(alarms.map(({ MetricName, TreatMissingData }) => [MetricName, TreatMissingData])).toEqual([
      ['NumberOfBackupJobsFailed', 'notBreaching'],
      ['NumberOfRecoveryPointsCompleted', 'breaching'],
    ]);
  });
});
