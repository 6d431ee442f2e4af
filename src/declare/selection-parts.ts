import type { CfnBackupSelection } from 'aws-cdk-lib/aws-backup';
import type { Construct } from 'constructs';
import { RESOURCE_TAG, selectionConditions, selectionExclusion, selectionWildcardPosition } from '../service/selection';
import type { BackupCondition } from './backup-condition';
import type { BackupResource } from './backup-resource';
import { refuse, reportOne } from './problems';
import type { TagCondition } from './tag-condition';

/** Refuses a list in which a resource is missing, such as a value that the program never set: it would not be backed up. */
export function refuseHoles(selection: Construct, resources: readonly BackupResource[], part: string): void {
  const hole = resources.findIndex((resource) => !resource);
  if (hole < 0) return;
  refuse(
    selection,
    'Strongroom::missing-resource',
    `${part}[${hole}] must be a BackupResource, got ${resources[hole]}; name the resource, or leave the element out`,
  );
}

/** The tags among what is selected, as the low-level resource takes them. */
export function renderTags(resources: readonly BackupResource[]): CfnBackupSelection.ConditionResourceTypeProperty[] {
  const tags: CfnBackupSelection.ConditionResourceTypeProperty[] = [];
  for (const { tagCondition } of resources) if (tagCondition) tags.push(renderTag(tagCondition));
  return tags;
}

function renderTag({ key, operation, value }: TagCondition): CfnBackupSelection.ConditionResourceTypeProperty {
  return { conditionKey: key, conditionType: operation || 'STRINGEQUALS', conditionValue: value };
}

/** Conditions by comparison. The low-level resource does not put them into the case that CloudFormation reads. */
export function renderConditions(
  selection: Construct,
  conditions: readonly BackupCondition[] | undefined,
): Readonly<Record<string, unknown>> | undefined {
  if (!conditions || conditions.length === 0) return undefined;
  reportOne(selection, selectionConditions(conditions.length), { part: 'conditions' });
  const rendered: Record<string, unknown[]> = {};
  for (const { comparison, key, value } of conditions) {
    const alike = rendered[comparison] ?? [];
    rendered[comparison] = [...alike, { ConditionKey: `${RESOURCE_TAG}${key}`, ConditionValue: value }];
  }
  return rendered;
}

/** The ARNs among what is selected, with a warning of wildcards that may be in the wrong place. */
export function namedArns(selection: Construct, resources: readonly BackupResource[], part?: string): string[] {
  const arns: string[] = [];
  for (const { resource: arn } of resources) {
    if (!arn) continue;
    if (arn.includes('*')) reportOne(selection, selectionWildcardPosition(arn), { part });
    arns.push(arn);
  }
  return arns;
}

/** The ARNs of what is excluded, which cannot be named by tag and cannot be everything. */
export function excludedArns(selection: Construct, resources: readonly BackupResource[]): string[] {
  const part = 'excludedResources';
  const tag = resources.find(({ tagCondition }) => tagCondition)?.tagCondition;
  if (tag) {
    refuse(
      selection,
      'Strongroom::exclusion-by-tag',
      `${part}: resources are excluded by ARN, by type or by construct, got the tag '${tag.key}'; ` +
        `add BackupCondition.stringNotEquals('${tag.key}', '${tag.value}') to conditions`,
    );
  }
  const arns = namedArns(selection, resources, part);
  for (const arn of arns) reportOne(selection, selectionExclusion(arn), { part });
  return arns;
}
