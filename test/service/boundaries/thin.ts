import { accessPointName } from '../../../src/service/access-point';
import {
  legalHoldDescription,
  legalHoldRange,
  legalHoldSelection,
  legalHoldWildcard,
} from '../../../src/service/legal-hold';
import {
  tieringDays,
  tieringName,
  tieringResources,
  tieringSelections,
  tieringVault,
} from '../../../src/service/tiering';
import { type Boundary, boundary } from './boundary';

/** The rules of legal holds, tiering and access points, in the order of the documentation. */
export const THIN: readonly Boundary[] = [
  boundary(legalHoldDescription, ['', 'x'.repeat(280)], ['x'.repeat(281)]),
  boundary(
    legalHoldSelection,
    [
      { vaults: 0, resources: 0 },
      { vaults: 2, resources: 0 },
      { vaults: 0, resources: 2 },
    ],
    [{ vaults: 1, resources: 1 }],
  ),
  boundary(
    legalHoldRange,
    [{ from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }],
    [{ from: '2026-01-01T00:00:01Z', to: '2026-01-01T00:00:00Z' }],
  ),
  boundary(legalHoldWildcard, ['arn:aws:s3:::bucket', ''], ['arn:aws:s3:::*', '*']),
  boundary(tieringName, ['a', 'Cheap_2', 'x'.repeat(200)], ['with-hyphen', '', 'x'.repeat(201)]),
  boundary(
    tieringVault,
    ['*', 'ab', 'x'.repeat(50)],
    ['team-*', 'a', 'x'.repeat(51), 'aws/efs/automatic-backup-vault'],
  ),
  boundary(tieringDays, [60, 36500], [59, 36501, 60.5]),
  boundary(tieringSelections, [1, 5], [6, 0]),
  boundary(tieringResources, [0, 100], [101]),
  boundary(
    accessPointName,
    ['abc', 'a-b-9', 'x'.repeat(50), 's3alias'],
    ['ab', 'x'.repeat(51), 'Abc', 'a_b', 'a-s3alias', 'a-ext-s3alias'],
  ),
];
