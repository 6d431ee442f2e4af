import {
  policyDescription,
  policyKey,
  policyLength,
  policyName,
  policyRegions,
  policyRoleName,
  policyScanTypes,
  policySelections,
  policyTarget,
  policyTimezone,
} from '../../../src/service/backup-policy';
import { type Boundary, boundary } from './boundary';

/** The rules of the backup policies of an organization. */
export const ORGANIZATIONS: readonly Boundary[] = [
  boundary(policyName, ['a', 'A policy, with ~ and spaces', 'x'.repeat(128)], ['', 'x'.repeat(129), 'é']),
  boundary(policyDescription, ['', 'x'.repeat(512)], ['x'.repeat(513)]),
  boundary(policyLength, [{ characters: 1 }, { characters: 10_000 }], [{ characters: 10_001 }]),
  boundary(
    policyTarget,
    ['r-abcd', `r-${'a1'.repeat(16)}`, '123456789012', 'ou-abcd-12345678', `ou-${'a'.repeat(32)}-${'b'.repeat(32)}`],
    [
      '',
      'r-abc',
      `r-${'a'.repeat(33)}`,
      '12345678901',
      '1234567890123',
      'ou-abcd-1234567',
      `ou-abcd-${'b'.repeat(33)}`,
      'R-abcd',
      'o-abcdefghij',
    ],
  ),
  boundary(policyRegions, [['eu-central-1']], [[]]),
  boundary(
    policySelections,
    [
      { byTag: 1, byResourceTypes: 0 },
      { byTag: 0, byResourceTypes: 2 },
    ],
    [
      { byTag: 1, byResourceTypes: 1 },
      { byTag: 0, byResourceTypes: 0 },
    ],
  ),
  boundary(
    policyKey,
    [
      { of: 'rule', name: 'Daily', taken: ['Weekly'] },
      { of: 'scanner', name: 'GUARDDUTY', taken: [] },
    ],
    [
      { of: 'rule', name: 'Daily', taken: ['Weekly', 'Daily'] },
      { of: 'copy destination', name: 'arn', taken: ['arn'] },
    ],
  ),
  boundary(policyTimezone, ['UTC', 'Etc/UTC'], ['Europe/Berlin', 'Etc/GMT+1']),
  boundary(policyScanTypes, [['EBS'], ['EC2', 'S3'], ['ALL']], [[], ['RDS']]),
  boundary(
    policyRoleName,
    ['r', 'x'.repeat(64), 'service-role/AWSBackupDefaultServiceRole', 'a/b/role+=,.@_-'],
    ['', 'x'.repeat(65), 'arn:aws:iam::111111111111:role/backup', 'with space', 'path/'],
  ),
];
