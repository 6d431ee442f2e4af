import type { IConstruct } from 'constructs';
import { RESOURCE_TAG } from '../service/selection';
import type { AdvancedBackupSettings } from './advanced-backup-settings';
import type { BackupCondition } from './backup-condition';
import { reportPolicyPlan } from './backup-policy-checks';
import { assign, lock, type PolicyNode, present, renderTags, uniqueKeys } from './backup-policy-node';
import { renderPolicyRules } from './backup-policy-rules';
import { MalwareScanner } from './malware-scan';
import type { OrganizationBackupPlan, OrganizationScanSettings } from './organization-backup-plan';
import type {
  OrganizationBackupSelection,
  OrganizationBackupSelectionOptions,
  OrganizationResourceTypeSelection,
  OrganizationTagSelection,
} from './organization-backup-selection';
import { OrganizationResourceType } from './organization-resource-type';
import { partitionOf, partitionsOf } from './partition-of';
import { refuse } from './problems';
import { enabled } from './render-plan';

/** A plan as the text of a backup policy has it, reported to the policy where it cannot. */
export function renderPolicyPlan(policy: IConstruct, plan: OrganizationBackupPlan): PolicyNode {
  reportPolicyPlan(policy, plan);
  const partitions = partitionsOf(plan.regions);
  if (partitions.length > 1) {
    refuse(
      policy,
      'RegionsOfPartitions',
      `plan '${plan.backupPlanName}': the ARNs of a plan are of one partition, got regions of ${partitions.join(' and ')}; make a policy in each partition's organization`,
    );
  }
  const partition = partitionOf(plan.regions[0]);
  const node = present({
    regions: assign(plan.regions),
    rules: renderPolicyRules(policy, plan, partition),
    selections: renderSelections(plan.selections, partition),
    advanced_backup_settings: plan.advancedBackupSettings && renderAdvanced(plan.advancedBackupSettings),
    backup_plan_tags: plan.tags && renderTags(plan.tags),
    scan_settings: plan.scanSettings && renderScan(plan.scanSettings, partition),
  });
  return plan.lockedForChildPolicies ? lock(node) : node;
}

function renderSelections(selections: readonly OrganizationBackupSelection[], partition: string): PolicyNode {
  const byTag = selections.flatMap(({ selectionName, tag }) =>
    tag ? [[selectionName, renderTagSelection(tag, partition)]] : [],
  );
  const byType = selections.flatMap(({ selectionName, resources }) =>
    resources ? [[selectionName, renderTypeSelection(resources, partition)]] : [],
  );
  return present({
    tags: byTag.length > 0 ? Object.fromEntries(byTag) : undefined,
    resources: byType.length > 0 ? Object.fromEntries(byType) : undefined,
  });
}

function renderTagSelection(tag: OrganizationTagSelection, partition: string): PolicyNode {
  return present({
    iam_role_arn: roleArn(tag.roleName, partition),
    tag_key: assign(tag.tagKey),
    tag_value: assign(tag.tagValues),
    conditions: renderConditions(tag),
  });
}

function renderTypeSelection(resources: OrganizationResourceTypeSelection, partition: string): PolicyNode {
  const { roleName, resourceTypes, excludedResourceTypes = [] } = resources;
  const arns = (types: readonly OrganizationResourceType[]) =>
    assign(types.map((type) => (type === OrganizationResourceType.ALL ? type : `arn:${partition}:${type}`)));
  return present({
    iam_role_arn: roleArn(roleName, partition),
    resource_types: arns(resourceTypes),
    not_resource_types: excludedResourceTypes.length > 0 ? arns(excludedResourceTypes) : undefined,
    conditions: renderConditions(resources),
  });
}

function renderConditions({ conditions = [] }: OrganizationBackupSelectionOptions): PolicyNode | undefined {
  if (conditions.length === 0) return undefined;
  const names = uniqueKeys(conditions.map(({ key }) => key));
  const node: Record<string, Record<string, PolicyNode>> = {};
  for (const [index, condition] of conditions.entries()) {
    const comparison = inSnakeCase(condition.comparison);
    const group = node[comparison] ?? {};
    node[comparison] = group;
    group[names[index] as string] = renderCondition(condition);
  }
  return node;
}

function renderCondition({ key, value }: BackupCondition): PolicyNode {
  return { condition_key: assign(`${RESOURCE_TAG}${key}`), condition_value: assign(value) };
}

/** Plans say StringEquals, policies string_equals. */
function inSnakeCase(comparison: string): string {
  return comparison.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}

function renderAdvanced({ ec2, s3 }: AdvancedBackupSettings): PolicyNode | undefined {
  const option = (on: boolean | undefined) => (on === undefined ? undefined : assign(enabled(on)));
  const s3Options = present({
    backup_acls: option(s3?.backupAcls),
    backup_object_tags: option(s3?.backupObjectTags),
  });
  const node = present({
    ec2: ec2 && { windows_vss: assign(enabled(ec2.windowsVss)) },
    s3: Object.keys(s3Options).length > 0 ? s3Options : undefined,
  });
  return Object.keys(node).length > 0 ? node : undefined;
}

function renderScan(settings: OrganizationScanSettings, partition: string): PolicyNode {
  return {
    [settings.malwareScanner ?? MalwareScanner.GUARDDUTY]: {
      resource_types: assign(settings.resourceTypes.map(({ value }) => value)),
      scanner_role_arn: roleArn(settings.scannerRoleName, partition),
    },
  };
}

/** AWS Organizations puts the id of each account in the place of `$account`. */
function roleArn(roleName: string, partition: string): PolicyNode {
  return assign(`arn:${partition}:iam::$account:role/${roleName}`);
}
