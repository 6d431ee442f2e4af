import { ArnFormat, Lazy, Resource, Stack, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { planName } from '../service/names';
import { distinctRuleNames, planTag, rulesPerPlan } from '../service/plan';
import { scanResourceTypes, scanSettingsAndActions } from '../service/scan';
import type { BackupPlanProps } from './backup-plan-props';
import { BackupPlanRule } from './backup-plan-rule';
import { BackupSelection, type BackupSelectionOptions } from './backup-selection';
import { BackupVault, type IBackupVault } from './backup-vault';
import { checkAtSynth } from './checked';
import { MalwareScannerRole } from './malware-scanner-role';
import { knowRules } from './plan-features';
import { refuse, report, reportOne, tell } from './problems';
import { renderAdvancedSettings, renderRule, renderScanSettings } from './render-plan';
import { ruleProblems } from './rule-values';
import { reportAirGappedTarget, reportVaults } from './rule-vaults';

/** A plan, declared in this app or imported. */
export interface IBackupPlan extends backup.IBackupPlan {}

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
  readonly #scans: boolean;
  #reference?: aws_backup.BackupPlanReference;

  /**
   * @param scope the construct under which the plan stands
   * @param id the plan's id in that scope, and its name unless `backupPlanName` is set
   * @param props what the plan is like
   * @throws where AWS Backup is documented to refuse a value, with the values allowed and the fix
   */
  constructor(scope: Construct, id: string, props: BackupPlanProps = {}) {
    super(scope, id);
    checkAtSynth(this);
    const name = props.backupPlanName || id;
    if (!Token.isUnresolved(name)) reportOne(this, planName(name));
    for (const [key, value] of Object.entries(props.tags ?? {})) {
      if (!Token.isUnresolved(key) && !Token.isUnresolved(value)) reportOne(this, planTag({ key, value }));
    }

    this.#plan = new backup.CfnBackupPlan(this, 'Resource', {
      backupPlan: {
        advancedBackupSettings: this.#advancedSettings(props),
        backupPlanName: name,
        backupPlanRule: Lazy.uncachedAny({ produce: () => this.#rules }, { omitEmptyArray: true }),
        scanSettings: this.#scanSettings(props),
      },
      backupPlanTags: props.tags ?? undefined,
    });
    knowRules(this, () => this.#rules);
    this.#scans = (props.scanSettings ?? []).length > 0;
    this.#vault = props.backupVault;
    for (const rule of props.backupPlanRules ?? []) this.addRule(rule);
    this.node.addValidation({ validate: () => this.#inspectWhole() });
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
    this.#reference ??= {
      backupPlanId: plan.attrBackupPlanId,
      // Most of those who take a reference want the id alone.
      get backupPlanArn() {
        return plan.attrBackupPlanArn;
      },
    };
    return this.#reference;
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
    report(this, ruleProblems(props, ruleName, part));
    reportOne(this, rulesPerPlan(this.#rules.length + 1));
    // CDK tells a warning once, however many rules share the name.
    const taken = this.#rules.map((other) => other.ruleName);
    if (isKnownName) reportOne(this, distinctRuleNames({ name: ruleName, taken }));

    const vault = props.backupVault ?? this.#vault ?? this.#makeVault();
    reportVaults(this, props, vault, part);
    const airGapped = props.targetLogicallyAirGappedBackupVault;
    if (airGapped) reportAirGappedTarget(this, airGapped, part);
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

  #advancedSettings(
    props: BackupPlanProps,
  ): backup.CfnBackupPlan.AdvancedBackupSettingResourceTypeProperty[] | undefined {
    const { windowsVss, advancedBackupSettings: given } = props;
    if (windowsVss && given?.ec2?.windowsVss === false) {
      refuse(
        this,
        'WindowsVss',
        'windowsVss is true and advancedBackupSettings.ec2.windowsVss is false; leave one out',
      );
    }
    const settings = renderAdvancedSettings(windowsVss ? { ...given, ec2: { windowsVss } } : (given ?? {}));
    return settings.length > 0 ? settings : undefined;
  }

  #scanSettings({ scanSettings }: BackupPlanProps): backup.CfnBackupPlan.ScanSettingResourceTypeProperty[] | undefined {
    let role: MalwareScannerRole | undefined;
    const defaultRoleArn = () => {
      role ??= new MalwareScannerRole(this, 'ScannerRole');
      return role.roleArn;
    };
    return scanSettings?.map((settings) => {
      const types = settings.resourceTypes.map(({ value }) => value);
      if (!types.some((type) => Token.isUnresolved(type)))
        reportOne(this, scanResourceTypes(types), { part: 'scanSettings' });
      return renderScanSettings(settings, defaultRoleArn);
    });
  }

  /** What only the whole plan shows: rules can be added until the app is synthesized. */
  #inspectWhole(): string[] {
    const actions = this.#rules.some(({ scanActions }) => Array.isArray(scanActions) && scanActions.length > 0);
    const noRule = rulesPerPlan(this.#rules.length);
    const noScan = scanSettingsAndActions({ settings: this.#scans, actions });
    return [
      ...(noRule
        ? [tell({ problem: noRule, phrase: 'A backup plan must have at least 1 rule.', phraseSaysAll: true })]
        : []),
      ...(noScan ? [tell({ problem: noScan })] : []),
    ];
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

/** Low-level vaults give a reference, but no grants. */
function isBackupVault(vault: aws_backup.IBackupVaultRef): vault is IBackupVault {
  return 'backupVaultName' in vault && 'backupVaultArn' in vault && 'grant' in vault;
}
