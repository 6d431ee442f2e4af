import { airGappedTargetEnvironment, normalVaultBesideAirGapped } from '../../../src/service/air-gapped-target';
import { archiveOptIn } from '../../../src/service/lifecycle';
import { planTag } from '../../../src/service/plan';
import { scanResourceTypes, scanSettingsAndActions } from '../../../src/service/scan';
import { type Boundary, boundary } from './boundary';

/** The rules of plans beyond the core: scans, air-gapped targets, archives and tags. */
export const PLANS: readonly Boundary[] = [
  boundary(
    archiveOptIn,
    [
      { optIn: true, movesToColdStorage: true },
      { optIn: false, movesToColdStorage: true },
      { optIn: false, movesToColdStorage: false },
    ],
    [{ optIn: true, movesToColdStorage: false }],
  ),
  boundary(
    planTag,
    [
      { key: 'k', value: '' },
      { key: 'k'.repeat(128), value: 'v'.repeat(256) },
    ],
    [
      { key: '', value: 'v' },
      { key: 'k'.repeat(129), value: 'v' },
      { key: 'k', value: 'v'.repeat(257) },
    ],
  ),
  boundary(
    airGappedTargetEnvironment,
    [
      { of: 'account', vault: '111111111111', plan: '111111111111' },
      { of: 'Region', vault: 'eu-central-1', plan: 'eu-central-1' },
    ],
    [
      { of: 'account', vault: '222222222222', plan: '111111111111' },
      { of: 'Region', vault: 'eu-west-1', plan: 'eu-central-1' },
    ],
  ),
  boundary(normalVaultBesideAirGapped, [{ airGapped: false }], [{ airGapped: true }]),
  boundary(
    scanSettingsAndActions,
    [
      { settings: false, actions: false },
      { settings: true, actions: true },
    ],
    [
      { settings: true, actions: false },
      { settings: false, actions: true },
    ],
  ),
  boundary(scanResourceTypes, [['EBS'], ['EC2', 'S3'], ['EBS', 'EC2', 'S3']], [['ALL'], [], ['EBS', 'RDS']]),
];
