import { describe, expect, test } from 'vitest';
import { advancedSettingWithoutResources } from '../../../src/check/rules/advanced-setting-without-resources';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, SELECTION, selection } from './plan-and-selection';

const windows = (WindowsVSS: unknown) =>
  plan({}, { AdvancedBackupSettings: [{ ResourceType: 'EC2', BackupOptions: { WindowsVSS } }] });

testRule(advancedSettingWithoutResources, [
  {
    title: 'the option for Windows in a plan for volumes',
    wrong: { Plan: windows('enabled'), Selection: selection({ Resources: [arn('ec2', 'volume/*')] }) },
    at: `${SELECTION}.Resources.0`,
    right: arn('ec2', 'instance/*'),
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.AdvancedBackupSettings[0].ResourceType',
      severity: 'info',
      says: /^plan 'nightly' has the setting WindowsVSS for EC2, and selects no resource of that type$/,
    },
  },
]);

describe('advanced-setting-without-resources', () => {
  test.each([
    ['a setting that is switched off', 'disabled', [arn('ec2', 'volume/*')]],
    ['a plan that selects everything', 'enabled', ['*']],
  ])('leaves alone %s', (_, option, Resources) => {
    const program = { Plan: windows(option), Selection: selection({ Resources }) };
    expect(findingsOf(advancedSettingWithoutResources, { Resources: program })).toEqual([]);
  });
});
