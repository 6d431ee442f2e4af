import { expect, test } from 'vitest';
import { controlParameterUnknown } from '../../../src/check/rules/control-parameter-unknown';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { framework } from './audited';

const control = (ControlName: string, ParameterName: string) => ({
  ControlName,
  ControlInputParameters: [{ ParameterName, ParameterValue: '30' }],
});

testRule(controlParameterUnknown, [
  {
    title: 'a parameter of another control',
    wrong: { Framework: framework(control('BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK', 'minRetentionDays')) },
    at: 'Resources.Framework.Properties.FrameworkControls.0.ControlInputParameters.0.ParameterName',
    right: 'requiredRetentionDays',
    finds: {
      logicalId: 'Framework',
      property: 'FrameworkControls[0].ControlInputParameters',
      says: /^BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK takes requiredRetentionDays, got minRetentionDays \(AWS does not/,
    },
  },
]);

test('A control without parameters takes none, and of one that there is not nothing is said.', () => {
  const found = (name: string) => foundIn(controlParameterUnknown, { Framework: framework(control(name, 'days')) });
  expect(found('BACKUP_RECOVERY_POINT_ENCRYPTED')[0]).toMatchObject({
    message: expect.stringContaining('takes no parameters, got days'),
    fix: 'leave the parameter out',
  });
  expect(found('RESTORE_TIME_FOR_RESOURCES_MEET_TARGET')[0]?.fix).toBe('name one of maxRestoreTime');
  expect(found('toString')).toEqual([]);
});
