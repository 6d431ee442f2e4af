import { expect, test } from 'vitest';
import { issuesUnheard } from '../../../src/check/rules/issues-unheard';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { eventRule } from './event-rule';
import { vault } from './notified-topic';
import { plan } from './plan-and-selection';

const TOPIC = 'arn:aws:sns:eu-central-1:111122223333:us';
const says = /^no rule of EventBridge and no notification of a vault tells of backup jobs in the state COMPLETED, so/;

testRule(issuesUnheard, [
  {
    title: 'an alarm on failures alone',
    wrong: { Plan: plan(), Alarm: eventRule(['FAILED']) },
    at: 'Resources.Alarm.Properties.EventPattern.detail.state.0',
    right: 'COMPLETED',
    finds: { says },
  },
  {
    title: 'notifications of failures alone',
    wrong: { Plan: plan(), Vault: vault(TOPIC, ['BACKUP_JOB_FAILED']) },
    at: 'Resources.Vault.Properties.Notifications.BackupVaultEvents.0',
    right: 'BACKUP_JOB_COMPLETED',
    finds: { says },
  },
]);

test('It is about the app, and only where there are plans and all was read.', () => {
  const Vault = vault(TOPIC, ['BACKUP_JOB_SUCCESSFUL']);
  const [found] = foundIn(issuesUnheard, { Plan: plan() });
  expect(found).not.toHaveProperty('stack');
  expect(foundIn(issuesUnheard, { Vault: { Type: 'AWS::Backup::BackupVault' } })).toEqual([]);
  expect(foundIn(issuesUnheard, { Plan: plan(), Vault })).toEqual([]);
  const Both = vault(TOPIC, ['BACKUP_JOB_FAILED', 'BACKUP_JOB_COMPLETED']);
  expect(foundIn(issuesUnheard, { Plan: plan(), Both })).toEqual([]);
  expect(foundIn(issuesUnheard, { Plan: plan(), Vault: vault(TOPIC, [{ a: 1, b: 2 }]) })).toEqual([]);
  expect(foundIn(issuesUnheard, { Plan: plan(), Fleet: { Type: 'AWS::CloudFormation::StackSet' } })).toEqual([]);
});
