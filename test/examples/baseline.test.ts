import { describe, expect, it } from 'vitest';
import { addBaselineStacks } from '../../examples/baseline/stacks';
import { synthesized } from './synthesized';

describe('The example of a baseline', () => {
  const { complaints, propertiesOf } = synthesized(addBaselineStacks);

  it("gives no warning, and CDK's own validation finds nothing", () => {
    expect(complaints()).toEqual([]);
  });

  it('backs up the table and the bucket, and nothing else', () => {
    expect(propertiesOf('Protected', 'AWS::Backup::BackupSelection')).toMatchObject([
      { BackupSelection: { SelectionName: 'BackedUp', Resources: [expect.anything(), expect.anything()] } },
    ]);
  });

  it('copies every recovery point to the other account and into the air-gapped vault', () => {
    const [plan] = propertiesOf('Protected', 'AWS::Backup::BackupPlan');
    const copies = [
      { DestinationBackupVaultArn: 'arn:aws:backup:eu-central-1:444455556666:backup-vault:copies' },
      { DestinationBackupVaultArn: { 'Fn::GetAtt': [expect.stringContaining('AirGapped'), 'BackupVaultArn'] } },
    ];
    expect(plan).toMatchObject({
      BackupPlan: { BackupPlanRule: [{ CopyActions: copies }, { CopyActions: copies }, { CopyActions: copies }] },
    });
  });

  it('locks both vaults to the same retentions, so that no copy is refused', () => {
    const locks = ['Protected', 'Elsewhere'].flatMap((stack) =>
      propertiesOf(stack, 'AWS::Backup::BackupVault').map(({ LockConfiguration }) => LockConfiguration),
    );
    expect(locks).toEqual([
      { MinRetentionDays: 35, MaxRetentionDays: 365 },
      { MinRetentionDays: 35, MaxRetentionDays: 365 },
    ]);
  });

  it('tests restores of both types, and evaluates nine controls', () => {
    expect(propertiesOf('Protected', 'AWS::Backup::RestoreTestingSelection')).toMatchObject([
      { ProtectedResourceType: 'DynamoDB' },
      { ProtectedResourceType: 'S3' },
    ]);
    expect(propertiesOf('Protected', 'AWS::Backup::Framework')).toHaveProperty('0.FrameworkControls.length', 9);
  });
});
