import {
  CONTROL_SCOPES,
  type ControlName,
  controlAccounts,
  controlAirGappedAge,
  controlFrequency,
  controlRecoveryPointAge,
  controlRestoreTime,
  controlRetention,
  controlRoles,
  controlScope,
  frameworkControls,
  frameworkDescription,
  frameworkName,
  reportPlanDescription,
  reportPlanName,
  type ScopedControl,
  type ScopeKind,
} from '../../../src/service/audit';
import { reportBucketAccount, reportFormats, reportFrameworks } from '../../../src/service/report';
import { type Boundary, boundary } from './boundary';

const NAMES = [
  ['a', 'Backup_2', 'x'.repeat(256)],
  ['', '1st', '_a', 'with-hyphen', 'x'.repeat(257), 'a\n'],
] as const;
const BY_TAG_ONLY: ControlName[] = ['BACKUP_RECOVERY_POINT_ENCRYPTED', 'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK'];
const NOT_BY_TYPE: ControlName[] = [
  'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
  'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED',
];
const NOT_BY_TAG: ControlName[] = ['RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT'];
const ANY_SCOPE = (Object.keys(CONTROL_SCOPES) as ControlName[]).filter(
  (control) => ![...BY_TAG_ONLY, ...NOT_BY_TYPE, ...NOT_BY_TAG].includes(control),
);
const ALONE = { accounts: [], organizationalUnits: 0, regions: [] };
const BOTH = ['CSV', 'JSON'];

const scoped = (controls: ControlName[], ...scopes: ScopeKind[]): ScopedControl[] =>
  controls.flatMap((control) => scopes.map((scope) => ({ control, scope })));

/** The rules of Audit Manager, in the order of the documentation. */
export const AUDIT: readonly Boundary[] = [
  boundary(frameworkName, ...NAMES),
  boundary(frameworkDescription, ['', 'x'.repeat(1024)], ['x'.repeat(1025)]),
  boundary(frameworkControls, [1, 50], [51, 0]),
  boundary(
    controlScope,
    [
      ...scoped(ANY_SCOPE, 'a tag', 'resource types', 'a single resource'),
      ...scoped(NOT_BY_TAG, 'resource types', 'a single resource'),
      ...scoped(NOT_BY_TYPE, 'a tag', 'a single resource'),
      ...scoped(BY_TAG_ONLY, 'a tag'),
    ],
    [
      ...scoped(BY_TAG_ONLY, 'resource types', 'a single resource'),
      ...scoped(NOT_BY_TYPE, 'resource types'),
      ...scoped(NOT_BY_TAG, 'a tag'),
    ],
  ),
  boundary(controlRetention, [1, 36500], [0, 1.5]),
  boundary(controlRestoreTime, [1, 720], [0, 0.5]),
  boundary(controlFrequency, spans([1, 24], [1, 31]), spans([0, 25, 1.5], [0, 32, 1.5])),
  boundary(controlRecoveryPointAge, spans([1, 744], [1, 31]), spans([0, 745, 1.5], [0, 32, 1.5])),
  boundary(controlAirGappedAge, spans([24, 2184], [1, 91]), spans([23, 2185, 24.5], [0, 92, 1.5])),
  boundary(controlRoles, [0, 5], [6]),
  boundary(controlAccounts, [0, 5], [6]),
  boundary(reportPlanName, ...NAMES),
  boundary(reportPlanDescription, ['x', 'x'.repeat(1024)], ['x'.repeat(1025), '', ' \n']),
  boundary(
    reportFrameworks,
    [
      { template: 'BACKUP_JOB_REPORT', frameworks: 0 },
      { template: 'RESOURCE_COMPLIANCE_REPORT', frameworks: 1000 },
      { template: 'CONTROL_COMPLIANCE_REPORT', frameworks: 1000 },
    ],
    [
      { template: 'BACKUP_JOB_REPORT', frameworks: 1 },
      { template: 'COPY_JOB_REPORT', frameworks: 1 },
      { template: 'RESTORE_JOB_REPORT', frameworks: 1 },
      { template: 'SCAN_JOB_REPORT', frameworks: 1 },
      { template: 'CONTROL_COMPLIANCE_REPORT', frameworks: 1001 },
    ],
  ),
  boundary(
    reportFormats,
    [
      { ...ALONE, formats: BOTH },
      { ...ALONE, formats: BOTH, accounts: ['111111111111'], regions: ['eu-west-1'] },
      { formats: ['CSV'], accounts: ['ROOT'], organizationalUnits: 1, regions: ['*'] },
    ],
    [
      { ...ALONE, formats: BOTH, accounts: ['ROOT'] },
      { ...ALONE, formats: ['JSON'], accounts: ['111111111111', '222222222222'] },
      { ...ALONE, formats: BOTH, organizationalUnits: 1 },
      { ...ALONE, formats: BOTH, regions: ['eu-west-1', 'eu-central-1'] },
      { ...ALONE, formats: BOTH, regions: ['*'] },
    ],
  ),
  boundary(
    reportBucketAccount,
    [{ bucketAccount: '111111111111', reportPlanAccount: '111111111111' }],
    [{ bucketAccount: '222222222222', reportPlanAccount: '111111111111' }],
  ),
];

function spans(hours: readonly number[], days: readonly number[]) {
  return [
    ...hours.map((value) => ({ value, unit: 'hours' as const })),
    ...days.map((value) => ({ value, unit: 'days' as const })),
  ];
}
