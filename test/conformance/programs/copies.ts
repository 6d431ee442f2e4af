import { CfnParameter, Duration, type Stack } from 'aws-cdk-lib';
import type { BackupPlanCopyActionProps } from 'aws-cdk-lib/aws-backup';
import { type BackupLibrary, bothReject, type Program, refused, same } from '../program';
import { withRule } from './rules';

const STAY_PHRASE = "'deleteAfter' must at least 90 days later than corresponding 'moveToColdStorageAfter'";

const ELSEWHERE = 'arn:aws:backup:eu-west-1:210987654321:backup-vault:elsewhere';
const days = (amount: number) => Duration.days(amount);
const parameter = (stack: Stack, id: string) => days(new CfnParameter(stack, id, { type: 'Number' }).valueAsNumber);

type Lifecycle = Omit<BackupPlanCopyActionProps, 'destinationBackupVault'>;

/** A plan with one rule, which copies to a vault elsewhere. */
function copied(lifecycle: Lifecycle | ((stack: Stack) => Lifecycle)) {
  return withRule((stack, lib) => {
    const destinationBackupVault = lib.BackupVault.fromBackupVaultArn(stack, 'Elsewhere', ELSEWHERE);
    const given = typeof lifecycle === 'function' ? lifecycle(stack) : lifecycle;
    return { copyActions: [{ destinationBackupVault, ...given }] };
  });
}

function copies(stack: Stack, lib: BackupLibrary, count: number): BackupPlanCopyActionProps[] {
  return Array.from({ length: count }, (_, at) => ({
    destinationBackupVault: lib.BackupVault.fromBackupVaultArn(stack, `Elsewhere${at}`, `${ELSEWHERE}${at}`),
  }));
}

export const COPIES: readonly Program[] = [
  same('a copy without a lifecycle follows its source', copied({})),
  same('a copy with a retention', copied({ deleteAfter: days(365) })),
  same('a copy that goes cold and stays for ever', copied({ moveToColdStorageAfter: days(30) })),
  same(
    'a copy may stay in cold storage for exactly 90 days',
    copied({ deleteAfter: days(120), moveToColdStorageAfter: days(30) }),
  ),
  same(
    'a copy with a lifecycle that only deployment knows',
    copied((stack) => ({
      deleteAfter: parameter(stack, 'Delete'),
      moveToColdStorageAfter: parameter(stack, 'Cold'),
    })),
  ),
  same(
    'a copy with a retention that only deployment knows is not compared with its transition',
    copied((stack) => ({
      deleteAfter: parameter(stack, 'Delete'),
      moveToColdStorageAfter: days(400),
    })),
  ),
  same('an empty list of copy actions is rendered as such', withRule({ copyActions: [] })),
  same(
    'a copy into a vault of the program',
    withRule((stack, lib) => ({
      copyActions: [{ destinationBackupVault: new lib.BackupVault(stack, 'Copies'), deleteAfter: days(7) }],
    })),
  ),
  same(
    'a copy into a low-level vault',
    withRule((stack, lib) => ({
      copyActions: [{ destinationBackupVault: new lib.CfnBackupVault(stack, 'Copies', { backupVaultName: 'copies' }) }],
    })),
  ),
  same(
    'a copy into a vault by its name',
    withRule((stack, lib) => ({
      copyActions: [{ destinationBackupVault: lib.BackupVault.fromBackupVaultName(stack, 'Copies', 'copies') }],
    })),
  ),
  same(
    'a copy into a vault whose ARN only deployment knows',
    withRule((stack, lib) => {
      const arn = new CfnParameter(stack, 'Arn').valueAsString;
      return { copyActions: [{ destinationBackupVault: lib.BackupVault.fromBackupVaultArn(stack, 'Copies', arn) }] };
    }),
  ),
  same(
    'a rule may have 5 copy actions',
    withRule((stack, lib) => ({ copyActions: copies(stack, lib, 5) })),
  ),
  same(
    'two copy actions may go to one vault',
    withRule((stack, lib) => {
      const destinationBackupVault = new lib.BackupVault(stack, 'Copies');
      return { copyActions: [{ destinationBackupVault }, { destinationBackupVault, deleteAfter: days(7) }] };
    }),
  ),
  same(
    'continuous backups are copied',
    withRule((stack, lib) => ({
      enableContinuousBackup: true,
      copyActions: [{ destinationBackupVault: new lib.BackupVault(stack, 'Copies'), deleteAfter: days(365) }],
    })),
  ),
  bothReject(
    'a copy with 89 days in cold storage is rejected',
    STAY_PHRASE,
    copied({ deleteAfter: days(119), moveToColdStorageAfter: days(30) }),
  ),
  bothReject(
    'a copy that is deleted before it goes cold is rejected',
    STAY_PHRASE,
    copied({ deleteAfter: days(29), moveToColdStorageAfter: days(30) }),
  ),
  bothReject(
    'a copy that is kept for 12 hours is rejected',
    "'12 hours' cannot be converted into a whole number of days",
    copied({ deleteAfter: Duration.hours(12) }),
  ),
  bothReject(
    'a second copy with 89 days in cold storage is rejected',
    STAY_PHRASE,
    withRule((stack, lib) => {
      const destinationBackupVault = new lib.BackupVault(stack, 'Copies');
      const lifecycle = { deleteAfter: days(119), moveToColdStorageAfter: days(30) };
      return { copyActions: [{ destinationBackupVault }, { destinationBackupVault, ...lifecycle }] };
    }),
  ),
  refused(
    '6 copy actions are refused',
    'copy-actions-per-rule',
    'A rule has at most 5 copy actions (aws-backup-limits).',
    withRule((stack, lib) => ({ copyActions: copies(stack, lib, 6) })),
  ),
  refused(
    'a copy that is kept for 0 days is refused',
    'retention',
    'Recovery points are deleted after 1 to 36500 whole days (hashicorp/terraform-provider-aws#24960).',
    copied({ deleteAfter: days(0) }),
  ),
  refused(
    'a copy that is kept for 36501 days is refused',
    'retention',
    'Recovery points are deleted after 1 to 36500 whole days (hashicorp/terraform-provider-aws#24960).',
    copied({ deleteAfter: days(36501) }),
  ),
  bothReject(
    'a copy that goes cold after 2.5 days is rejected',
    'must be a whole number of days',
    copied({ moveToColdStorageAfter: days(2.5) }),
  ),
];
