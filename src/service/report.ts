import { guide } from './documentation';
import { valueRule } from './value-rule';

/** The templates that tell of frameworks; the others tell of jobs. */
const COMPLIANCE_TEMPLATES = ['RESOURCE_COMPLIANCE_REPORT', 'CONTROL_COMPLIANCE_REPORT'];

/** A report's template and how many frameworks it covers. */
export interface ReportFrameworks {
  readonly template: string;
  readonly frameworks: number;
}

/** What decides on the formats of a report. */
export interface ReportCoverage {
  readonly formats: readonly string[];
  readonly accounts: readonly string[];
  readonly organizationalUnits: number;
  readonly regions: readonly string[];
}

/** Whose a report plan and its bucket are. */
export interface ReportAccounts {
  readonly bucketAccount: string;
  readonly reportPlanAccount: string;
}

/** Frameworks, where the template knows them. */
export const reportFrameworks = valueRule<ReportFrameworks>(
  {
    id: 'report-frameworks',
    title: 'Only the two compliance reports cover frameworks, at most 1000',
    certainty: 'documented',
    source: guide('create-report-plan-console'),
  },
  ({ template, frameworks }) => {
    if (frameworks === 0) return undefined;
    if (!COMPLIANCE_TEMPLATES.includes(template)) {
      return {
        says: `only ${COMPLIANCE_TEMPLATES.join(' and ')} cover frameworks, got ${frameworks} for ${template}`,
        fix: 'leave the frameworks out, or choose a compliance template',
      };
    }
    return frameworks <= 1000
      ? undefined
      : {
          says: `a report covers at most 1000 frameworks, got ${frameworks}`,
          fix: 'spread them over two report plans',
        };
  },
);

/** JSON is for one account and one Region. */
export const reportFormats = valueRule<ReportCoverage>(
  {
    id: 'report-formats',
    title: 'A report on several accounts or Regions is CSV only',
    certainty: 'documented',
    source: guide('create-report-plan-api'),
  },
  ({ formats, accounts, organizationalUnits, regions }) => {
    const isWide =
      accounts.length > 1 ||
      accounts.includes('ROOT') ||
      organizationalUnits > 0 ||
      regions.length > 1 ||
      regions.includes('*');
    const others = formats.filter((format) => format !== 'CSV');
    return !isWide || others.length === 0
      ? undefined
      : {
          says: `a report on several accounts or Regions must be CSV, got ${others.join(' and ')}`,
          fix: 'ask for CSV alone, or report on one account and Region',
        };
  },
);

/** The bucket is one of the account that makes the report. */
export const reportBucketAccount = valueRule<ReportAccounts>(
  {
    id: 'report-bucket-account',
    title: 'Reports go to a bucket of the account of their report plan',
    certainty: 'documented',
    source: guide('create-report-plan-console'),
  },
  ({ bucketAccount, reportPlanAccount }) =>
    bucketAccount === reportPlanAccount
      ? undefined
      : {
          says: `reports must go to a bucket of account ${reportPlanAccount}, got one of account ${bucketAccount}`,
          fix: "give a bucket of the report plan's account",
        },
);
