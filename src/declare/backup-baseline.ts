import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { BackupBaselinePart, type BackupBaselineProps } from './backup-baseline-props';
import { BackupPlan } from './backup-plan';
import type { BackupPlanRule } from './backup-plan-rule';
import type { BackupSelection } from './backup-selection';
import { BackupVault } from './backup-vault';
import { defaultControls } from './baseline-controls';
import { notifyOfFailures } from './baseline-notifications';
import { airGappedBounds, defaultRules, lockFor, retentionsOf, withCopies } from './baseline-rules';
import { Framework } from './framework';
import { generatedName } from './generated-name';
import { LogicallyAirGappedBackupVault } from './logically-air-gapped-backup-vault';
import { refuse } from './problems';
import { ReportPlan, ReportTemplate } from './report-plan';
import { RestoreTestingPlan } from './restore-testing-plan';
import { RestoreTestingSelection } from './restore-testing-selection';

/**
 * What careful teams build by hand: three copies, in two kinds of vault, one elsewhere, one that nobody can delete, and
 * restores that are tested until they show no error (3-2-1-1-0).
 *
 * A plan backs up daily, weekly and monthly into a locked vault, and copies every recovery point into a logically
 * air-gapped vault and into the vaults of another Region or account that you give. A framework evaluates all that, reports
 * record it, and a topic hears of what fails. Restores are tested of the types that you name. Each part can be left out or
 * replaced.
 *
 * What the baseline makes is at its properties; what you gave, or left out, is not.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/whatisbackup.html
 * @example
 * const baseline = new BackupBaseline(this, 'Baseline', {
 *   resources: [BackupResource.fromTag('stage', 'prod')],
 *   copyVaults: [
 *     BackupVault.fromBackupVaultArn(this, 'Elsewhere', 'arn:aws:backup:eu-central-1:111122223333:backup-vault:copies'),
 *   ],
 *   restoreTests: [RestoreTestingTarget.dynamoDb()],
 * });
 * baseline.framework?.addControl(FrameworkControl.restoreTime({ maxRestoreTime: Duration.hours(4) }));
 */
@propertyInjectable
export class BackupBaseline extends Construct {
  /** The id under which property injectors know this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-strongroom.BackupBaseline';

  /** The plan. */
  public readonly backupPlan: BackupPlan;

  /** The vault, unless one was given. */
  public readonly backupVault?: BackupVault;

  /** The logically air-gapped vault, unless one was given or it was left out. */
  public readonly airGappedVault?: LogicallyAirGappedBackupVault;

  /** The selection of what `resources` names, if it names anything. */
  public readonly selection?: BackupSelection;

  /** The restore testing plan, where tests were asked for and no plan was given. */
  public readonly restoreTestingPlan?: RestoreTestingPlan;

  /** The restore testing selections, in the order in which they were asked for. */
  public readonly restoreTestingSelections: RestoreTestingSelection[];

  /** The framework, unless it was left out. */
  public readonly framework?: Framework;

  /** The report plans; none where they were left out. */
  public readonly reportPlans: ReportPlan[];

  /** The topic that hears of what fails, made or given, unless notifications were left out. */
  public readonly notificationTopic?: sns.ITopic;

  /** The rules by which the topic hears of it; none where they were left out. */
  public readonly notificationRules: events.Rule[];

  // Not `private`: a subclass may have members of these names.
  readonly #props: BackupBaselineProps;
  readonly #rules: readonly BackupPlanRule[];

  /**
   * @param scope the construct under which the baseline stands
   * @param id the baseline's id in that scope
   * @param props what to back up, and what is to be other than by default
   * @throws where AWS Backup is documented to refuse a value, and where something is given for a part that is left out
   */
  constructor(scope: Construct, id: string, props: BackupBaselineProps = {}) {
    super(scope, id);
    this.#props = props;
    this.#rules = props.backupPlanRules ?? defaultRules();
    this.#inspect();

    this.backupVault = props.backupVault ? undefined : this.#makeVault();
    const vault = (props.backupVault ?? this.backupVault) as aws_backup.IBackupVaultRef;
    const isAirGapped = this.#has(BackupBaselinePart.AIR_GAPPED_COPY);
    this.airGappedVault = isAirGapped && !props.airGappedVault ? this.#makeAirGappedVault() : undefined;
    this.backupPlan = this.#makePlan(vault, props.airGappedVault ?? this.airGappedVault);
    const { resources = [] } = props;
    this.selection = resources.length > 0 ? this.backupPlan.addSelection('Resources', { resources }) : undefined;

    const tests = props.restoreTests ?? [];
    this.restoreTestingPlan = tests.length > 0 && !props.restoreTestingPlan ? this.#makeTestingPlan(vault) : undefined;
    this.restoreTestingSelections = this.#test(props.restoreTestingPlan ?? this.restoreTestingPlan);
    this.framework = this.#has(BackupBaselinePart.FRAMEWORK) ? this.#makeFramework() : undefined;
    this.reportPlans = this.#has(BackupBaselinePart.REPORTS) ? this.#makeReports() : [];

    const notifies = this.#has(BackupBaselinePart.NOTIFICATIONS);
    const topic = notifies
      ? (props.notificationTopic ?? new sns.Topic(this, 'Topic', { enforceSSL: true }))
      : undefined;
    this.notificationTopic = topic;
    this.notificationRules = topic ? notifyOfFailures(this, vault, topic) : [];
  }

  /** Refuses what contradicts itself: a prop that would be ignored. */
  #inspect(): void {
    const { LOCK, AIR_GAPPED_COPY, FRAMEWORK, REPORTS, NOTIFICATIONS } = BackupBaselinePart;
    const parts = {
      lockConfiguration: LOCK,
      complianceLockAfter: LOCK,
      airGappedVault: AIR_GAPPED_COPY,
      controls: FRAMEWORK,
      reportTemplates: REPORTS,
      reportBucket: REPORTS,
      notificationTopic: NOTIFICATIONS,
    } as const;
    for (const [prop, part] of Object.entries(parts) as Array<[keyof typeof parts, BackupBaselinePart]>) {
      if (this.#props[prop] !== undefined && !this.#has(part)) {
        this.#contradicts(`${prop} is given and ${part} is left out; keep one of them`);
      }
    }
    const { backupVault, complianceLockAfter, encryptionKey, lockConfiguration } = this.#props;
    if (lockConfiguration && complianceLockAfter) {
      this.#contradicts('complianceLockAfter: the lock is given in lockConfiguration; set changeableFor there');
    }
    if (backupVault && (lockConfiguration || complianceLockAfter || encryptionKey)) {
      this.#contradicts('backupVault: a vault that is given keeps its own lock and key; set them where it is made');
    }
    if (this.#props.restoreTestingPlan && !this.#props.restoreTests?.length) {
      this.#contradicts('restoreTestingPlan is given and nothing is tested; name types in restoreTests');
    }
  }

  #contradicts(message: string): never {
    refuse(this, 'Strongroom::baseline-contradicts-itself', message);
  }

  #has(part: BackupBaselinePart): boolean {
    return !this.#props.leaveOut?.includes(part);
  }

  #makeVault(): BackupVault {
    const { complianceLockAfter, encryptionKey, lockConfiguration } = this.#props;
    const intoVault = this.#rules.filter(({ props }) => !props.backupVault);
    const lock = () => lockConfiguration ?? lockFor(intoVault, complianceLockAfter);
    return new BackupVault(this, 'Vault', {
      encryptionKey,
      lockConfiguration: this.#has(BackupBaselinePart.LOCK) ? lock() : undefined,
    });
  }

  #makeAirGappedVault(): LogicallyAirGappedBackupVault {
    return new LogicallyAirGappedBackupVault(this, 'AirGappedVault', airGappedBounds(this, this.#rules));
  }

  #makePlan(backupVault: aws_backup.IBackupVaultRef, airGapped: aws_backup.IBackupVaultRef | undefined): BackupPlan {
    const { backupPlanName = generatedName(this, 50), copyVaults = [] } = this.#props;
    return new BackupPlan(this, 'Plan', {
      backupPlanName,
      backupVault,
      backupPlanRules: this.#rules.map((rule) => withCopies(rule, { copyVaults, airGapped })),
    });
  }

  #makeTestingPlan(vault: aws_backup.IBackupVaultRef): RestoreTestingPlan {
    return new RestoreTestingPlan(this, 'RestoreTesting', {
      scheduleExpression: events.Schedule.cron({ weekDay: 'SUN', hour: '3', minute: '0' }),
      includeVaults: [vault],
      selectionWindow: this.#props.backupPlanRules ? undefined : Duration.days(7),
    });
  }

  #test(restoreTestingPlan: aws_backup.IRestoreTestingPlanRef | undefined): RestoreTestingSelection[] {
    if (!restoreTestingPlan) return [];
    const counts = new Map<string, number>();
    return (this.#props.restoreTests ?? []).map((target) => {
      const type = target.protectedResourceType;
      const count = (counts.get(type) ?? 0) + 1;
      counts.set(type, count);
      const id = `RestoreTest${type}${count > 1 ? count : ''}`;
      return new RestoreTestingSelection(this, id, { restoreTestingPlan, target });
    });
  }

  #makeFramework(): Framework {
    const { backupPlanRules, controls, copyVaults = [] } = this.#props;
    const promises = {
      shortestRetention: retentionsOf(this.#rules).shortest,
      daily: backupPlanRules === undefined,
      locked: this.backupVault !== undefined && this.#has(BackupBaselinePart.LOCK),
      airGapped: this.#has(BackupBaselinePart.AIR_GAPPED_COPY),
      copyVaults,
    };
    return new Framework(this, 'Framework', { controls: controls ?? defaultControls(this, promises) });
  }

  #makeReports(): ReportPlan[] {
    const templates = this.#props.reportTemplates ?? [
      ReportTemplate.BACKUP_JOB_REPORT,
      ReportTemplate.COPY_JOB_REPORT,
      ...(this.restoreTestingSelections.length > 0 ? [ReportTemplate.RESTORE_JOB_REPORT] : []),
      ...(this.framework ? [ReportTemplate.CONTROL_COMPLIANCE_REPORT] : []),
    ];
    let bucket: s3.IBucket | undefined = this.#props.reportBucket;
    return templates.map((template) => {
      const isOnCompliance =
        template === ReportTemplate.CONTROL_COMPLIANCE_REPORT || template === ReportTemplate.RESOURCE_COMPLIANCE_REPORT;
      const frameworks = isOnCompliance && this.framework ? [this.framework] : undefined;
      const report = new ReportPlan(this, template, { template, frameworks, bucket });
      bucket = report.bucket;
      return report;
    });
  }
}
