import { own } from './json';
import type { Located } from './located';
import type { OpenHole, Segment, Segments } from './segments';
import type { TemplateResource } from './template';

/** How the ARN of a type is made of its id. */
interface ArnForm {
  readonly service: string;
  readonly prefix: string;
  /** Whether it names neither Region nor account. */
  readonly global?: boolean;
  /** The attribute that gives the ARN, where there is one. */
  readonly attribute?: string;
  /** The attribute that gives the id, where Ref does not; `Ref` otherwise. */
  readonly id?: string;
  /**
   * Whether the service keeps names in lower case, however they are written; Redshift takes no others.
   *
   * Sources: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html,
   * https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBCluster.html,
   * https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBCluster.html and
   * https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html
   */
  readonly lowerCase?: boolean;
  /** Whether the name is no part of the ARN. */
  readonly nameless?: boolean;
}

/**
 * The ARNs of the types that matter to backups, by what Ref and GetAtt give for them.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
const FORMS: ReadonlyMap<string, ArnForm> = new Map<string, ArnForm>([
  ['AWS::Backup::BackupVault', { service: 'backup', prefix: 'backup-vault:', attribute: 'BackupVaultArn' }],
  [
    'AWS::Backup::LogicallyAirGappedBackupVault',
    { service: 'backup', prefix: 'backup-vault:', attribute: 'BackupVaultArn', id: 'BackupVaultName' },
  ],
  ['AWS::DocDB::DBCluster', { service: 'rds', prefix: 'cluster:', lowerCase: true }],
  ['AWS::DSQL::Cluster', { service: 'dsql', prefix: 'cluster/', attribute: 'ResourceArn' }],
  ['AWS::DynamoDB::GlobalTable', { service: 'dynamodb', prefix: 'table/', attribute: 'Arn' }],
  ['AWS::DynamoDB::Table', { service: 'dynamodb', prefix: 'table/', attribute: 'Arn' }],
  ['AWS::EC2::Instance', { service: 'ec2', prefix: 'instance/' }],
  ['AWS::EC2::Volume', { service: 'ec2', prefix: 'volume/' }],
  ['AWS::EFS::FileSystem', { service: 'elasticfilesystem', prefix: 'file-system/', attribute: 'Arn' }],
  ['AWS::EKS::Cluster', { service: 'eks', prefix: 'cluster/', attribute: 'Arn' }],
  ['AWS::FSx::FileSystem', { service: 'fsx', prefix: 'file-system/', attribute: 'ResourceARN' }],
  ['AWS::Neptune::DBCluster', { service: 'rds', prefix: 'cluster:', lowerCase: true }],
  ['AWS::RDS::DBCluster', { service: 'rds', prefix: 'cluster:', lowerCase: true, attribute: 'DBClusterArn' }],
  ['AWS::RDS::DBInstance', { service: 'rds', prefix: 'db:', lowerCase: true, attribute: 'DBInstanceArn' }],
  ['AWS::Redshift::Cluster', { service: 'redshift', prefix: 'cluster:', lowerCase: true }],
  [
    'AWS::RedshiftServerless::Namespace',
    {
      service: 'redshift-serverless',
      prefix: 'namespace/',
      attribute: 'Namespace.NamespaceArn',
      id: 'Namespace.NamespaceId',
      nameless: true,
    },
  ],
  ['AWS::S3::Bucket', { service: 's3', prefix: '', global: true, attribute: 'Arn' }],
]);

/** The attributes that give the id that stands at the end of an ARN, besides Ref. */
const ID_ATTRIBUTES: ReadonlySet<string> = new Set([
  'BackupVaultName',
  'DBClusterIdentifier',
  'FileSystemId',
  'Identifier',
  'InstanceId',
  'Name',
  'VolumeId',
]);

/** The types whose Ref is their ARN, beyond those whose name says it. */
const REF_IS_ARN: ReadonlySet<string> = new Set([
  'AWS::Backup::Framework',
  'AWS::Backup::ReportPlan',
  'AWS::ECS::Service',
  'AWS::IAM::ManagedPolicy',
  'AWS::SNS::Topic',
]);

/**
 * Whether a hole is the ARN of a resource itself: not that of its stream or its secret, and not one that a custom
 * resource or a nested stack hands out, which is that of something else.
 */
export function isArn({ resource, attribute }: OpenHole): boolean {
  const { type } = resource?.reference ?? {};
  if (type === undefined) return false;
  if (attribute === undefined) return REF_IS_ARN.has(type);
  const own = FORMS.get(type)?.attribute;
  if (own !== undefined) return attribute === own;
  if (!type.startsWith('AWS::') || type.startsWith('AWS::CloudFormation::')) return false;
  const kind = type.slice(type.lastIndexOf(':') + 1);
  return ['arn', 'resourcearn', `${kind.toLowerCase()}arn`].includes(attribute.toLowerCase());
}

/** Whether a hole is the id at the end of the ARN of its resource, which the words before it have to announce. */
export function arnPrefixOf({
  resource,
  attribute,
}: OpenHole): Pick<ArnForm, 'service' | 'prefix' | 'global'> | undefined {
  const form = resource && FORMS.get(resource.reference.type);
  return form && (attribute === undefined || ID_ATTRIBUTES.has(attribute)) ? form : undefined;
}

/** The ARN that is given as an attribute, spelt out, so that it can be split. */
export function wholeArnOf(segment: Segment): Segments | undefined {
  if ('words' in segment || !segment.resource) return undefined;
  const { resource, template, attribute } = segment;
  const form = FORMS.get(resource.reference.type);
  if (attribute === undefined || form?.attribute !== attribute) return undefined;
  const idOf: OpenHole = {
    hole: form.id ? `${resource.reference.logicalId}.${form.id}` : resource.reference.logicalId,
    kind: 'resource',
    template,
    resource,
    ...(form.id && { attribute: form.id }),
  };
  return arnWith(form, [idOf], segment);
}

/** The ARN of a resource whose name or id stands in its properties, or is what Ref gives. */
export function arnOf(
  resource: TemplateResource,
  template: Located['template'],
  name: Segments | undefined,
): Segments | undefined {
  const form = FORMS.get(resource.reference.type);
  if (!form) return undefined;
  const { logicalId } = resource.reference;
  const ref: OpenHole = { hole: logicalId, kind: 'resource', template, resource };
  const made = form.nameless && form.id ? { ...ref, hole: `${logicalId}.${form.id}`, attribute: form.id } : ref;
  const id: Segments = form.nameless || name === undefined ? [made] : form.lowerCase ? name.map(lowered) : name;
  return arnWith(form, id, { template });
}

/** Words as a service keeps them that knows no upper case. */
function lowered(segment: Segment): Segment {
  return 'words' in segment ? { words: segment.words.toLowerCase() } : segment;
}

function arnWith(
  { service, prefix, global }: ArnForm,
  id: Segments,
  { template }: Pick<OpenHole, 'template'>,
): Segments {
  const pseudo = (name: string): OpenHole => ({ hole: name, kind: 'pseudoParameter', template });
  const place: Segments = global
    ? [{ words: `:${service}:::${prefix}` }]
    : [
        { words: `:${service}:` },
        pseudo('AWS::Region'),
        { words: ':' },
        pseudo('AWS::AccountId'),
        { words: `:${prefix}` },
      ];
  return [{ words: 'arn:' }, pseudo('AWS::Partition'), ...place, ...id];
}

/** A property of a resource, by its path below Properties. */
export function propertyAt(
  resource: TemplateResource,
  template: Located['template'],
  ...names: readonly string[]
): Located {
  const path = ['Properties', ...names];
  return { value: path.reduce<unknown>(own, resource.value), template, path: [...resource.path, ...path] };
}
