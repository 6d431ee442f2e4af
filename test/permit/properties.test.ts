import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { permissionsFor } from '../../src/permit/permit';
import type { Policy } from '../../src/permit/statement';
import type { BackupModel } from '../../src/read/model';
import { VERBS } from '../../src/service/permissions/permission';
import { apps, att, type Resources, TRUST } from './deployed';
import { allows } from './judge';

/** Resources that belong together, each of which refers only to those before it. */
const KITS: readonly ((name: string) => Resources)[] = [
  (name) => ({
    [`Key${name}`]: { Type: 'AWS::KMS::Key' },
    [`Alias${name}`]: {
      Type: 'AWS::KMS::Alias',
      Properties: { AliasName: `alias/${name}`, TargetKeyId: { Ref: `Key${name}` } },
    },
    [`Topic${name}`]: { Type: 'AWS::SNS::Topic' },
    [`Mail${name}`]: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: `Topic${name}` } } },
    [`Vault${name}`]: {
      Type: 'AWS::Backup::BackupVault',
      Properties: {
        BackupVaultName: `vault-${name}`,
        EncryptionKeyArn: att(`Key${name}`),
        Notifications: { SNSTopicArn: { Ref: `Topic${name}` }, BackupVaultEvents: [] },
      },
    },
  }),
  (name) => ({
    [`Shared${name}`]: { Type: 'AWS::IAM::ManagedPolicy', Properties: { ManagedPolicyName: `shared-${name}` } },
    [`Role${name}`]: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: TRUST, ManagedPolicyArns: [{ Ref: `Shared${name}` }] },
    },
    [`Own${name}`]: { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'own', Roles: [{ Ref: `Role${name}` }] } },
    [`Plan${name}`]: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: name } } },
    [`Selection${name}`]: {
      Type: 'AWS::Backup::BackupSelection',
      Properties: {
        BackupPlanId: { Ref: `Plan${name}` },
        BackupSelection: { SelectionName: name, IamRoleArn: att(`Role${name}`) },
      },
    },
  }),
  (name) => ({
    [`Test${name}`]: { Type: 'AWS::Backup::RestoreTestingPlan', Properties: { RestoreTestingPlanName: name } },
    [`Framework${name}`]: { Type: 'AWS::Backup::Framework', Properties: { FrameworkName: name } },
    [`Hold${name}`]: { Type: 'AWS::Backup::LegalHold', Properties: { Title: name } },
  }),
  (name) => ({
    [`Bus${name}`]: { Type: 'AWS::SNS::Topic', Properties: { TopicName: `bus-${name}` } },
    [`Rule${name}`]: {
      Type: 'AWS::Events::Rule',
      Properties: { EventPattern: { source: ['aws.backup'] }, Targets: [{ Id: 't', Arn: { Ref: `Bus${name}` } }] },
    },
    [`Gap${name}`]: {
      Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
      Properties: { BackupVaultName: `gap-${name}`, MinRetentionDays: 7, MaxRetentionDays: 35 },
    },
  }),
];

const program = fc
  .uniqueArray(fc.tuple(fc.nat(KITS.length - 1), fc.constantFrom('A', 'B', 'C')), { maxLength: 6, selector: String })
  .map((kits): Resources => Object.assign({}, ...kits.map(([kit, name]) => KITS[kit]?.(name))));

const policiesFor = (model: BackupModel): readonly Policy[] =>
  permissionsFor(model, { holder: 'role', verbs: VERBS }).policies;

describe('whatever two apps declare', () => {
  test('a policy for both allows exactly what one for each allows', () => {
    fc.assert(
      fc.property(program, program, (one, other) => {
        const together = policiesFor(apps({ One: one, Other: other }));
        const apart = [...policiesFor(apps({ One: one })), ...policiesFor(apps({ Other: other }))];
        expect(grantsOf(together)).toEqual(grantsOf(apart));
      }),
      { numRuns: 60 },
    );
  });

  test('an evaluator of policies says the same of requests', () => {
    fc.assert(
      fc.property(program, program, fc.nat(), (one, other, pick) => {
        const [first, second] = [policiesFor(apps({ One: one })), policiesFor(apps({ Other: other }))];
        const together = policiesFor(apps({ One: one, Other: other }));
        const grants = grantsOf([...first, ...second]);
        const grant = grants[pick % Math.max(grants.length, 1)];
        const [action, resource] = JSON.parse(grant ?? '["backup:ListTags","*"]') as [string, string];
        const request = { action, resource: resource.replaceAll('*', 'x') };
        expect(allows(together, request)).toBe(allows(first, request) || allows(second, request));
      }),
      { numRuns: 40 },
    );
  });

  test('their order makes no difference, and neither does that of their resources', () => {
    fc.assert(
      fc.property(program, program, (one, other) => {
        const turned = (resources: Resources) => Object.fromEntries(Object.entries(resources).reverse());
        expect(policiesFor(apps({ Other: turned(other), One: turned(one) }))).toEqual(
          policiesFor(apps({ One: one, Other: other })),
        );
      }),
      { numRuns: 30 },
    );
  });

  test('a policy never grows when a resource is removed, with what refers to it', () => {
    fc.assert(
      fc.property(program, fc.nat(), (resources, pick) => {
        const ids = Object.keys(resources);
        const id = ids[pick % Math.max(ids.length, 1)];
        if (id === undefined) return;
        const before = new Set(grantsOf(policiesFor(apps({ One: resources }))));
        const after = grantsOf(policiesFor(apps({ One: withoutResource(resources, id) })));
        expect(after.filter((grant) => !before.has(grant))).toEqual([]);
        expect(after.length).toBeLessThanOrEqual(before.size);
      }),
      { numRuns: 100 },
    );
  });

  test('fewer verbs never allow more', () => {
    fc.assert(
      fc.property(program, fc.subarray([...VERBS]), (resources, verbs) => {
        const model = apps({ One: resources });
        const all = new Set(grantsOf(policiesFor(model)));
        const some = grantsOf(permissionsFor(model, { holder: 'role', verbs }).policies);
        expect(some.filter((grant) => !all.has(grant))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** Everything that policies allow, one action on one resource under one set of conditions at a time. */
function grantsOf(policies: readonly Policy[]): string[] {
  const grants = policies.flatMap(({ document }) =>
    document.Statement.flatMap(({ Action, Resource, Condition }) =>
      Action.flatMap((action) => Resource.map((resource) => JSON.stringify([action, resource, Condition ?? null]))),
    ),
  );
  return [...new Set(grants)].sort();
}

/** Resources without one of them, and without those that would refer to nothing then. */
function withoutResource(resources: Resources, id: string): Resources {
  const { [id]: _, ...rest } = resources;
  const referring = Object.entries(rest).find(([, resource]) => JSON.stringify(resource).includes(`"${id}"`));
  return referring ? withoutResource(withoutResource(rest, referring[0]), id) : rest;
}
