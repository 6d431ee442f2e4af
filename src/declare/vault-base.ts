import { Resource } from 'aws-cdk-lib';
import type * as backup from 'aws-cdk-lib/aws-backup';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import * as vaultEvents from './vault-events';
import { refuseWildcards } from './vault-policy';

/** What vaults of either kind have in common, declared or imported. */
abstract class VaultBase extends Resource implements backup.IBackupVault {
  public abstract readonly backupVaultName: string;
  public abstract readonly backupVaultArn: string;

  /** The reference by which other constructs take this vault. */
  public get backupVaultRef(): aws_backup.BackupVaultReference {
    return { backupVaultName: this.backupVaultName, backupVaultArn: this.backupVaultArn };
  }

  /**
   * Allows a principal to do something with this vault. This leaves the access policy of the vault as it is.
   *
   * @param grantee who is allowed
   * @param actions what is allowed; each action in full, without wildcards
   * @throws where an action has a wildcard
   */
  public grant(grantee: iam.IGrantable, ...actions: string[]): iam.Grant {
    refuseWildcards(this, actions);
    return iam.Grant.addToPrincipal({ grantee, actions, resourceArns: [this.backupVaultArn] });
  }
}

/** What can be watched of a vault: its events and its metrics. */
abstract class MonitoredVault extends VaultBase {
  /**
   * An EventBridge rule for backup jobs into this vault that failed. Jobs that never started are not among them: see
   * `onBackupJobExpired`.
   *
   * @param id the rule's id under this vault
   * @param options the target, and what else restricts the rule
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
   */
  public onBackupJobFailed(id: string, options?: events.OnEventOptions): events.Rule {
    return this.#rule(id, options, vaultEvents.backupJobs(this, 'FAILED'));
  }

  /**
   * An EventBridge rule for backup jobs into this vault that did not start within their start window.
   *
   * @param id the rule's id under this vault
   * @param options the target, and what else restricts the rule
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
   */
  public onBackupJobExpired(id: string, options?: events.OnEventOptions): events.Rule {
    return this.#rule(id, options, vaultEvents.backupJobs(this, 'EXPIRED'));
  }

  /**
   * An EventBridge rule for backup jobs into this vault that somebody stopped.
   *
   * @param id the rule's id under this vault
   * @param options the target, and what else restricts the rule
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
   */
  public onBackupJobAborted(id: string, options?: events.OnEventOptions): events.Rule {
    return this.#rule(id, options, vaultEvents.backupJobs(this, 'ABORTED'));
  }

  /**
   * An EventBridge rule for backup jobs into this vault that completed, with or without issues.
   *
   * @param id the rule's id under this vault
   * @param options the target, and what else restricts the rule
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
   */
  public onBackupJobCompleted(id: string, options?: events.OnEventOptions): events.Rule {
    return this.#rule(id, options, vaultEvents.backupJobs(this, 'COMPLETED'));
  }

  /**
   * An EventBridge rule for backup jobs into this vault that completed with issues.
   *
   * The console alone knows that state. AWS Backup reports such jobs as completed, with a message: neither an alarm on
   * failed jobs nor any metric sees them.
   *
   * @param id the rule's id under this vault
   * @param options the target, and what else restricts the rule
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
   */
  public onBackupJobCompletedWithIssues(id: string, options?: events.OnEventOptions): events.Rule {
    return this.#rule(id, options, vaultEvents.backupJobsWithIssues(this));
  }

  /**
   * An EventBridge rule for copy jobs that failed, out of this vault or into it.
   *
   * @param id the rule's id under this vault
   * @param options the target, and what else restricts the rule
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
   */
  public onCopyJobFailed(id: string, options?: events.OnEventOptions): events.Rule {
    return this.#rule(id, options, vaultEvents.copyJobs(this, 'FAILED'));
  }

  /**
   * An EventBridge rule for copy jobs that completed, out of this vault or into it.
   *
   * @param id the rule's id under this vault
   * @param options the target, and what else restricts the rule
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
   */
  public onCopyJobCompleted(id: string, options?: events.OnEventOptions): events.Rule {
    return this.#rule(id, options, vaultEvents.copyJobs(this, 'COMPLETED'));
  }

  /**
   * An EventBridge rule for restore jobs that failed, from this vault or from one that the event does not name.
   *
   * @param id the rule's id under this vault
   * @param options the target, and what else restricts the rule
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
   */
  public onRestoreJobFailed(id: string, options?: events.OnEventOptions): events.Rule {
    return this.#rule(id, options, vaultEvents.failedRestoreJobs(this));
  }

  /**
   * An EventBridge rule for restore jobs from this vault that completed.
   *
   * @param id the rule's id under this vault
   * @param options the target, and what else restricts the rule
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
   */
  public onRestoreJobCompleted(id: string, options?: events.OnEventOptions): events.Rule {
    return this.#rule(id, options, vaultEvents.restoreJobs(this, 'COMPLETED'));
  }

  /**
   * An EventBridge rule for recovery points of this vault that AWS Backup could not delete when their time was over. They
   * stay, and cost.
   *
   * @param id the rule's id under this vault
   * @param options the target, and what else restricts the rule
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
   */
  public onRecoveryPointExpired(id: string, options?: events.OnEventOptions): events.Rule {
    return this.#rule(id, options, vaultEvents.recoveryPoints(this, 'EXPIRED'));
  }

  /**
   * An EventBridge rule for malware scans that found threats in a recovery point of this vault.
   *
   * @param id the rule's id under this vault
   * @param options the target, and what else restricts the rule
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
   */
  public onThreatsFound(id: string, options?: events.OnEventOptions): events.Rule {
    const threats = { scanResult: { scanResultStatus: ['THREATS_FOUND'] } };
    return this.#rule(id, options, vaultEvents.scanJobs(this, threats));
  }

  /**
   * An EventBridge rule for changes of the vault itself, such as of its lock, and for its deletion.
   *
   * @param id the rule's id under this vault
   * @param options the target, and what else restricts the rule
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
   */
  public onVaultChanged(id: string, options?: events.OnEventOptions): events.Rule {
    return this.#rule(id, options, vaultEvents.vaultChanges(this));
  }

  /**
   * A CloudWatch metric of this vault. The sum over 5 minutes, unless you say otherwise.
   *
   * AWS Backup reports a metric only while it is not zero: let alarms treat missing data as not breaching.
   *
   * @param metricName the name of the metric, such as `NumberOfRecoveryPointsCold`
   * @param props statistic, period and the like; more dimensions, such as `ResourceType`, narrow it further
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html
   */
  public metric(metricName: string, props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return new cloudwatch.Metric({
      statistic: cloudwatch.Stats.SUM,
      ...props,
      namespace: 'AWS/Backup',
      metricName,
      dimensionsMap: { BackupVaultName: this.backupVaultName, ...props?.dimensionsMap },
    }).attachTo(this);
  }

  /**
   * How many backup jobs into this vault completed, with or without issues.
   *
   * @param props statistic, period and the like
   */
  public metricNumberOfBackupJobsCompleted(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('NumberOfBackupJobsCompleted', props);
  }

  /**
   * How many backup jobs into this vault failed. Jobs that completed with issues are not among them.
   *
   * @param props statistic, period and the like
   */
  public metricNumberOfBackupJobsFailed(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('NumberOfBackupJobsFailed', props);
  }

  /**
   * How many backup jobs into this vault did not start within their start window.
   *
   * @param props statistic, period and the like
   */
  public metricNumberOfBackupJobsExpired(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('NumberOfBackupJobsExpired', props);
  }

  /**
   * How many backup jobs into this vault somebody stopped.
   *
   * @param props statistic, period and the like
   */
  public metricNumberOfBackupJobsAborted(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('NumberOfBackupJobsAborted', props);
  }

  /**
   * How many copy jobs into this vault completed. Copies count where they go to.
   *
   * @param props statistic, period and the like
   */
  public metricNumberOfCopyJobsCompleted(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('NumberOfCopyJobsCompleted', props);
  }

  /**
   * How many copy jobs into this vault failed. Copies count where they go to.
   *
   * @param props statistic, period and the like
   */
  public metricNumberOfCopyJobsFailed(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('NumberOfCopyJobsFailed', props);
  }

  /**
   * How many restore jobs from this vault completed.
   *
   * @param props statistic, period and the like
   */
  public metricNumberOfRestoreJobsCompleted(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('NumberOfRestoreJobsCompleted', props);
  }

  /**
   * How many restore jobs from this vault failed.
   *
   * @param props statistic, period and the like
   */
  public metricNumberOfRestoreJobsFailed(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('NumberOfRestoreJobsFailed', props);
  }

  /**
   * How many recovery points were created in this vault.
   *
   * @param props statistic, period and the like
   */
  public metricNumberOfRecoveryPointsCompleted(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('NumberOfRecoveryPointsCompleted', props);
  }

  /**
   * How many recovery points of this vault AWS Backup could not delete when their time was over.
   *
   * @param props statistic, period and the like
   */
  public metricNumberOfRecoveryPointsExpired(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric('NumberOfRecoveryPointsExpired', props);
  }

  #rule(id: string, options: events.OnEventOptions = {}, ofVault: events.EventPattern): events.Rule {
    const { target, eventPattern, ...props } = options;
    const rule = new events.Rule(this, id, props);
    // The caller's pattern comes second: what is added to a pattern is written into the first, and options may be used again.
    rule.addEventPattern(ofVault);
    rule.addEventPattern(eventPattern);
    rule.addTarget(target);
    return rule;
  }
}

// Without the modifier at their classes, jsii leaves these out and gives their members to the public ones that extend them.
// They share a file because every app loads both.
export { MonitoredVault, VaultBase };
