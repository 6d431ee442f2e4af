import { describe, expect, test } from 'vitest';
import type { Around, Json } from '../rule-cases';
import { control, copy, FILES, found, PLACE, policy, ruled, selection, tested, vault, whenProd } from './found';
import { many, named, resource } from './program';

const UNREAD = [['a list in a list']];
const UNKNOWN = { Ref: 'Unknown' };
const airGapped = (properties: object) => ({ Item: resource('LogicallyAirGappedBackupVault', properties) });
const held = (RecoveryPointSelection: object) => ({ Item: resource('LegalHold', { RecoveryPointSelection }) });
const tiered = (...ResourceSelection: unknown[]) => ({ Item: resource('TieringConfiguration', { ResourceSelection }) });
const scanning = (ScanSettings: unknown, ScanActions: unknown) => ({
  Item: resource('BackupPlan', { BackupPlan: { BackupPlanRule: [{ RuleName: 'daily', ScanActions }], ScanSettings } }),
});
const testing = (RecoveryPointSelection: object) => ({
  Item: resource('RestoreTestingPlan', { RestoreTestingPlanName: 'tests', RecoveryPointSelection }),
});
const role = (...Service: readonly string[]) => ({
  AssumeRolePolicyDocument: { Statement: [{ Principal: { Service } }] },
});
const LONG = { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'x'.repeat(11_000) }] } };

describe('a value rule leaves alone', () => {
  test.each<[title: string, id: string, resources: Json, Around?]>([
    [
      'the minimum of ordinary vaults, where it is about air-gapped ones',
      'air-gapped-minimum',
      vault({ LockConfiguration: { MinRetentionDays: 1 } }),
    ],
    [
      'the maximum of ordinary vaults, where it is about air-gapped ones',
      'air-gapped-maximum',
      vault({ LockConfiguration: { MaxRetentionDays: 36_501 } }),
    ],
    [
      'both bounds of ordinary vaults, where it is about air-gapped ones',
      'air-gapped-order',
      vault({ LockConfiguration: { MinRetentionDays: 8, MaxRetentionDays: 7 } }),
    ],
    [
      'the bounds of air-gapped vaults, where it is about locks',
      'lock-order',
      airGapped({ MinRetentionDays: 8, MaxRetentionDays: 7 }),
    ],
    [
      'the parameters of a control of its own kind alone',
      'lock-minimum',
      {
        Item: resource('Framework', {
          FrameworkControls: [
            {
              ControlName: 'BACKUP_LAST_RECOVERY_POINT_CREATED',
              ControlInputParameters: [{ ParameterName: 'minRetentionDays', ParameterValue: '0' }],
            },
          ],
        }),
      },
    ],
    [
      'ARNs without wildcards, where it counts those with one',
      'selection-wildcard-arns',
      selection({ Resources: many(31, (index) => `arn:aws:s3:::bucket-${index}`) }),
    ],
    [
      'ARNs of resources, where it counts wildcards',
      'selection-wildcard-arns',
      {
        ...named(31, () => resource('AWS::S3::Bucket', {})),
        ...selection({ Resources: many(31, (index) => ({ 'Fn::GetAtt': [`Item${index}`, 'Arn'] })) }),
      },
    ],
    [
      'ARNs without a wildcard, where it looks at its place',
      'selection-wildcard-position',
      selection({ Resources: ['arn:aws:rds:eu-west-1:1:db:a'] }),
    ],
    [
      'principals that are no accounts',
      'account-id',
      policy({ Principal: { AWS: ['*', 'arn:aws:s3:::a', 'AIDA1234', '1a'] } }),
    ],
    [
      'conditions with other keys',
      'organization-id',
      policy({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalTag/a': 'x' } } }),
    ],
    [
      'overrides of a type that is not known',
      'restore-testing-override-key',
      tested({ ProtectedResourceType: 'odd', ProtectedResourceArns: [FILES], RestoreMetadataOverrides: { odd: 'a' } }),
    ],
    [
      'buckets of which nobody knows whether they are named',
      'tiering-resources',
      tiered(whenProd({ Resources: many(101, (index) => `arn:aws:s3:::bucket-${index}`) })),
    ],
    [
      'buckets that may not be there',
      'tiering-resources',
      tiered({ Resources: many(101, (index) => whenProd(`arn:aws:s3:::bucket-${index}`)) }),
    ],
    [
      'the length of policies that others attach',
      'role-policy-length',
      {
        Item: resource('AWS::IAM::Role', role('backup.amazonaws.com')),
        Policy: resource('AWS::IAM::Policy', { Roles: [{ Ref: 'Item' }], ...LONG }),
      },
    ],
    [
      'the length of policies that may not be there',
      'role-policy-length',
      { Item: resource('AWS::IAM::Role', { ...role('backup.amazonaws.com'), Policies: [whenProd(LONG)] }) },
    ],
    [
      'topics of the account where the vault may be',
      'notification-topic-account',
      vault({ Notifications: { SNSTopicArn: 'arn:aws:sns:eu-west-1:1:jobs', BackupVaultEvents: ['A'] } }),
    ],
    [
      'topics that only look like FIFO ones',
      'notification-topic-kind',
      vault({ Notifications: { SNSTopicArn: 'arn:aws:sns:eu-west-1:1:jobsfifo', BackupVaultEvents: ['A'] } }),
    ],
    [
      'an air-gapped target from a stack that may be anywhere',
      'air-gapped-target-environment',
      ruled({ TargetLogicallyAirGappedBackupVaultArn: 'arn:aws:backup:eu-west-1:111111111111:backup-vault:a' }),
    ],
    [
      'an air-gapped target of a place that only deployment knows',
      'air-gapped-target-environment',
      ruled({
        TargetLogicallyAirGappedBackupVaultArn: { 'Fn::Sub': `arn:aws:backup:\${Unknown}:\${Unknown}:backup-vault:a` },
      }),
      PLACE,
    ],
    ['an empty list of ARNs of a selection of tests', 'restore-testing-arns', tested({ ProtectedResourceArns: [] })],
    [
      'conditions beside no ARNs',
      'restore-testing-arns-or-conditions',
      tested({ ProtectedResourceArns: [], ProtectedResourceConditions: { StringEquals: [{ Key: 'a', Value: 'b' }] } }),
    ],
    [
      'conditions beside all of them and one',
      'restore-testing-arns-or-conditions',
      tested({
        ProtectedResourceArns: ['*', FILES],
        ProtectedResourceConditions: { StringEquals: [{ Key: 'a', Value: 'b' }] },
      }),
    ],
    [
      'names that nobody knows',
      'restore-testing-selection-name-strict',
      tested({ RestoreTestingSelectionName: UNKNOWN }),
    ],
    [
      'names of rules that nobody knows',
      'distinct-rule-names',
      {
        Item: resource('BackupPlan', {
          BackupPlan: { BackupPlanRule: [{ RuleName: UNKNOWN }, { RuleName: UNKNOWN }] },
        }),
      },
    ],
    ['the type of what nobody knows', 'restore-testing-resource-type', tested({ ProtectedResourceArns: [UNKNOWN] })],
    [
      'resources of a type that nobody knows',
      'restore-testing-resource-type',
      tested({ ProtectedResourceType: UNKNOWN, ProtectedResourceArns: [FILES] }),
    ],
    [
      'vaults of a hold that nobody knows',
      'legal-hold-selection',
      held({ VaultNames: [UNKNOWN], ResourceIdentifiers: ['arn:aws:s3:::a'] }),
    ],
    [
      'a range that begins with no date',
      'legal-hold-range',
      held({ DateRange: { FromDate: 'x2026-02-01T', ToDate: '2026-01-01T00:00:00Z' } }),
    ],
    [
      'a range of which nobody knows one end',
      'legal-hold-range',
      held({ DateRange: { FromDate: UNKNOWN, ToDate: '2026-01-01T00:00:00Z' } }),
    ],
    [
      'a range whose date goes on otherwise',
      'legal-hold-range',
      held({ DateRange: { FromDate: '2026-02-01 12:00', ToDate: '2026-01-01T00:00:00Z' } }),
    ],
    [
      'numbers with more around them',
      'lock-minimum-reachable',
      vault({ LockConfiguration: { MinRetentionDays: '99999 days' } }),
    ],
    ['numbers with more behind them', 'lock-minimum', control({ minRetentionDays: '0 days' })],
    ['numbers with more before them', 'lock-minimum', control({ minRetentionDays: 'in 0' })],
    [
      'overrides where two kinds of file systems are tested',
      'restore-testing-override-key',
      {
        Windows: resource('AWS::FSx::FileSystem', { FileSystemType: 'WINDOWS' }),
        ...tested({
          ProtectedResourceType: 'FSx',
          ProtectedResourceArns: [FILES, { 'Fn::GetAtt': ['Windows', 'ResourceARN'] }],
          RestoreMetadataOverrides: { windowsConfiguration: '{}' },
        }),
      },
    ],
    ['a tag whose value nobody knows', 'recovery-point-tag', ruled({ RecoveryPointTags: { stage: UNKNOWN } })],
    [
      'a tag of a plan whose value nobody knows',
      'plan-tag',
      { Item: resource('BackupPlan', { BackupPlan: { BackupPlanRule: [] }, BackupPlanTags: { stage: UNKNOWN } }) },
    ],
  ])('%s', (_, id, resources, around) => {
    expect(found(id, resources, around)).toEqual([]);
  });
});

describe('what was not read is not taken for absent', () => {
  test.each<[title: string, id: string, resources: Json]>([
    ['a start window', 'completion-after-start', ruled({ CompletionWindowMinutes: 400, StartWindowMinutes: UNREAD })],
    [
      'a completion window',
      'completion-after-start',
      ruled({ CompletionWindowMinutes: UNREAD, StartWindowMinutes: 20_000 }),
    ],
    [
      'a retention',
      'continuous-retention',
      ruled({ EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: UNREAD } }),
    ],
    ['types of an index', 'index-action-types', ruled({ IndexActions: [{ ResourceTypes: UNREAD }] })],
    ['types of a scan', 'scan-resource-types', scanning([{ ResourceTypes: UNREAD }], [])],
    ['settings of scans', 'scan-settings-and-actions', scanning(7, [{ ScanMode: 'FULL_SCAN' }])],
    ['scans of a rule', 'scan-settings-and-actions', scanning([{ ResourceTypes: ['EBS'] }], 7)],
    ['vaults that tests take from', 'restore-testing-vaults', testing({ IncludeVaults: UNREAD, ExcludeVaults: ['a'] })],
    [
      'vaults that tests leave out',
      'restore-testing-vaults',
      testing({ IncludeVaults: many(31, (index) => `vault${index}`), ExcludeVaults: UNREAD }),
    ],
    [
      'overrides of a test',
      'restore-testing-required-overrides',
      tested({ ProtectedResourceType: 'FSx', ProtectedResourceArns: [FILES], RestoreMetadataOverrides: 7 }),
    ],
  ])('%s', (_, id, resources) => {
    expect(found(id, resources)).toEqual([]);
  });
});

describe('what may not be there, or is something else, does not count:', () => {
  const plan = { Item: resource('BackupPlan', { BackupPlan: { BackupPlanName: 'a', BackupPlanRule: [] } }) };
  const selectionOf = (condition?: string, parts: object = { Resources: ['*'] }) => ({
    ...resource('BackupSelection', {
      BackupPlanId: { Ref: 'Item' },
      BackupSelection: { SelectionName: 'a', ...parts },
    }),
    ...(condition && { Condition: condition }),
  });
  const TAGGED = { ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'a', ConditionValue: 'b' }] };
  const tests = { Item: resource('RestoreTestingPlan', { RestoreTestingPlanName: 'tests' }) };
  const testOf = (condition?: string) => ({
    ...resource('RestoreTestingSelection', { RestoreTestingPlanName: { Ref: 'Item' } }),
    ...(condition && { Condition: condition }),
  });
  const some = (count: number, prefix: string, make: () => Json) =>
    Object.fromEntries(many(count, (index) => [`${prefix}${index}`, make()]));

  test.each<[title: string, id: string, most: number, resources: Json, certain: () => Json, others: () => Json]>([
    ['a selection', 'selections-per-plan', 100, plan, () => selectionOf(), () => selectionOf('Prod')],
    [
      'a selection by tags',
      'tag-selections-per-plan',
      10,
      plan,
      () => selectionOf(undefined, TAGGED),
      () => selectionOf('Prod', TAGGED),
    ],
    [
      'a selection without tags',
      'tag-selections-per-plan',
      10,
      plan,
      () => selectionOf(undefined, TAGGED),
      () => selectionOf(),
    ],
    [
      'a selection of restore tests',
      'restore-testing-selections-per-plan',
      30,
      tests,
      () => testOf(),
      () => testOf('Prod'),
    ],
  ])('%s, by %s', (_, id, most, resources, certain, others) => {
    const full = { ...resources, ...some(most, 'Certain', certain), ...some(3, 'Other', others) };
    expect(found(id, full)).toEqual([]);
    expect(found(id, { ...full, One: certain() })).toHaveLength(1);
  });

  test('a copy of a plan of which only conditions differ', () => {
    const copies = [...many(5, (index) => copy(index)), whenProd(copy(5)), whenProd(copy(6))];
    expect(found('copy-actions-per-rule', ruled({ CopyActions: copies }))).toEqual([]);
    expect(found('copy-actions-per-rule', ruled({ CopyActions: [...copies, copy(7)] }))).toHaveLength(1);
  });
});
