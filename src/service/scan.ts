import { api, guide } from './documentation';
import { valueRule } from './value-rule';

/** Which of the two halves of malware scanning a plan has. */
export interface ScanHalves {
  /** Whether the plan says by which role and for which resource types to scan. */
  readonly settings: boolean;
  /** Whether a rule says how to scan. */
  readonly actions: boolean;
}

/** The plan says who scans what, its rules say how; one without the other scans nothing, and nothing fails. */
export const scanSettingsAndActions = valueRule<ScanHalves>(
  {
    id: 'scan-settings-and-actions',
    title: 'A plan that scans for malware has scan settings, and a rule with a scan action',
    certainty: 'documented',
    source: guide('malware-protection'),
  },
  ({ settings, actions }) => {
    if (settings === actions) return undefined;
    return settings
      ? {
          says: 'scan settings scan nothing unless a rule has a scan action, got none',
          fix: 'give a rule a scan action, or leave the scan settings out',
        }
      : {
          says: 'scan actions scan nothing unless the plan has scan settings, got none',
          fix: 'give the plan scan settings, or leave the scan actions out',
        };
  },
);

/** The types whose recovery points are scanned, as a plan names them. */
export const scanResourceTypes = valueRule<readonly string[]>(
  {
    id: 'scan-resource-types',
    title: 'Scan settings of a plan name one or more of EBS, EC2 and S3',
    certainty: 'conflicting',
    source: api('API_ScanSetting'),
  },
  (types) =>
    types.length > 0 && types.every((type) => ['EBS', 'EC2', 'S3'].includes(type))
      ? undefined
      : {
          says: `scan settings name one or more of EBS, EC2 and S3 (the policies of an organization take ALL as well), got ${types.length === 0 ? 'none' : types.join(', ')}`,
          fix: 'name each of the types EBS, EC2 and S3 that are to be scanned',
        },
);
