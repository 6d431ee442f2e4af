import type { Stack } from 'aws-cdk-lib';
import { CfnParameter, Duration, Lazy } from 'aws-cdk-lib';
import type { LockConfiguration } from 'aws-cdk-lib/aws-backup';
import { type BackupLibrary, bothReject, type Program, refused, type Site, same } from '../program';

const GRACE =
  'A vault lock can be changed for at least 3 and at most 36500 days (API_PutBackupVaultLockConfiguration).';

function locked(lock: LockConfiguration | ((stack: Stack) => LockConfiguration)) {
  return (lib: BackupLibrary, { stack }: Site): void => {
    new lib.BackupVault(stack, 'Vault', { lockConfiguration: typeof lock === 'function' ? lock(stack) : lock });
  };
}

const days = (amount: number) => Duration.days(amount);
const hours = (amount: number) => Duration.hours(amount);
const parameter = (stack: Stack, id: string) =>
  Duration.days(new CfnParameter(stack, id, { type: 'Number' }).valueAsNumber);

export const LOCKS: readonly Program[] = [
  same('a lock has a minimum alone', locked({ minRetention: days(30) })),
  same('a lock has a minimum and a maximum', locked({ minRetention: days(30), maxRetention: days(90) })),
  same(
    'a lock with a grace time is in compliance mode',
    locked({ minRetention: days(30), maxRetention: days(90), changeableFor: days(7) }),
  ),
  same('the shortest minimum of a lock is 1 day', locked({ minRetention: days(1) })),
  same('a minimum may be 24 hours', locked({ minRetention: hours(24) })),
  same('the longest maximum of a lock is 36500 days', locked({ minRetention: days(1), maxRetention: days(36500) })),
  same('a maximum may be 1 day more than the minimum', locked({ minRetention: days(30), maxRetention: days(31) })),
  same('the shortest grace time of a lock is 72 hours', locked({ minRetention: days(1), changeableFor: hours(72) })),
  same('the longest grace time of a lock is 36500 days', locked({ minRetention: days(1), changeableFor: days(36500) })),
  same(
    'a lock on bounds that only deployment knows is rendered',
    locked((stack) => ({
      minRetention: parameter(stack, 'Min'),
      maxRetention: parameter(stack, 'Max'),
      changeableFor: parameter(stack, 'Grace'),
    })),
  ),
  same(
    'a known minimum is not compared with a maximum that only deployment knows',
    locked((stack) => ({
      minRetention: days(40000 - 3500),
      maxRetention: parameter(stack, 'Max'),
    })),
  ),
  same(
    'a known maximum is not compared with a minimum that only deployment knows',
    locked((stack) => ({
      minRetention: parameter(stack, 'Min'),
      maxRetention: days(1),
    })),
  ),
  same('a lazy minimum is rendered at the end', locked({ minRetention: days(Lazy.number({ produce: () => 12 })) })),
  same(
    'a minimum above the longest retention is rendered, with a warning at most',
    locked({ minRetention: days(36501) }),
  ),
  {
    name: 'a lock with equal minimum and maximum is accepted, as AWS does',
    build: locked({ minRetention: days(30), maxRetention: days(30) }),
    expect: {
      deviation: 'lock-min-equals-max',
      resourceType: 'AWS::Backup::BackupVault',
      properties: { LockConfiguration: { MinRetentionDays: 30, MaxRetentionDays: 30 } },
    },
  },
  {
    name: 'a lock with 24 hours and 1 day as its bounds has equal bounds',
    build: locked({ minRetention: hours(24), maxRetention: days(1) }),
    expect: {
      deviation: 'lock-min-equals-max',
      resourceType: 'AWS::Backup::BackupVault',
      properties: { LockConfiguration: { MinRetentionDays: 1, MaxRetentionDays: 1 } },
    },
  },
  bothReject(
    'a grace time of 71 hours is rejected',
    'AWS Backup enforces a 72-hour cooling-off period',
    locked({ minRetention: days(1), changeableFor: hours(71) }),
  ),
  bothReject(
    'a grace time of 2 days is rejected',
    'AWS Backup enforces a 72-hour cooling-off period',
    locked({ minRetention: days(1), changeableFor: days(2) }),
  ),
  bothReject(
    'a grace time of 3 days and 1 hour is no whole number of days',
    'cannot be converted into a whole number of days',
    locked({ minRetention: days(1), changeableFor: hours(73) }),
  ),
  bothReject(
    'a maximum of 36501 days is rejected',
    'The longest maximum retention period you can specify is 36500 days',
    locked({ minRetention: days(1), maxRetention: days(36501) }),
  ),
  bothReject(
    'a maximum below the minimum is rejected',
    'must be greater than the minimum retention period',
    locked({ minRetention: days(30), maxRetention: days(29) }),
  ),
  bothReject(
    'a minimum of 23 hours is rejected',
    'The shortest minimum retention period you can specify is 1 day',
    locked({ minRetention: hours(23) }),
  ),
  bothReject(
    'a minimum of 0 days is rejected',
    'The shortest minimum retention period you can specify is 1 day',
    locked({ minRetention: days(0) }),
  ),
  bothReject(
    'a minimum of 25 hours is no whole number of days',
    'cannot be converted into a whole number of days',
    locked({ minRetention: hours(25) }),
  ),
  bothReject(
    'a maximum of 25 hours is no whole number of days',
    'cannot be converted into a whole number of days',
    locked({ minRetention: days(1), maxRetention: hours(25) }),
  ),
  bothReject(
    'a minimum in hours that only deployment knows cannot be converted',
    "Duration must be specified as 'Duration.days()'",
    locked((stack) => ({
      minRetention: hours(new CfnParameter(stack, 'Min', { type: 'Number' }).valueAsNumber),
    })),
  ),
  refused(
    'a grace time of 36501 days is refused',
    'lock-grace',
    GRACE,
    locked({ minRetention: days(1), changeableFor: days(36501) }),
  ),
  bothReject(
    'a minimum of 1.5 days is rejected',
    'must be a whole number of days',
    locked({ minRetention: days(1.5) }),
  ),
  bothReject(
    'a maximum of 30.5 days is rejected',
    'must be a whole number of days',
    locked({ minRetention: days(1), maxRetention: days(30.5) }),
  ),
  bothReject(
    'a grace time of 3.5 days is rejected',
    'must be a whole number of days',
    locked({ minRetention: days(1), changeableFor: days(3.5) }),
  ),
];
