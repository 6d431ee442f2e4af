import { dataType } from '../service/data-types';
import { readEventRule, readKey, readResourcePolicy, readRole, readTopic } from './access';
import { readAccessPoint } from './access-points';
import { AttachedVolumes } from './attached-volumes';
import { readFramework, readLegalHold, readReportPlan, readTieringConfiguration } from './audit';
import { readIdentityPolicy, readKeyAlias, readOrganizationPolicy, readRolePolicy, readSubscription } from './beside';
import { DataRepositories } from './data-repositories';
import { readDataResource } from './data-resources';
import type { BackupModel, Declaration } from './model';
import { readPlan } from './plans';
import { readPolicy } from './policy';
import { Property, type Reading } from './property';
import { readRestoreTestingPlan, readRestoreTestingSelection } from './restore-testing';
import { readSelection } from './selections';
import type { Role } from './surroundings';
import type { Template, TemplateResource } from './template';
import type { ResourceId } from './told';
import { whyUnread } from './unread-types';
import { readLogicallyAirGappedVault, readVault } from './vaults';

/** The lists of a model that resources go into. */
type Lists = Omit<BackupModel, 'stacks' | 'openConditions' | 'openParameters' | 'notes' | 'assumptions'>;
type Writable<Of> = { [List in keyof Of]: Of[List] extends readonly (infer Item)[] ? Item[] : never };

/** What is read of a resource, and the list that it goes into. */
type Entry = { [List in keyof Lists]: [List, Omit<Lists[List][number], keyof Declaration>] }[keyof Lists];

/** Reads the resources of every template, each into the list of its kind. */
export function readResources(templates: readonly Template[], reading: Reading): Lists {
  const lists: Writable<Lists> = {
    vaults: [],
    plans: [],
    selections: [],
    restoreTestingPlans: [],
    restoreTestingSelections: [],
    frameworks: [],
    reportPlans: [],
    tieringConfigurations: [],
    legalHolds: [],
    accessPoints: [],
    resources: [],
    roles: [],
    keys: [],
    topics: [],
    resourcePolicies: [],
    eventRules: [],
    identityPolicies: [],
    keyAliases: [],
    subscriptions: [],
    organizationPolicies: [],
  };
  const attached = new Attached();
  const volumes = new AttachedVolumes();
  const repositories = new DataRepositories();
  for (const template of templates) {
    const around = reading.evaluator.existence(template);
    if (around.truth === false) continue;
    for (const resource of template.resources.values()) {
      const declaration = declarationOf(resource, template, reading);
      if (!declaration) continue;
      const properties = Property.of(resource, template, reading);
      const entry = entryOf(resource, properties);
      // The pair of a list and what goes into it is made in one place, so the two fit.
      if (entry)
        (lists[entry[0]] as Declaration[]).push({
          ...(around.condition === undefined ? {} : { condition: around.condition }),
          ...declaration,
          ...entry[1],
        });
      attached.read(resource.reference.type, properties);
      volumes.read(declaration, properties);
      repositories.read(declaration, properties);
      if (entry && resource.reference.type.startsWith('AWS::Backup::')) properties.noteRest();
    }
  }
  return {
    ...lists,
    roles: lists.roles.map((role) => attached.to(role)),
    resources: lists.resources.map((resource) => repositories.to(volumes.to(resource))),
  };
}

/** The resource as its template declares it; `undefined` where its condition keeps it out. */
function declarationOf(resource: TemplateResource, template: Template, reading: Reading): Declaration | undefined {
  const { reference, condition, program, acknowledged } = resource;
  const exists = condition === undefined ? true : reading.evaluator.condition(condition, template);
  if (exists === false) {
    const { stack, logicalId } = reference;
    reading.notes.add({
      stack,
      logicalId,
      says: `this is left out, because the condition ${condition} does not hold here`,
      hidesNothing: true,
    });
    return undefined;
  }
  const deletionPolicy = Property.beside(resource, template, reading, 'DeletionPolicy').text();
  const updateReplacePolicy = Property.beside(resource, template, reading, 'UpdateReplacePolicy').text();
  return {
    ...reference,
    ...(exists === undefined && condition !== undefined && { condition }),
    ...(deletionPolicy !== undefined && { deletionPolicy }),
    ...(updateReplacePolicy !== undefined && { updateReplacePolicy }),
    ...(program && { program }),
    ...(acknowledged.length > 0 && { acknowledged }),
  };
}

function entryOf(resource: TemplateResource, properties: Property): Entry | undefined {
  const { type } = resource.reference;
  switch (type) {
    case 'AWS::Backup::BackupVault':
      return ['vaults', readVault(properties)];
    case 'AWS::Backup::LogicallyAirGappedBackupVault':
      return ['vaults', readLogicallyAirGappedVault(properties)];
    case 'AWS::Backup::BackupPlan':
      return ['plans', readPlan(properties)];
    case 'AWS::Backup::BackupSelection':
      return ['selections', readSelection(properties)];
    case 'AWS::Backup::RestoreTestingPlan':
      return ['restoreTestingPlans', readRestoreTestingPlan(properties)];
    case 'AWS::Backup::RestoreTestingSelection':
      return ['restoreTestingSelections', readRestoreTestingSelection(properties)];
    case 'AWS::Backup::Framework':
      return ['frameworks', readFramework(properties)];
    case 'AWS::Backup::ReportPlan':
      return ['reportPlans', readReportPlan(properties)];
    case 'AWS::Backup::TieringConfiguration':
      return ['tieringConfigurations', readTieringConfiguration(properties)];
    case 'AWS::Backup::LegalHold':
      return ['legalHolds', readLegalHold(properties)];
    case 'AWS::Backup::BackupAccessPoint':
      return ['accessPoints', readAccessPoint(properties)];
    case 'AWS::IAM::Role':
      return ['roles', readRole(properties)];
    case 'AWS::KMS::Key':
      return ['keys', readKey(properties)];
    case 'AWS::SNS::Topic':
      return ['topics', readTopic(properties)];
    case 'AWS::SNS::TopicPolicy':
      return ['resourcePolicies', readResourcePolicy(properties, 'Topics')];
    case 'AWS::SNS::TopicInlinePolicy':
      return ['resourcePolicies', readResourcePolicy(properties, 'TopicArn')];
    case 'AWS::S3::BucketPolicy':
      return ['resourcePolicies', readResourcePolicy(properties, 'Bucket')];
    case 'AWS::Events::Rule':
      return ['eventRules', readEventRule(properties)];
    case 'AWS::IAM::Policy':
    case 'AWS::IAM::ManagedPolicy':
      return ['identityPolicies', readIdentityPolicy(properties)];
    case 'AWS::IAM::RolePolicy':
      return ['identityPolicies', readRolePolicy(properties)];
    case 'AWS::KMS::Alias':
      return ['keyAliases', readKeyAlias(properties)];
    case 'AWS::SNS::Subscription':
      return ['subscriptions', readSubscription(properties)];
    case 'AWS::Organizations::Policy':
      noteUnread(resource, properties);
      return ['organizationPolicies', readOrganizationPolicy(properties)];
    default: {
      const data = dataType(type);
      if (data) return ['resources', readDataResource(properties, resource, data)];
      noteUnread(resource, properties);
      return undefined;
    }
  }
}

function noteUnread(resource: TemplateResource, properties: Property): void {
  const why = whyUnread(resource);
  if (why !== undefined) properties.note(why);
}

/** What other resources attach to roles. */
class Attached {
  private readonly statements = new Map<string, Role['statements'][number][]>();
  private readonly byName = new Map<string, Role['statements'][number][]>();

  /** Reads a policy that names its roles. */
  public read(type: string, properties: Property): void {
    if (type !== 'AWS::IAM::Policy' && type !== 'AWS::IAM::ManagedPolicy' && type !== 'AWS::IAM::RolePolicy') return;
    const document = readPolicy(properties.at('PolicyDocument')) ?? [];
    for (const role of properties.at(type === 'AWS::IAM::RolePolicy' ? 'RoleName' : 'Roles').oneOrMore()) {
      const named = role.resource();
      if (named) add(this.statements, keyOf(named), document);
      const name = named ? undefined : role.text();
      // A name means a role of the account, which may be that of another stack: who attaches to one may attach to each.
      if (typeof name === 'string') add(this.byName, name, document);
    }
  }

  /** A role with what is attached to it. */
  public to(role: Role): Role {
    const named = typeof role.name === 'string' ? this.byName.get(role.name) : undefined;
    const statements = [...(this.statements.get(keyOf(role)) ?? []), ...(named ?? [])];
    return statements.length > 0 ? { ...role, statements: [...role.statements, ...statements] } : role;
  }
}

function add<Item>(lists: Map<string, Item[]>, key: string, items: readonly Item[]): void {
  lists.set(key, [...(lists.get(key) ?? []), ...items]);
}

function keyOf({ stack, logicalId }: ResourceId): string {
  return JSON.stringify([stack, logicalId]);
}
