import { ArnFormat, Lazy, Resource, Stack, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { destinationVaultName, planName } from '../service/names';
import { distinctRuleNames, rulesPerPlan } from '../service/plan';
import { inspectRule } from '../service/rule';
import { BackupPlanRule } from './backup-plan-rule';
import type { BackupPlanCopyActionProps, BackupPlanRuleProps } from './backup-plan-rule-props';
import { BackupSelection, type BackupSelectionOptions } from './backup-selection';
import { BackupVault, type IBackupVault } from './backup-vault';
import { refuse, report, reportOne, tell } from './problems';
import { tellRuleProblems, valuesOfRule } from './rule-values';

/** A plan, declared in this app or imported. */
export interface IBackupPlan extends backup.IBackupPlan {}

/** What a plan is called, its rules, and the vault they share. */
export interface BackupPlanProps {
  /**
   * The name of the plan: 1 to 50 letters, digits, `-`, `_` or `.`.
   *
   * @default - the construct id
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_BackupPlanInput.html
   */
  readonly backupPlanName?: string;

  /**
   * The vault for the rules that name none.
   *
   * @default - a new vault, made when the first rule needs it
   */
  readonly backupVault?: aws_backup.IBackupVaultRef;

  /**
   * The rules of the plan, at most 10. More can be added with `addRule()`.
   *
   * @default - no rules; a plan needs at least one by the time the app is synthesized
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html
   */
  readonly backupPlanRules?: BackupPlanRule[];

  /**
   * Whether backups of Windows instances are consistent for applications with a VSS writer.
   *
   * @default false
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/windows-backups.html
   */
  readonly windowsVss?: boolean;
}

/**
 * A plan: the rules by which AWS Backup makes, keeps and copies recovery points of the resources selected for it.
 *
 * @example
 * const plan = BackupPlan.dailyWeeklyMonthly5YearRetention(this, 'Plan');
 * plan.addSelection('Production', {
 *   resources: [BackupResource.fromTag('stage', 'prod')],
 * });
 */
@propertyInjectable
export class BackupPlan extends Resource implements IBackupPlan {
  /** The id under which property injectors know this class: that of the official library, so that they go on to work. */
  public static readonly PROPERTY_INJECTION_ID: string = 'aws-cdk-lib.aws-backup.BackupPlan';

  /**
   * An existing plan of this stack's account and Region, by its id.
   *
   * @param scope the construct under which the import stands
   * @param id the import's id in that scope
   * @param backupPlanId the id that AWS Backup gave the plan
   */
  public static fromBackupPlanId(scope: Construct, id: string, backupPlanId: string): IBackupPlan {
    class ImportedBackupPlan extends Resource implements IBackupPlan {
      public readonly backupPlanId = backupPlanId;

      public get backupPlanRef(): aws_backup.BackupPlanReference {
        const backupPlanArn = Stack.of(this).formatArn({
          service: 'backup',
          resource: 'backup-plan',
          resourceName: backupPlanId,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        });
        return { backupPlanId, backupPlanArn };
      }
    }
    return new ImportedBackupPlan(scope, id);
  }

  /**
   * A plan with daily backups that are kept for 35 days.
   *
   * @param scope the construct under which the plan stands
   * @param id the plan's id in that scope
   * @param backupVault the vault for its rule; by default a new one
   */
  public static daily35DayRetention(
    scope: Construct,
    id: string,
    backupVault?: aws_backup.IBackupVaultRef,
  ): BackupPlan {
    return ready(scope, id, backupVault, [BackupPlanRule.daily()]);
  }

  /**
   * A plan with daily backups that are kept for 35 days, and monthly ones that are kept for a year.
   *
   * @param scope the construct under which the plan stands
   * @param id the plan's id in that scope
   * @param backupVault the vault for its rules; by default a new one
   */
  public static dailyMonthly1YearRetention(
    scope: Construct,
    id: string,
    backupVault?: aws_backup.IBackupVaultRef,
  ): BackupPlan {
    return ready(scope, id, backupVault, [BackupPlanRule.daily(), BackupPlanRule.monthly1Year()]);
  }

  /**
   * A plan with daily backups that are kept for 35 days, weekly ones for 3 months and monthly ones for 5 years.
   *
   * @param scope the construct under which the plan stands
   * @param id the plan's id in that scope
   * @param backupVault the vault for its rules; by default a new one
   */
  public static dailyWeeklyMonthly5YearRetention(
    scope: Construct,
    id: string,
    backupVault?: aws_backup.IBackupVaultRef,
  ): BackupPlan {
    const rules = [BackupPlanRule.daily(), BackupPlanRule.weekly(), BackupPlanRule.monthly5Year()];
    return ready(scope, id, backupVault, rules);
  }

  /**
   * A plan with daily backups that are kept for 35 days, weekly ones for 3 months and monthly ones for 7 years.
   *
   * @param scope the construct under which the plan stands
   * @param id the plan's id in that scope
   * @param backupVault the vault for its rules; by default a new one
   */
  public static dailyWeeklyMonthly7YearRetention(
    scope: Construct,
    id: string,
    backupVault?: aws_backup.IBackupVaultRef,
  ): BackupPlan {
    const rules = [BackupPlanRule.daily(), BackupPlanRule.weekly(), BackupPlanRule.monthly7Year()];
    return ready(scope, id, backupVault, rules);
  }

  // Not `private`: a subclass may have members of these names.
  readonly #rules: backup.CfnBackupPlan.BackupRuleResourceTypeProperty[] = [];
  #vault?: aws_backup.IBackupVaultRef;
  readonly #plan: backup.CfnBackupPlan;

  /**
   * @param scope the construct under which the plan stands
   * @param id the plan's id in that scope, and its name unless `backupPlanName` is set
   * @param props what the plan is like
   * @throws where AWS Backup is documented to refuse a value, with the values allowed and the fix
   */
  constructor(scope: Construct, id: string, props: BackupPlanProps = {}) {
    super(scope, id);
    const name = props.backupPlanName || id;
    if (!Token.isUnresolved(name)) reportOne(this, planName(name));

    this.#plan = new backup.CfnBackupPlan(this, 'Resource', {
      backupPlan: {
        advancedBackupSettings: props.windowsVss
          ? [{ backupOptions: { WindowsVSS: 'enabled' }, resourceType: 'EC2' }]
          : undefined,
        backupPlanName: name,
        backupPlanRule: Lazy.uncachedAny({ produce: () => this.#rules }, { omitEmptyArray: true }),
      },
    });
    this.#vault = props.backupVault;
    for (const rule of props.backupPlanRules ?? []) this.addRule(rule);
    this.node.addValidation({ validate: () => this.#inspectSize() });
  }

  /** The id of the plan, known when it is deployed. */
  public get backupPlanId(): string {
    return this.#plan.attrBackupPlanId;
  }

  /** The ARN of the plan, known when it is deployed. */
  public get backupPlanArn(): string {
    return this.#plan.attrBackupPlanArn;
  }

  /** The id of the plan's current version, known when it is deployed. */
  public get versionId(): string {
    return this.#plan.attrVersionId;
  }

  /** The reference by which other constructs take this plan. */
  public get backupPlanRef(): aws_backup.BackupPlanReference {
    const plan = this.#plan;
    return {
      backupPlanId: plan.attrBackupPlanId,
      // Most of those who take a reference want the id alone.
      get backupPlanArn() {
        return plan.attrBackupPlanArn;
      },
    };
  }

  /**
   * Adds a rule. A rule without a vault gets that of the plan, which is made now if there is none yet.
   *
   * @param rule the rule
   * @throws where this is the eleventh rule, or where the name that the rule gets is one that AWS Backup refuses
   */
  public addRule(rule: BackupPlanRule): void {
    const { props } = rule;
    const ruleName = props.ruleName ?? `${this.node.id}Rule${this.#rules.length}`;
    const isKnownName = !Token.isUnresolved(ruleName);
    const part = isKnownName ? `rule '${ruleName}'` : undefined;
    report(this, tellRuleProblems(props, inspectRule(valuesOfRule(props, ruleName)), part));
    reportOne(this, rulesPerPlan(this.#rules.length + 1));
    // CDK tells a warning once, however many rules share the name.
    const taken = this.#rules.map((other) => other.ruleName);
    if (isKnownName) reportOne(this, distinctRuleNames({ name: ruleName, taken }));

    const vault = props.backupVault ?? this.#vault ?? this.#makeVault();
    for (const destination of [vault, ...(props.copyActions ?? []).map((copy) => copy.destinationBackupVault)]) {
      const { backupVaultName } = destination.backupVaultRef;
      if (!Token.isUnresolved(backupVaultName)) reportOne(this, destinationVaultName(backupVaultName), { part });
    }
    this.#rules.push(renderRule(props, ruleName, vault));
  }

  /**
   * The vault for rules that name none.
   *
   * @throws where there is none yet, and where it was given as a low-level resource
   */
  public get backupVault(): IBackupVault {
    const vault = this.#vault;
    if (!vault)
      refuse(this, 'NoBackupVault', 'No backup vault! Give the plan a backupVault, or a rule that names none');
    if (!isBackupVault(vault)) {
      refuse(
        this,
        'NotABackupVault',
        `'vault' instance should implement IBackupVault, but doesn't: ${vault.constructor.name}`,
      );
    }
    return vault;
  }

  /**
   * Puts resources under this plan.
   *
   * @param id the selection's id under the plan, and its name unless `backupSelectionName` is set
   * @param options what is selected, and by which role it is backed up
   */
  public addSelection(id: string, options: BackupSelectionOptions): BackupSelection {
    return new BackupSelection(this, id, { backupPlan: this, ...options });
  }

  #makeVault(): IBackupVault {
    const vault = new BackupVault(this, 'Vault');
    this.#vault = vault;
    return vault;
  }

  #inspectSize(): string[] {
    const problem = rulesPerPlan(this.#rules.length);
    return problem ? [tell({ problem })] : [];
  }
}

function ready(
  scope: Construct,
  id: string,
  backupVault: aws_backup.IBackupVaultRef | undefined,
  backupPlanRules: BackupPlanRule[],
): BackupPlan {
  // One by one, as users do: a property injector may give the plan rules of its own, and takes none of these away.
  const plan = new BackupPlan(scope, id, { backupVault });
  for (const rule of backupPlanRules) plan.addRule(rule);
  return plan;
}

function renderRule(
  props: BackupPlanRuleProps,
  ruleName: string,
  vault: aws_backup.IBackupVaultRef,
): backup.CfnBackupPlan.BackupRuleResourceTypeProperty {
  return {
    completionWindowMinutes: props.completionWindow?.toMinutes(),
    copyActions: props.copyActions?.map(renderCopyAction),
    enableContinuousBackup: props.enableContinuousBackup,
    indexActions: props.indexActions?.map(({ resourceTypes }) => ({
      resourceTypes: resourceTypes.map(({ value }) => value),
    })),
    lifecycle: renderLifecycle(props),
    recoveryPointTags: props.recoveryPointTags,
    ruleName,
    scheduleExpression: props.scheduleExpression?.expressionString,
    scheduleExpressionTimezone: props.scheduleExpressionTimezone?.timezoneName,
    startWindowMinutes: props.startWindow?.toMinutes(),
    targetBackupVault: vault.backupVaultRef.backupVaultName,
  };
}

function renderCopyAction(copy: BackupPlanCopyActionProps): backup.CfnBackupPlan.CopyActionResourceTypeProperty {
  return {
    destinationBackupVaultArn: copy.destinationBackupVault.backupVaultRef.backupVaultArn,
    lifecycle: renderLifecycle(copy),
  };
}

function renderLifecycle(
  props: Pick<BackupPlanRuleProps, 'deleteAfter' | 'moveToColdStorageAfter'>,
): backup.CfnBackupPlan.LifecycleResourceTypeProperty | undefined {
  const { deleteAfter, moveToColdStorageAfter } = props;
  if (!deleteAfter && !moveToColdStorageAfter) return undefined;
  return {
    deleteAfterDays: deleteAfter?.toDays(),
    moveToColdStorageAfterDays: moveToColdStorageAfter?.toDays(),
  };
}

/** Low-level vaults give a reference, but no grants. */
function isBackupVault(vault: aws_backup.IBackupVaultRef): vault is IBackupVault {
  return 'backupVaultName' in vault && 'backupVaultArn' in vault && 'grant' in vault;
}
