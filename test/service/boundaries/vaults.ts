import { airGappedMaximum, airGappedMinimum, airGappedOrder } from '../../../src/service/air-gapped';
import { accountId, organizationalUnitPath, organizationId } from '../../../src/service/copy-source';
import { notificationsSent } from '../../../src/service/notifications';
import { type Boundary, boundary } from './boundary';

/** The rules of logically air-gapped vaults, of copies that a vault lets in, and of notifications. */
export const VAULTS: readonly Boundary[] = [
  boundary(airGappedMinimum, [36500, 7], [6, 7.5, 0]),
  boundary(airGappedMaximum, [7, 36500], [36501, 30.5]),
  boundary(
    airGappedOrder,
    [
      { minRetentionDays: 7, maxRetentionDays: 8 },
      { minRetentionDays: 7, maxRetentionDays: 7 },
    ],
    [{ minRetentionDays: 8, maxRetentionDays: 7 }],
  ),
  boundary(accountId, ['000000000001', '111122223333'], ['11112222333', '1111222233334', '1111-2222-3333', '']),
  boundary(
    organizationId,
    ['o-a1b2c3d4e5', `o-${'x'.repeat(32)}`],
    ['o-a1b2c3d4e', `o-${'x'.repeat(33)}`, 'o-A1B2C3D4E5', 'r-ab12', ''],
  ),
  boundary(
    organizationalUnitPath,
    [
      'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/',
      'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-*',
      'o-a1b2c3d4e5/*/ou-ab12-11111111/',
      'o-a1b2c3d4e5/*',
      'o-a1b2c3d4e5/r-ab12/*',
      'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-ab12-22222222/*',
    ],
    [
      'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111',
      'ou-ab12-11111111',
      'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/x',
      'o-a1b2c3d4e5/r-ab12',
      'r-ab12/ou-ab12-11111111/',
      'o-A1B2C3D4E5/*',
    ],
  ),
  boundary(
    notificationsSent,
    [['BACKUP_PLAN_CREATED', 'COPY_JOB_FAILED'], ['BACKUP_JOB_FAILED', 'BACKUP_JOB_COMPLETED'], ['NEW_EVENT']],
    [['BACKUP_JOB_FAILED'], ['BACKUP_JOB_EXPIRED', 'RESTORE_JOB_FAILED'], ['BACKUP_PLAN_CREATED']],
  ),
];
