import { describe, expect, it } from 'vitest';
import { addOrganizationStacks } from '../../examples/organizations/stacks';
import { synthesized } from './synthesized';

describe('The example of an organization', () => {
  const { complaints, resourcesOf } = synthesized(addOrganizationStacks);

  it("gives no warning, and CDK's own validation finds nothing", () => {
    expect(complaints()).toEqual([]);
  });

  it('attaches a backup policy to the root', () => {
    expect(resourcesOf('BackupsOfEveryAccount')).toMatchObject([
      { Type: 'AWS::Organizations::Policy', Properties: { Type: 'BACKUP_POLICY', TargetIds: ['r-abcd'] } },
    ]);
  });

  it('gives each account the vault and the role that the policy names', () => {
    const text = JSON.stringify(resourcesOf('BackupsOfEveryAccount'));
    expect(resourcesOf('VaultOfEachAccount')).toMatchObject([{ Properties: { BackupVaultName: 'central' } }]);
    expect(resourcesOf('RoleOfEachAccount')).toMatchObject([{ Properties: { RoleName: 'central-backup' } }]);
    expect(text).toContain(
      '"target_backup_vault_name":{"@@operators_allowed_for_child_policies":["@@none"],"@@assign":"central"}',
    );
    expect(text).toContain('arn:aws:iam::$account:role/central-backup');
    expect(text).toContain('arn:aws:backup:eu-west-1:$account:backup-vault:central');
  });
});
