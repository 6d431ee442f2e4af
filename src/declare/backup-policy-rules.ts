import { type Duration, Token, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { policyKey, policyTimezone } from '../service/backup-policy';
import { destinationVaultName } from '../service/names';
import type { BackupPlanRule } from './backup-plan-rule';
import type { BackupPlanCopyActionProps, BackupPlanRuleProps } from './backup-plan-rule-props';
import { assign, type PolicyNode, present, renderTags } from './backup-policy-node';
import { type BackupPlanScanActionProps, MalwareScanner } from './malware-scan';
import type { OrganizationBackupPlan } from './organization-backup-plan';
import { refuse, report, reportOne } from './problems';
import { ruleProblems } from './rule-values';

/** When AWS Backup runs a rule that does not say when; a policy has to say it. */
const DEFAULT_SCHEDULE = 'cron(0 5 ? * * *)';

/** The rules of a plan, by name. */
export function renderPolicyRules(policy: IConstruct, plan: OrganizationBackupPlan, partition: string): PolicyNode {
  const rules: Record<string, PolicyNode> = {};
  for (const [index, rule] of plan.backupPlanRules.entries()) {
    const ruleName = rule.props.ruleName ?? `${plan.backupPlanName}Rule${index}`;
    const where: Place = { policy, part: `plan '${plan.backupPlanName}', rule '${ruleName}'`, partition };
    reportRule(where, rule, ruleName, Object.keys(rules));
    rules[ruleName] = renderRule(where, rule.props, plan.backupVaultName);
  }
  return rules;
}

/** Where in a policy something is said. */
interface Place {
  readonly policy: IConstruct;
  readonly part: string;
  readonly partition: string;
}

function reportRule({ policy, part }: Place, { props }: BackupPlanRule, ruleName: string, taken: string[]): void {
  if (Token.isUnresolved(ruleName)) {
    refuse(policy, 'PolicyRuleName', 'a backup policy is keyed by the names of its rules, which have to be known now');
  }
  reportOne(policy, policyKey({ of: 'rule', name: ruleName, taken }), { part });
  report(policy, ruleProblems(props, ruleName, part));
  const zone = props.scheduleExpressionTimezone?.timezoneName;
  if (zone !== undefined) reportOne(policy, policyTimezone(zone), { part });
}

function renderRule(place: Place, props: BackupPlanRuleProps, vaultOfPlan: string | undefined): PolicyNode {
  const indexed = (props.indexActions ?? []).flatMap(({ resourceTypes }) => resourceTypes.map(({ value }) => value));
  const { enableContinuousBackup: continuous, recoveryPointTags } = props;
  return present({
    schedule_expression: assign(props.scheduleExpression?.expressionString ?? DEFAULT_SCHEDULE),
    target_backup_vault_name: assign(targetVaultName(place, props, vaultOfPlan)),
    target_logically_air_gapped_backup_vault_arn: airGappedTarget(place, props),
    start_backup_window_minutes: minutes(props.startWindow),
    complete_backup_window_minutes: minutes(props.completionWindow),
    enable_continuous_backup: continuous === undefined ? undefined : assign(String(continuous)),
    lifecycle: renderLifecycle(props),
    copy_actions: renderCopies(place, props.copyActions ?? []),
    recovery_point_tags: recoveryPointTags && renderTags(recoveryPointTags),
    index_actions: indexed.length > 0 ? { resource_types: assign(indexed) } : undefined,
    scan_actions: renderScans(place, props.scanActions ?? []),
  });
}

function targetVaultName(place: Place, { backupVault }: BackupPlanRuleProps, vaultOfPlan: string | undefined): string {
  const name = backupVault ? backupVault.backupVaultRef.backupVaultName : vaultOfPlan;
  if (name === undefined) {
    refuse(place.policy, 'PolicyVault', `${place.part}: no backup vault; set backupVaultName of the plan`);
  }
  return knownName(place, name);
}

function airGappedTarget(
  place: Place,
  { targetLogicallyAirGappedBackupVault: vault }: BackupPlanRuleProps,
): PolicyNode | undefined {
  if (!vault) return undefined;
  const name = knownName(place, vault.logicallyAirGappedBackupVaultRef.backupVaultName);
  return assign(`arn:${place.partition}:backup:$region:$account:backup-vault:${name}`);
}

/** Vaults are told by name, since each account has its own; one that this app makes is there in one account only. */
function knownName({ policy, part }: Place, name: string): string {
  if (Token.isUnresolved(name)) {
    const message =
      'a backup policy names vaults that exist in each account, and cannot say a name that only deployment knows; ' +
      'use an OrganizationBackupVault or a vault imported by its name';
    refuse(policy, 'PolicyVault', `${part}: ${message}`);
  }
  reportOne(policy, destinationVaultName(name), { part });
  return name;
}

function renderCopies(place: Place, copies: readonly BackupPlanCopyActionProps[]): PolicyNode | undefined {
  const nodes: Record<string, PolicyNode> = {};
  for (const copy of copies) {
    const arn = destinationArn(place, copy);
    reportOne(place.policy, policyKey({ of: 'copy destination', name: arn, taken: Object.keys(nodes) }), place);
    nodes[arn] = present({ target_backup_vault_arn: assign(arn), lifecycle: renderLifecycle(copy) });
  }
  return copies.length > 0 ? nodes : undefined;
}

function destinationArn({ policy, part }: Place, { destinationBackupVault }: BackupPlanCopyActionProps): string {
  const arn = destinationBackupVault.backupVaultRef.backupVaultArn;
  if (Token.isUnresolved(arn) || arn.includes(':$region:')) {
    const message =
      'a copy of a backup policy goes to a Region that is known now, and to a vault of a known account or of each account; ' +
      'use an OrganizationBackupVault with a region, or a vault imported by its ARN';
    refuse(policy, 'PolicyCopyDestination', `${part}: ${message}`);
  }
  return arn;
}

function renderLifecycle(
  props: Pick<BackupPlanRuleProps, 'deleteAfter' | 'moveToColdStorageAfter' | 'optInToArchiveForSupportedResources'>,
): PolicyNode | undefined {
  const { deleteAfter, moveToColdStorageAfter, optInToArchiveForSupportedResources: optIn } = props;
  const node = present({
    move_to_cold_storage_after_days: moveToColdStorageAfter && number(moveToColdStorageAfter.toDays()),
    delete_after_days: deleteAfter && number(deleteAfter.toDays()),
    opt_in_to_archive_for_supported_resources: optIn === undefined ? undefined : assign(String(optIn)),
  });
  return Object.keys(node).length > 0 ? node : undefined;
}

function renderScans(place: Place, actions: readonly BackupPlanScanActionProps[]): PolicyNode | undefined {
  const nodes: Record<string, PolicyNode> = {};
  for (const { malwareScanner: scanner = MalwareScanner.GUARDDUTY, scanMode } of actions) {
    reportOne(place.policy, policyKey({ of: 'scanner', name: scanner, taken: Object.keys(nodes) }), place);
    nodes[scanner] = { scan_mode: assign(scanMode) };
  }
  return actions.length > 0 ? nodes : undefined;
}

function minutes(duration: Duration | undefined): PolicyNode | undefined {
  return duration && number(duration.toMinutes());
}

/** Numbers are strings in a policy, those too that only deployment knows. */
function number(value: number): PolicyNode {
  return assign(Tokenization.stringifyNumber(value));
}
