import { expect, test } from 'vitest';
import { advancedSetting } from '../../../src/check/rules/advanced-setting';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';
import { plan } from './plan-and-selection';

const SETTING = 'Resources.Plan.Properties.BackupPlan.AdvancedBackupSettings.0';
const program = (ResourceType: unknown, BackupOptions: object) => ({
  Plan: plan({}, { AdvancedBackupSettings: [{ ResourceType, BackupOptions }] }),
});

testRule(advancedSetting, [
  {
    title: 'a setting of a type that has none',
    wrong: program('EBS', { WindowsVSS: 'enabled' }),
    at: `${SETTING}.ResourceType`,
    right: 'EC2',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.AdvancedBackupSettings[0].ResourceType',
      says: /^there are advanced settings for EC2 and S3, got 'EBS'$/,
    },
  },
  {
    title: 'a setting that is misspelt',
    wrong: program('S3', { BackupACLs: 'disabled', BackupAcls: 'enabled' }),
    at: `${SETTING}.BackupOptions.BackupAcls`,
    right: LEFT_OUT,
    neverUnknown: 'what is wrong is the name, whatever the value',
    finds: {
      property: 'BackupPlan.AdvancedBackupSettings[0].BackupOptions',
      says: /^S3 has the advanced settings BackupACLs and BackupObjectTags, got 'BackupAcls'$/,
    },
  },
  {
    title: 'a value that is misspelt',
    wrong: program('EC2', { WindowsVSS: 'true' }),
    at: `${SETTING}.BackupOptions.WindowsVSS`,
    right: 'enabled',
    finds: { says: /^WindowsVSS must be enabled or disabled, got 'true'$/ },
  },
]);

test('Settings that there are may be on or off.', () => {
  const options = { BackupACLs: 'disabled', BackupObjectTags: 'enabled' };
  expect(findingsOf(advancedSetting, { Resources: program('S3', options) })).toEqual([]);
});
