import { CfnResource, Stack } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { PlanFeatures } from '../service/service-role';

/** Of a plan of which nothing is known, everything is expected. */
const EVERY_FEATURE: PlanFeatures = { continuous: true, copies: true, scans: true, windowsVss: true };

type Rules = readonly backup.CfnBackupPlan.BackupRuleResourceTypeProperty[];

/** The rules of our own plans, which are asked often: rendering a plan costs more than all else that a selection does. */
const RULES_OF_PLANS = new WeakMap<aws_backup.IBackupPlanRef, () => Rules>();

interface RenderedRule {
  readonly CopyActions?: unknown;
  readonly EnableContinuousBackup?: unknown;
  readonly IndexActions?: unknown;
  readonly ScanActions?: unknown;
  readonly TargetLogicallyAirGappedBackupVaultArn?: unknown;
}

/** What a plan does beyond snapshots, as it is rendered; what only deployment knows is expected. */
export function planFeatures(plan: aws_backup.IBackupPlanRef): PlanFeatures {
  const { BackupPlanRule: rules, AdvancedBackupSettings, ScanSettings } = rendered(plan);
  if (!Array.isArray(rules)) return EVERY_FEATURE;
  const some = (asks: (rule: RenderedRule) => boolean) => (rules as readonly RenderedRule[]).some(asks);
  return {
    continuous: some((rule) => Boolean(rule.EnableContinuousBackup)),
    copies: some((rule) => Boolean(rule.CopyActions ?? rule.TargetLogicallyAirGappedBackupVaultArn)),
    scans: Boolean(ScanSettings) || some((rule) => Boolean(rule.ScanActions)),
    windowsVss: hasWindowsVss(AdvancedBackupSettings),
  };
}

/** Lets the features of a plan be told from its rules, which may be added until the app is complete. */
export function knowRules(plan: aws_backup.IBackupPlanRef, rules: () => Rules): void {
  RULES_OF_PLANS.set(plan, rules);
}

/** Whether a plan is known to have backups indexed, for search. What overrides add to our own plans does not count. */
export function hasIndexes(plan: aws_backup.IBackupPlanRef): boolean {
  const own = RULES_OF_PLANS.get(plan);
  if (own) return own().some(({ indexActions }) => Array.isArray(indexActions) && indexActions.length > 0);
  const { BackupPlanRule: rules } = rendered(plan);
  return Array.isArray(rules) && (rules as readonly RenderedRule[]).some(({ IndexActions }) => Boolean(IndexActions));
}

/** Settings are also there for S3; where only deployment knows them, they may be those of EC2. */
function hasWindowsVss(settings: unknown): boolean {
  return Array.isArray(settings)
    ? settings.some((setting: { readonly ResourceType?: unknown }) => setting.ResourceType !== 'S3')
    : settings !== undefined;
}

/** What the template says of a plan: nothing, of one that is not the app's. */
function rendered(plan: aws_backup.IBackupPlanRef): Readonly<Record<string, unknown>> {
  // Not `defaultChild`: it throws where a selection has the id Default, which is told better when the template is written.
  const low = CfnResource.isCfnResource(plan) ? plan : plan.node.tryFindChild('Resource');
  if (!(low instanceof backup.CfnBackupPlan)) return {};
  const stack = Stack.of(low);
  const { Resources } = stack.resolve(low._toCloudFormation());
  return Resources[stack.getLogicalId(low)]?.Properties?.BackupPlan ?? {};
}
