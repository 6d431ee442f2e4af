import { expect, test } from 'vitest';
import { readResources, simply } from './reading';

test('an access point has its name and its recovery point, and what else is known of it is passed over', () => {
  const { accessPoints, notes } = readResources({
    Point: {
      Type: 'AWS::Backup::BackupAccessPoint',
      Properties: {
        Name: 'reader',
        RecoveryPointArn: 'arn:aws:backup:us-east-1:123456789012:recovery-point:rp-1',
        AccessPointInTime: '2026-07-01T12:00:00Z',
        AccessPointPolicy: { Version: '2012-10-17', Statement: [] },
        Tags: [{ Key: 'stage', Value: 'prod' }],
      },
    },
  });
  expect(notes).toEqual([]);
  expect(simply(accessPoints)).toEqual([
    {
      stack: 'app.json',
      logicalId: 'Point',
      type: 'AWS::Backup::BackupAccessPoint',
      name: 'reader',
      recoveryPoint: 'arn:aws:backup:us-east-1:123456789012:recovery-point:rp-1',
    },
  ]);
});
