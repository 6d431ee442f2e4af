import { expect, test } from 'vitest';
import { frameworkNeedsRecording } from '../../../src/check/rules/framework-needs-recording';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { framework } from './audited';

testRule(frameworkNeedsRecording, [
  {
    title: 'a control that AWS Config evaluates',
    wrong: { Framework: framework({ ControlName: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }) },
    at: 'Resources.Framework.Properties.FrameworkControls.0.ControlName',
    right: 'RESTORE_TIME_FOR_RESOURCES_MEET_TARGET',
    finds: {
      logicalId: 'Framework',
      property: 'FrameworkControls',
      says: /^the controls of framework 'ours' are evaluated only where AWS Config records AWS::Backup::RecoveryPoint, of/,
    },
  },
]);

test.each([
  ['BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN', 'BackupSelection'],
  ['BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', 'BackupPlan'],
  ['BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED', 'BackupVault'],
  ['BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK', 'RecoveryPoint'],
  ['BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION', 'BackupSelection'],
  ['BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT', 'BackupSelection'],
  ['BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK', 'BackupSelection'],
  ['BACKUP_LAST_RECOVERY_POINT_CREATED', 'RecoveryPoint'],
  ['RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT', 'RecoveryPoint'],
])('%s needs %s.', (ControlName, type) => {
  const [found] = foundIn(frameworkNeedsRecording, { Framework: framework({ ControlName }) });
  expect(found?.message).toContain(`records AWS::Backup::${type}, of`);
});

test('Each type is named once, in order; a control that there is not needs none.', () => {
  const controls = [
    'BACKUP_LAST_RECOVERY_POINT_CREATED',
    'BACKUP_RECOVERY_POINT_ENCRYPTED',
    'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
    'toString',
  ].map((ControlName) => ({ ControlName }));
  const [found] = foundIn(frameworkNeedsRecording, { Framework: framework(...controls) });
  expect(found?.message).toContain('records AWS::Backup::BackupPlan, AWS::Backup::RecoveryPoint, of');
});
