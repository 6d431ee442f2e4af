import type {
  Declaration,
  Framework,
  LegalHold,
  Plan,
  ReportPlan,
  RestoreTestingPlan,
  RestoreTestingSelection,
  Selection,
  TieringConfiguration,
  Vault,
} from '../read/model';
import type {
  EventRule,
  IdentityPolicy,
  KeyAlias,
  ResourcePolicy,
  Role,
  Subscription,
  Topic,
} from '../read/surroundings';
import type { Reference, Told } from '../read/told';
import type { StatementConditions } from '../service/role/statement';
import {
  holderArns,
  keyArns,
  namedPolicyArns,
  namedRoleArns,
  namedTopicArns,
  namesOf,
  policyArns,
  regional,
  roleArns,
  topicArns,
} from './arns';
import { organizationPolicy } from './organization-scopes';
import { arnIn, arnPatternsOf, type Home, patternsOf } from './patterns';
import type { Around, Scope, Scopes } from './scope';

/** The scopes of a resource, by its type. */
export function scopesOf(item: Declaration, around: Around): Scopes {
  const make = MAKERS[item.type];
  return { everything: { resources: ['*'] }, ...serviceLinkedRole(around), ...make?.(item as never, around) };
}

type Maker<Item> = (item: Item, around: Around) => Scopes;

/** Each type with the function for the interface that the reader gives it. */
const MAKERS: Readonly<Record<string, Maker<never>>> = {
  'AWS::Backup::BackupVault': vault,
  'AWS::Backup::LogicallyAirGappedBackupVault': vault,
  'AWS::Backup::BackupPlan': (plan: Plan, around) => ({
    itself: { resources: regional('backup', ['backup-plan:*'], around.home) },
    ...passed(
      plan.scanSettings.map(({ role }) => role),
      around,
    ),
  }),
  'AWS::Backup::BackupSelection': ({ plan, role }: Selection, around) => ({
    itself: { resources: regional('backup', byId('backup-plan:', plan, around.home), around.home) },
    ...passed([role], around),
  }),
  'AWS::Backup::RestoreTestingPlan': named<RestoreTestingPlan>('restore-testing-plan:'),
  'AWS::Backup::RestoreTestingSelection': ({ plan, role }: RestoreTestingSelection, around) => ({
    itself: { resources: regional('backup', withId('restore-testing-plan:', plan?.name, around.home), around.home) },
    ...passed([role], around),
  }),
  'AWS::Backup::Framework': named<Framework>('framework:'),
  'AWS::Backup::ReportPlan': named<ReportPlan>('report-plan:'),
  'AWS::Backup::TieringConfiguration': named<TieringConfiguration>('tiering-configuration:'),
  'AWS::Backup::LegalHold': (_: LegalHold, { home }) => ({
    itself: { resources: regional('backup', ['legal-hold:*'], home) },
  }),
  'AWS::Organizations::Policy': organizationPolicy,
  'AWS::IAM::Role': role,
  'AWS::IAM::Policy': holders,
  'AWS::IAM::RolePolicy': holders,
  'AWS::IAM::ManagedPolicy': (policy: IdentityPolicy, around) => {
    const own = policyArns(policy, around.home);
    return { itself: { resources: own }, ...holders(policy, around, { ArnLike: { 'iam:PolicyARN': own } }) };
  },
  'AWS::KMS::Key': (_: Declaration, { home }) => ({ itself: { resources: regional('kms', ['key/*'], home) } }),
  'AWS::KMS::Alias': ({ name, key }: KeyAlias, { home }) => ({
    itself: {
      resources: [
        ...regional('kms', name === undefined ? ['alias/*'] : patternsOf(name, home), home),
        ...keyArns(key, home),
      ],
    },
  }),
  'AWS::SNS::Topic': (topic: Topic, around) => ({
    itself: { resources: topicArns(topic, around.home) },
    ...passed(topic.loggingRoles, around),
  }),
  'AWS::SNS::Subscription': ({ topic, role: by }: Subscription, around) => {
    const topics = topic === undefined ? [] : namedTopicArns(topic, around.home, around.estate);
    return { itself: { resources: topics.flatMap((arn) => [arn, `${arn}:*`]) }, ...passed([by], around) };
  },
  'AWS::SNS::TopicPolicy': topicPolicy,
  'AWS::SNS::TopicInlinePolicy': topicPolicy,
  'AWS::Events::Rule': (rule: EventRule, around) => {
    const buses = rule.bus === undefined ? [''] : patternsOf(rule.bus, around.home).map((bus) => `${bus}/`);
    const names = namesOf(rule, 'eventRule', around.home);
    return {
      itself: {
        resources: regional(
          'events',
          buses.flatMap((bus) => names.map((name) => `rule/${bus === 'default/' ? '' : bus}${name}`)),
          around.home,
        ),
      },
      ...passed(rule.roles, around),
    };
  },
};

function vault({ kind, name, encryptionKey, approvalTeam }: Vault, { home }: Around): Scopes {
  const itself = regional(
    'backup',
    patternsOf(name, home).map((text) => `backup-vault:${text}`),
    home,
  );
  const keys = keyArns(encryptionKey, home);
  const team = approvalTeam === undefined ? [] : teamArns(approvalTeam, home);
  const viaBackup = { StringLike: { 'kms:ViaService': viaServiceIn(home) } };
  return {
    itself: { resources: itself },
    approvalTeam: { resources: team },
    // Without a key of the user's own, a standard vault takes that which AWS keeps in the account; the other, one of AWS's own.
    ...((kind === 'standard' || encryptionKey !== undefined) && {
      keyFacts: { resources: keys },
      keyUse: { resources: keys, conditions: viaBackup },
      keyGrants: {
        resources: keys,
        conditions: {
          ...viaBackup,
          Bool: { 'kms:GrantIsForAWSResource': 'true' },
          'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:backup:backup-vault' },
        },
      },
    }),
  };
}

function viaServiceIn({ stack: { region = '*' } }: Home): string {
  return `backup.${region}.amazonaws.com${/^cn-/.test(region) ? '.cn' : ''}`;
}

function teamArns(team: Told<string>, home: Home): readonly string[] {
  return arnPatternsOf(team, 'mpa', home, regional('mpa', ['approval-team/*'], home));
}

function role(item: Role, { home, estate }: Around): Scopes {
  const resources = roleArns(item, home);
  const attached = item.managedPolicies.flatMap((policy) => namedPolicyArns(policy, home, estate));
  const boundary = item.permissionsBoundary && namedPolicyArns(item.permissionsBoundary, home, estate);
  return {
    itself: { resources },
    ...(attached.length > 0 && {
      attachedPolicies: { resources, conditions: { ArnLike: { 'iam:PolicyARN': sorted(attached) } } },
    }),
    ...(boundary && {
      boundary: { resources, conditions: { ArnLike: { 'iam:PermissionsBoundary': sorted(boundary) } } },
    }),
  };
}

function holders(
  { roles, users, groups }: IdentityPolicy,
  { home, estate }: Around,
  conditions?: StatementConditions,
): Scopes {
  const scope = (resources: readonly string[]): Scope => ({ resources, ...(conditions && { conditions }) });
  return {
    roles: scope(holderArns('role', roles, home, estate)),
    users: scope(holderArns('user', users, home, estate)),
    groups: scope(holderArns('group', groups, home, estate)),
  };
}

function topicPolicy({ of }: ResourcePolicy, { home, estate }: Around): Scopes {
  return { itself: { resources: of.flatMap((topic) => namedTopicArns(topic, home, estate)) } };
}

/** The roles that are handed to the services of the type. */
function passed(roles: readonly (Reference | undefined)[], { home, estate, permissions }: Around): Scopes {
  const resources = roles.flatMap((each) => (each === undefined ? [] : namedRoleArns(each, home, estate)));
  if (resources.length === 0) return {};
  return {
    passedRoles: { resources, conditions: { StringEquals: { 'iam:PassedToService': permissions.passedTo ?? [] } } },
    seenRoles: { resources },
  };
}

function serviceLinkedRole({ home, permissions }: Around): Scopes {
  if (!permissions.serviceLinkedRole) return {};
  const { service, name } = permissions.serviceLinkedRole;
  return {
    serviceLinkedRole: {
      resources: [arnIn(home, 'iam', `role/aws-service-role/${service}/${name}`, 'global')],
      conditions: { StringEquals: { 'iam:AWSServiceName': service } },
    },
  };
}

/** What has a name, and a random id behind it. */
function named<Item extends { readonly name?: Told<string> }>(prefix: string): Maker<Item> {
  return ({ name }, { home }) => ({ itself: { resources: regional('backup', withId(prefix, name, home), home) } });
}

function withId(prefix: string, name: Told<string> | undefined, home: Home): string[] {
  return patternsOf(name, home).map((text) => `${prefix}${text}-*`.replace('*-*', '*'));
}

/** A plan that is there already has an id; of one in a template nobody knows it. */
function byId(prefix: string, plan: Selection['plan'], home: Home): string[] {
  return plan && !plan.declared ? patternsOf(plan.name, home).map((id) => prefix + id) : [`${prefix}*`];
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
