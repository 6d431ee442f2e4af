import { Resource, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { reportPlanDescription, reportPlanName } from '../service/audit';
import { reportBucketAccount, reportFormats, reportFrameworks } from '../service/report';
import { checkAtSynth } from './checked';
import { generatedName } from './generated-name';
import { report } from './problems';
import { allowDelivery, allowEncryption, knownAccounts } from './report-delivery';
import { renderTags } from './tags';

/** What a report tells of. */
export enum ReportTemplate {
  /** The resources that each control of a framework evaluated, and how they did. */
  RESOURCE_COMPLIANCE_REPORT = 'RESOURCE_COMPLIANCE_REPORT',
  /** The controls of a framework, and how they did. */
  CONTROL_COMPLIANCE_REPORT = 'CONTROL_COMPLIANCE_REPORT',
  /** Backup jobs: those that ended in the last 24 hours, and those that run. */
  BACKUP_JOB_REPORT = 'BACKUP_JOB_REPORT',
  /** Copy jobs: those that ended in the last 24 hours, and those that run. */
  COPY_JOB_REPORT = 'COPY_JOB_REPORT',
  /** Restore jobs, restore tests among them: those that ended in the last 24 hours, and those that run. */
  RESTORE_JOB_REPORT = 'RESTORE_JOB_REPORT',
  /** Malware scans: those that ended in the last 24 hours, and those that run. */
  SCAN_JOB_REPORT = 'SCAN_JOB_REPORT',
}

/** The format of a report. */
export enum ReportFormat {
  /** Comma-separated values. */
  CSV = 'CSV',
  /** JSON, for reports on one account and Region. */
  JSON = 'JSON',
}

/** What is reported, on what, and where to. */
export interface ReportPlanProps {
  /** What the report tells of. */
  readonly template: ReportTemplate;

  /**
   * The frameworks that a compliance report covers, at most 1000. Not for reports on jobs.
   *
   * @default - none
   */
  readonly frameworks?: aws_backup.IFrameworkRef[];

  /**
   * The ids of the accounts that are reported on, or `ROOT` for all of the organization. For the management account and
   * delegated administrators.
   *
   * @default - the account of the report plan
   */
  readonly accounts?: string[];

  /**
   * The ids of the organizational units that are reported on. For the management account and delegated administrators.
   *
   * @default - none
   */
  readonly organizationalUnits?: string[];

  /**
   * The Regions that are reported on, or `*` for all.
   *
   * @default - the Region of the report plan
   */
  readonly regions?: string[];

  /**
   * The formats of the report. One on several accounts or Regions is CSV only.
   *
   * @default - CSV
   */
  readonly formats?: ReportFormat[];

  /**
   * The bucket for the reports, of the same account. Its policy is amended, so that AWS Backup can write to it; one that
   * is imported has none that can be amended, and gives a warning.
   *
   * @default - a new bucket, private, encrypted, and kept when it leaves the stack
   */
  readonly bucket?: s3.IBucket;

  /**
   * The key that encrypts the reports: that of the new bucket, or that of an imported bucket, which does not tell its own.
   * AWS Backup is allowed to use it.
   *
   * @default - the key of the bucket, if it has one; a new bucket is encrypted by S3
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * What the keys of the reports begin with.
   *
   * @default - nothing
   */
  readonly keyPrefix?: string;

  /**
   * The name of the report plan: 1 to 256 letters, digits or underscores, beginning with a letter. A new name means a new
   * report plan.
   *
   * @default - a name made of the construct path
   */
  readonly reportPlanName?: string;

  /**
   * What the report is for, in at most 1024 characters.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Tags of the report plan, besides those of `Tags.of()`.
   *
   * @default - no tags
   */
  readonly tags?: { readonly [key: string]: string };
}

/**
 * A report plan: a report that AWS Backup Audit Manager puts into a bucket every day, on the 24 hours before.
 *
 * The bucket lets in the service-linked role by which AWS Backup writes. A bucket of this stack does so once the report
 * plan is there, since that makes the role; for a bucket of another stack the role has to exist already.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/working-with-audit-reports.html
 *
 * @example
 * new ReportPlan(this, 'RestoreReport', {
 *   template: ReportTemplate.RESTORE_JOB_REPORT,
 *   formats: [ReportFormat.CSV, ReportFormat.JSON],
 * });
 */
@propertyInjectable
export class ReportPlan extends Resource implements aws_backup.IReportPlanRef {
  /** The id under which property injectors know this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-strongroom.ReportPlan';

  /** The bucket into which the reports go. */
  public readonly bucket: s3.IBucket;

  /** The name of the report plan. */
  public readonly reportPlanName: string;

  // Not `private`: a subclass may have a member of this name.
  readonly #reportPlan: backup.CfnReportPlan;

  /**
   * @param scope the construct under which the report plan stands
   * @param id the report plan's id in that scope
   * @param props what is reported
   * @throws where AWS Backup is documented to refuse a value, with the values allowed and the fix
   */
  constructor(scope: Construct, id: string, props: ReportPlanProps) {
    super(scope, id);
    checkAtSynth(this);
    const name = props.reportPlanName || generatedName(this, 256);
    inspect(this, name, props);
    this.reportPlanName = name;
    this.bucket = props.bucket ?? newBucket(this, props.encryptionKey);
    this.#reportPlan = new backup.CfnReportPlan(this, 'Resource', {
      // These two are taken as they are, so they are written as CloudFormation reads them.
      reportDeliveryChannel: {
        Formats: props.formats,
        S3BucketName: this.bucket.bucketName,
        S3KeyPrefix: props.keyPrefix,
      },
      reportPlanDescription: props.description,
      reportPlanName: name,
      reportPlanTags: renderTags(props.tags),
      reportSetting: {
        Accounts: props.accounts,
        FrameworkArns: props.frameworks?.map(({ frameworkRef }) => frameworkRef.frameworkArn),
        OrganizationUnits: props.organizationalUnits,
        Regions: props.regions,
        ReportTemplate: props.template,
      },
    });
    allowDelivery(this.#reportPlan, this.bucket, props.keyPrefix);
    const key = props.encryptionKey ?? this.bucket.encryptionKey;
    if (key) allowEncryption(this.#reportPlan, key);
  }

  /** The ARN of the report plan, known when it is deployed. */
  public get reportPlanArn(): string {
    return this.#reportPlan.attrReportPlanArn;
  }

  /** The reference by which other constructs take this report plan. */
  public get reportPlanRef(): aws_backup.ReportPlanReference {
    return this.#reportPlan.reportPlanRef;
  }
}

function inspect(reportPlan: ReportPlan, name: string, props: ReportPlanProps): void {
  const { accounts = [], bucket, description, formats = [], frameworks = [], regions = [] } = props;
  const owners = bucket && knownAccounts(reportPlan, bucket);
  const problems = [
    Token.isUnresolved(name) ? undefined : reportPlanName(name),
    description === undefined || Token.isUnresolved(description) ? undefined : reportPlanDescription(description),
    Token.isUnresolved(props.template)
      ? undefined
      : reportFrameworks({ template: props.template, frameworks: frameworks.length }),
    reportFormats({ accounts, formats, organizationalUnits: props.organizationalUnits?.length ?? 0, regions }),
    owners && reportBucketAccount(owners),
  ];
  report(
    reportPlan,
    problems.flatMap((problem) => (problem ? [{ problem }] : [])),
  );
}

function newBucket(reportPlan: ReportPlan, encryptionKey: kms.IKey | undefined): s3.Bucket {
  return new s3.Bucket(reportPlan, 'Bucket', {
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    bucketKeyEnabled: encryptionKey && true,
    encryption: encryptionKey ? s3.BucketEncryption.KMS : s3.BucketEncryption.S3_MANAGED,
    encryptionKey,
    enforceSSL: true,
  });
}
