import { own } from './json';
import type { PlanReference, Reference, ResourceId, Told, VaultReference } from './model';
import type { Property } from './property';
import type { TemplateResource } from './template';
import { type Hole, type Segment, splitText, textOf, toldText } from './text';

/** The resource types whose Ref is their ARN. */
const REF_IS_ARN: ReadonlySet<string> = new Set(['AWS::SNS::Topic']);

/** How the ARN of a type begins its last part, for the types whose ARN is often put together by hand. */
const ARN_RESOURCE: ReadonlyMap<string, readonly [service: string, prefix: string]> = new Map([
  ['AWS::DynamoDB::GlobalTable', ['dynamodb', 'table/']],
  ['AWS::DynamoDB::Table', ['dynamodb', 'table/']],
  ['AWS::DocDB::DBCluster', ['rds', 'cluster:']],
  ['AWS::EC2::Instance', ['ec2', 'instance/']],
  ['AWS::EC2::Volume', ['ec2', 'volume/']],
  ['AWS::EFS::FileSystem', ['elasticfilesystem', 'file-system/']],
  ['AWS::FSx::FileSystem', ['fsx', 'file-system/']],
  ['AWS::Neptune::DBCluster', ['rds', 'cluster:']],
  ['AWS::RDS::DBCluster', ['rds', 'cluster:']],
  ['AWS::RDS::DBInstance', ['rds', 'db:']],
  ['AWS::Redshift::Cluster', ['redshift', 'cluster:']],
  ['AWS::S3::Bucket', ['s3', '']],
]);

/** The attributes that give what Ref gives. */
const ID_ATTRIBUTES: ReadonlySet<string> = new Set(['FileSystemId', 'InstanceId', 'VolumeId']);

const VAULT_TYPES: ReadonlySet<string> = new Set([
  'AWS::Backup::BackupVault',
  'AWS::Backup::LogicallyAirGappedBackupVault',
]);

/** What an ARN leads to. */
export function referenceOf(property: Property): Reference | undefined {
  const segments = property.segments();
  return segments && (wholeArn(segments) ?? builtArn(segments) ?? toldText(segments));
}

/** The vault that a name or an ARN leads to. */
export function vaultReferenceOf(property: Property): VaultReference | undefined {
  const segments = property.segments();
  if (!segments) return undefined;
  const vault = onlyHole(segments)?.resource;
  if (vault && VAULT_TYPES.has(vault.id.type)) {
    const name = textOf(nameOf(vault, 'BackupVaultName'), property.template);
    return { name: name ? toldText(name) : toldText(segments), declared: resourceId(vault) };
  }
  const [arn, , service, region, account, kind, name] = splitText(segments, ':');
  if (!name || toldOf(arn) !== 'arn' || toldOf(service) !== 'backup' || toldOf(kind) !== 'backup-vault') {
    return { name: toldText(segments) };
  }
  return {
    name: toldText(name),
    ...(isOwn(region, 'AWS::Region') ? {} : { region: toldText(region ?? []) }),
    ...(isOwn(account, 'AWS::AccountId') ? {} : { account: toldText(account ?? []) }),
  };
}

/** The plan that a plan id leads to. */
export function planReferenceOf(property: Property): PlanReference | undefined {
  const segments = property.segments();
  if (!segments) return undefined;
  const plan = onlyHole(segments)?.resource;
  if (plan?.id.type !== 'AWS::Backup::BackupPlan') return { name: toldText(segments) };
  const name = textOf(nameOf(plan, 'BackupPlan', 'BackupPlanName'), property.template);
  return { name: name ? toldText(name) : toldText(segments), declared: resourceId(plan) };
}

/** `{"Fn::GetAtt": ["Table", "Arn"]}`, and Ref where it gives the ARN. */
function wholeArn(segments: readonly Segment[]): ResourceId | undefined {
  const { resource, attribute } = onlyHole(segments) ?? {};
  if (!resource) return undefined;
  const isArn = attribute === undefined ? REF_IS_ARN.has(resource.id.type) : /arn$/i.test(attribute);
  return isArn ? resourceId(resource) : undefined;
}

/** An ARN put together of words, pseudo parameters and, at its end, the id of a resource. */
function builtArn(segments: readonly Segment[]): ResourceId | undefined {
  const last = segments.at(-1);
  if (!last || 'words' in last || !last.resource) return undefined;
  const known = ARN_RESOURCE.get(last.resource.id.type);
  const [arn, , service, , , ...rest] = splitText(segments.slice(0, -1), ':');
  if (!known || toldOf(arn) !== 'arn' || toldOf(service) !== known[0]) return undefined;
  const isId = last.attribute === undefined || ID_ATTRIBUTES.has(last.attribute);
  const prefix = rest.every((part) => toldOf(part) !== undefined) ? rest.map(toldOf).join(':') : undefined;
  return isId && prefix === known[1] ? resourceId(last.resource) : undefined;
}

/** What a name is read from, without a note: the resource it belongs to is read in its own turn. */
function nameOf({ properties }: TemplateResource, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(own, properties);
}

function onlyHole(segments: readonly Segment[]): Hole | undefined {
  const [segment, ...more] = segments;
  return segment && more.length === 0 && !('words' in segment) ? segment : undefined;
}

function isOwn(part: readonly Segment[] | undefined, pseudoParameter: string): boolean {
  return part !== undefined && onlyHole(part)?.hole === pseudoParameter;
}

/** The words of a part of an ARN; `undefined` where they are not known. */
function toldOf(part: readonly Segment[] | undefined): string | undefined {
  const told: Told<string> | undefined = part && toldText(part);
  return typeof told === 'string' ? told : undefined;
}

function resourceId({ id }: TemplateResource): ResourceId {
  const { condition: _, ...rest } = id;
  return rest;
}
