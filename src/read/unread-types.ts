import { isObject, own, ownText } from './json';
import { callOf } from './located';
import type { TemplateResource } from './template';

/**
 * What a note says of a resource that is not read although it makes backups, or holds resources that might; `undefined`
 * for a resource that has nothing to do with backups.
 */
export function whyUnread({ reference, value }: TemplateResource): string | undefined {
  const { type, logicalId } = reference;
  if (type.endsWith('::MODULE')) {
    return `the module ${type} is put together in the account, so the resources it brings were not read`;
  }
  switch (type) {
    case 'AWS::CloudFormation::StackSet':
      return 'this stack set makes stacks from a template of its own, in accounts and Regions of its own, which were not read';
    case 'AWS::Organizations::Policy':
      return organizationPolicy(own(own(value, 'Properties'), 'Type'));
    case 'AWS::DLM::LifecyclePolicy':
      return 'snapshots and images that Amazon Data Lifecycle Manager makes are not read, and AWS Backup knows nothing of them';
  }
  // SAP HANA is backed up by AWS Backup, but its databases stand in no template.
  if (type.startsWith('AWS::Backup::') || type === 'AWS::SSMSAP::Application')
    return `resources of the type ${type} are not read yet`;
  if (/backup/i.test(type)) return `the type ${type} is not known here, so what it has to do with backups was not read`;
  const isCustom = type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
  return isCustom && (/backup/i.test(logicalId) || speaksOfBackups(own(value, 'Properties')))
    ? 'this custom resource does something about backups in a program of its own, so it was not read'
    : undefined;
}

function organizationPolicy(type: unknown): string | undefined {
  if (type === 'BACKUP_POLICY') {
    return 'this backup policy makes plans in the accounts of an organization, which are not read yet';
  }
  return typeof type === 'string'
    ? undefined
    : 'only deployment can tell whether this is a backup policy, which makes plans in the accounts of an organization';
}

/** Whether the texts of a custom resource are about AWS Backup; those of functions that lead elsewhere are not looked at. */
function speaksOfBackups(value: unknown): boolean {
  if (typeof value === 'string') return /\bbackup\b/i.test(value);
  if (Array.isArray(value)) return value.some(speaksOfBackups);
  if (!isObject(value) || ownText(value, 'Ref') !== undefined) return false;
  if (callOf(value)?.name === 'Fn::GetAtt') return false;
  return Object.values(value).some(speaksOfBackups);
}
