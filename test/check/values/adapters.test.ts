import { describe, expect, test } from 'vitest';
import type { Around, Json } from '../rule-cases';
import { control, copy, FILES, found, PLACE, policy, RULE, ruled, selection, tested, vault, whenProd } from './found';
import { many, resource } from './program';

/** What is found by a rule: the property and words of the message. */
type Found = readonly [property: string | undefined, says: RegExp];

describe.each<[where: string, property: string, rule: (arn: string) => object]>([
  [
    'a copy',
    'CopyActions[0].DestinationBackupVaultArn',
    (arn) => ({ CopyActions: [{ DestinationBackupVaultArn: arn }] }),
  ],
  [
    'an air-gapped target',
    'TargetLogicallyAirGappedBackupVaultArn',
    (arn) => ({ TargetLogicallyAirGappedBackupVaultArn: arn }),
  ],
])('the account in the ARN of the vault of %s', (_, property, rule) => {
  const into = (account: string) =>
    found('account-id', ruled(rule(`arn:aws:backup:eu-west-1:${account}:backup-vault:offsite`)));

  test.each(['000000000001', '111122223333'])('may be %s', (account) => {
    expect(into(account)).toEqual([]);
  });

  test.each(['11112222333', '1111222233334', '1111-2222-3333'])('is not %s', (account) => {
    const message = expect.stringContaining(`got '${account}'`);
    expect(into(account)).toMatchObject([{ property: `${RULE}.${property}`, message }]);
  });
});

describe('a value is judged', () => {
  test.each<[title: string, id: string, resources: Json, Found, Around?]>([
    [
      'in the lifecycle of a copy',
      'retention',
      ruled({ CopyActions: [copy(1, { Lifecycle: { DeleteAfterDays: 0 } })] }),
      [`${RULE}.CopyActions[0].Lifecycle.DeleteAfterDays`, /^the copy of rule 'daily': recovery points must be/],
    ],
    [
      'in the schedule of a restore testing plan',
      'schedule',
      { Item: resource('RestoreTestingPlan', { ScheduleExpression: 'rate(1 day)' }) },
      ['ScheduleExpression', /must be a cron expression/],
    ],
    [
      'in the time zone of a restore testing plan',
      'schedule-timezone',
      { Item: resource('RestoreTestingPlan', { ScheduleExpressionTimezone: 'Europe/Bonn' }) },
      ['ScheduleExpressionTimezone', /Europe\/Bonn/],
    ],
    [
      'beside a default',
      'completion-after-start',
      ruled({ CompletionWindowMinutes: 480 }),
      [`${RULE}.CompletionWindowMinutes`, /default start window of 480 minutes.*\(AWS documents this in two ways\)$/],
    ],
    [
      'among what a selection leaves out',
      'selection-arns',
      selection({ Resources: ['*'], NotResources: many(501, (index) => `arn:aws:s3:::bucket-${index}`) }),
      ['BackupSelection.NotResources', /got 501/],
    ],
    [
      'where a wildcard stands beside what is unknown',
      'selection-wildcard-arns',
      selection({ Resources: many(31, (index) => ({ 'Fn::Sub': `arn:\${Unknown}:s3:::bucket-${index}-*` })) }),
      ['BackupSelection.Resources', /got 31/],
    ],
    [
      'where a pseudo parameter or a resource brings no wildcard',
      'selection-arns',
      {
        Bucket: resource('AWS::S3::Bucket', {}),
        ...selection({
          Resources: [
            { 'Fn::GetAtt': ['Bucket', 'Arn'] },
            ...many(500, (index) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:s3:::bucket-${index}` })),
          ],
        }),
      },
      ['BackupSelection.Resources', /got 501/],
    ],
    [
      'where it is one of those left out that are misspelt',
      'selection-wildcard-position',
      selection({ Resources: ['*'], NotResources: ['arn:aws:s3:::*-logs'] }),
      ['BackupSelection.NotResources[0]', /\*-logs/],
    ],
    [
      'where the prefix of a condition stands twice',
      'selection-condition-key',
      selection({
        Resources: ['*'],
        Conditions: {
          StringEquals: [{ ConditionKey: 'aws:ResourceTag/aws:ResourceTag/stage', ConditionValue: 'prod' }],
        },
      }),
      ['BackupSelection.Conditions', /aws:ResourceTag\/ once, got 'aws:ResourceTag\/stage'/],
    ],
    [
      'in the name of a topic that is not declared',
      'notification-topic-kind',
      vault({ Notifications: { SNSTopicArn: 'arn:aws:sns:eu-west-1:1:jobs.fifo', BackupVaultEvents: ['A'] } }),
      ['Notifications.SNSTopicArn', /the FIFO topic arn:aws:sns:eu-west-1:1:jobs\.fifo/],
    ],
    [
      'as an account in so many words',
      'account-id',
      policy({ Principal: { AWS: '1111-2222-3333' } }),
      ['AccessPolicy.Statement[0].Principal', /got '1111-2222-3333'/],
    ],
    [
      'as an account that is kept out',
      'account-id',
      policy({ NotPrincipal: { AWS: 'arn:aws:sts::1:assumed-role/a/b' } }),
      ['AccessPolicy.Statement[0].NotPrincipal', /got '1'/],
    ],
    [
      'as an account in a condition',
      'account-id',
      policy({ Principal: '*', Condition: { StringEquals: { 'AWS:PrincipalAccount': '123' } } }),
      ['AccessPolicy.Statement[0].Condition', /got '123'/],
    ],
    [
      'as an account in another condition',
      'account-id',
      policy({ Principal: '*', Condition: { StringEquals: { 'aws:SourceAccount': '123' } } }),
      ['AccessPolicy.Statement[0].Condition', /got '123'/],
    ],
    [
      'as an account of a report',
      'account-id',
      { Item: resource('ReportPlan', { ReportSetting: { Accounts: ['ROOT', '12'] } }) },
      ['ReportSetting.Accounts', /got '12'/],
    ],
    [
      'as an organization compared with Like, but no pattern',
      'organization-id',
      policy({ Principal: '*', Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-short' } } }),
      ['AccessPolicy.Statement[0].Condition', /got 'o-short'/],
    ],
    [
      'among all actions but some',
      'vault-policy-action',
      policy({ Action: undefined, NotAction: 'backup:*' }),
      ['AccessPolicy.Statement[0].NotAction', /got 'backup:\*'/],
    ],
    [
      'in what a control asks of locks, at the least',
      'lock-minimum',
      control({ minRetentionDays: '0' }),
      [
        'FrameworkControls[0].ControlInputParameters',
        /^control BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK: .*got 0/,
      ],
    ],
    [
      'in what a control asks of locks, at most',
      'lock-maximum',
      control({ maxRetentionDays: '36501' }),
      ['FrameworkControls[0].ControlInputParameters', /got 36501/],
    ],
    [
      'in what a control asks of locks, of both',
      'lock-order',
      control({ minRetentionDays: '8', maxRetentionDays: '7' }),
      ['FrameworkControls[0].ControlInputParameters', /minimum of 8 days and a maximum of 7/],
    ],
    [
      'in the ARN of a copy',
      'destination-vault-name',
      ruled({ CopyActions: [copy(1, { DestinationBackupVaultArn: 'arn:aws:backup:eu-west-1:1:backup-vault:a*' })] }),
      [`${RULE}.CopyActions[0].DestinationBackupVaultArn`, /^rule 'daily': .*got 'a\*'/],
    ],
    [
      'where the Ref of a vault is no ARN',
      'vault-arn',
      {
        Vault: resource('BackupVault', { BackupVaultName: { Ref: 'Unknown' } }),
        ...ruled({ TargetLogicallyAirGappedBackupVaultArn: { Ref: 'Vault' } }),
      },
      [`${RULE}.TargetLogicallyAirGappedBackupVaultArn`, /got 'Vault'/],
    ],
    [
      'for the file system that a selection names',
      'restore-testing-override-key',
      tested({
        ProtectedResourceType: 'FSx',
        ProtectedResourceArns: [FILES],
        RestoreMetadataOverrides: { windowsConfiguration: '{}' },
      }),
      ['RestoreMetadataOverrides.windowsConfiguration', /cannot|not among those .* for FSx for Lustre/],
    ],
    [
      'where an override is empty',
      'restore-testing-required-overrides',
      tested({
        ProtectedResourceType: 'FSx',
        ProtectedResourceArns: [FILES],
        RestoreMetadataOverrides: { subnetIds: '' },
      }),
      ['RestoreMetadataOverrides', /told subnetIds/],
    ],
    [
      'of a resource that is declared',
      'restore-testing-resource-type',
      tested({ ProtectedResourceArns: [FILES] }),
      ['ProtectedResourceArns[0]', /here EBS, got one of type FsxFileSystem/],
    ],
    [
      'in a range of whole days',
      'legal-hold-range',
      {
        Item: resource('LegalHold', {
          RecoveryPointSelection: { DateRange: { FromDate: '2026-02-01', ToDate: '2026-01-01' } },
        }),
      },
      ['RecoveryPointSelection.DateRange', /2026-02-01T00:00:00/],
    ],
    [
      'in a role that AWS Backup assumes among others',
      'role-policy-length',
      {
        Item: resource('AWS::IAM::Role', {
          AssumeRolePolicyDocument: {
            Statement: [
              { Principal: { Service: 'ec2.amazonaws.com' } },
              { Principal: { Service: ['lambda.amazonaws.com', 'backup.amazonaws.com'] } },
            ],
          },
          Policies: [{ PolicyDocument: { Statement: [{ Action: 'x'.repeat(11_000) }] } }],
        }),
      },
      ['Policies', /110\d\d/],
    ],
    [
      'as too many vaults that are left out',
      'restore-testing-vaults',
      {
        Item: resource('RestoreTestingPlan', {
          RecoveryPointSelection: { IncludeVaults: ['*'], ExcludeVaults: many(31, (index) => `vault${index}`) },
        }),
      },
      ['RecoveryPointSelection.ExcludeVaults', /31 excluded/],
    ],
  ])('%s', (_, id, resources, [property, says], around) => {
    const findings = found(id, resources, around);
    expect(findings).toMatchObject([{ ...(property !== undefined && { property }) }]);
    expect(findings[0]?.message).toMatch(says);
  });
});

describe('nothing is claimed', () => {
  test.each<[title: string, id: string, resources: Json, Around?]>([
    [
      'of copies that are never there together',
      'copy-actions-per-rule',
      ruled({ CopyActions: many(6, (index) => whenProd(copy(index), copy(index + 6))) }),
    ],
    [
      'of a list that is not known',
      'rules-per-plan',
      { Item: resource('BackupPlan', { BackupPlan: { BackupPlanRule: { Ref: 'Unknowns' } } }) },
    ],
    [
      'of a list of which one may be there',
      'rules-per-plan',
      { Item: resource('BackupPlan', { BackupPlan: { BackupPlanRule: [whenProd({ RuleName: 'a' })] } }) },
    ],
    [
      'of copies that have no retention of their own',
      'retention',
      ruled({ CopyActions: [copy(1, { Lifecycle: { DeleteAfterDays: -1 } })] }),
    ],
    [
      'of names that are never there together',
      'distinct-rule-names',
      {
        Item: resource('BackupPlan', {
          BackupPlan: { BackupPlanRule: [whenProd({ RuleName: 'a' }, { RuleName: 'a' })] },
        }),
      },
    ],
    [
      'of an opt-in whose move may be there',
      'archive-opt-in',
      ruled({ Lifecycle: { OptInToArchiveForSupportedResources: true, MoveToColdStorageAfterDays: whenProd(30) } }),
    ],
    [
      'of an opt-in beside what was not read',
      'archive-opt-in',
      ruled({ Lifecycle: { OptInToArchiveForSupportedResources: true, MoveToColdStorageAfterDays: ['30'] } }),
    ],
    [
      'of a continuous rule that may have no move',
      'continuous-cold-storage',
      ruled({ EnableContinuousBackup: true, Lifecycle: { MoveToColdStorageAfterDays: whenProd(30) } }),
    ],
    [
      'of a rule that may not be continuous',
      'continuous-cold-storage',
      ruled({ EnableContinuousBackup: { Ref: 'Unknown' }, Lifecycle: { MoveToColdStorageAfterDays: 30 } }),
    ],
    [
      'of a rule that may not be continuous, nor kept too long for that',
      'continuous-retention',
      ruled({ Lifecycle: { DeleteAfterDays: 36 } }),
    ],
    [
      'of a selection of which one part is not known',
      'selection-not-empty',
      selection({ Resources: [], ListOfTags: { Ref: 'Unknowns' } }),
    ],
    ['of a selection that was not read', 'selection-not-empty', selection({ Resources: 7 })],
    [
      'of ARNs that may have wildcards',
      'selection-arns',
      selection({ Resources: many(501, (index) => ({ 'Fn::Sub': `arn:aws:s3:::\${Unknown}-${index}` })) }),
    ],
    [
      'of ARNs that may not be there',
      'selection-arns',
      selection({ Resources: many(501, (index) => whenProd(`arn:aws:s3:::bucket-${index}`)) }),
    ],
    [
      'of a tag that is compared for equality',
      'selection-tag-operation',
      selection({ ListOfTags: [{ ConditionType: 'StringEquals', ConditionKey: 'a', ConditionValue: 'b' }] }),
    ],
    [
      'of a condition without the prefix, which is another rule',
      'selection-condition-key',
      selection({
        Resources: ['*'],
        Conditions: { StringEquals: [{ ConditionKey: 'stage', ConditionValue: 'prod' }] },
      }),
    ],
    [
      'of resources anywhere',
      'selection-environment',
      selection({ Resources: ['*', 'arn:aws:dynamodb:*:*:table/*', 'arn:aws:s3:::bucket'] }),
      PLACE,
    ],
    [
      'of resources of a stack that may be anywhere',
      'selection-environment',
      selection({ Resources: ['arn:aws:dynamodb:eu-west-1:1:table/a'] }),
    ],
    ['of principals that are services', 'account-id', policy({ Principal: { Service: 'backup.amazonaws.com' } })],
    [
      'of patterns of accounts',
      'account-id',
      policy({ Principal: '*', Condition: { StringLike: { 'aws:PrincipalAccount': '1111*' } } }),
    ],
    [
      'of patterns of organizations',
      'organization-id',
      policy({ Principal: '*', Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-?' } } }),
    ],
    [
      'of conditions that compare no text',
      'organization-id',
      policy({ Principal: '*', Condition: { Null: { 'aws:PrincipalOrgID': 'false' } } }),
    ],
    [
      'of the names of vaults that are declared',
      'destination-vault-name',
      { Vault: resource('BackupVault', { BackupVaultName: 'a b' }), ...ruled({ TargetBackupVault: { Ref: 'Vault' } }) },
    ],
    [
      'of the name of what is no ARN',
      'destination-vault-name',
      ruled({ CopyActions: [copy(1, { DestinationBackupVaultArn: 'a b' })] }),
    ],
    [
      'of the ARN that a vault has',
      'vault-arn',
      {
        Vault: resource('BackupVault', {}),
        ...ruled({
          CopyActions: [copy(1, { DestinationBackupVaultArn: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] } })],
        }),
      },
    ],
    [
      'of a plan whose scans were not read',
      'scan-settings-and-actions',
      ruled({ ScanActions: { Ref: 'Unknowns' } }, { ScanActions: [{ ScanMode: 'FULL_SCAN' }] }),
    ],
    [
      'of scan settings beside rules that were not read',
      'scan-settings-and-actions',
      {
        Item: resource('BackupPlan', {
          BackupPlan: { BackupPlanRule: { Ref: 'Unknowns' }, ScanSettings: [{ ResourceTypes: ['EBS'] }] },
        }),
      },
    ],
    [
      'of events that are not all known',
      'notifications-sent',
      vault({ Notifications: { SNSTopicArn: 'a', BackupVaultEvents: ['BACKUP_JOB_FAILED', { Ref: 'Unknown' }] } }),
    ],
    ['of no events', 'notifications-sent', vault({ Notifications: { SNSTopicArn: 'a', BackupVaultEvents: [] } })],
    [
      'of a FIFO topic that may be none',
      'notification-topic-kind',
      vault({ Notifications: { SNSTopicArn: { Ref: 'Unknown' }, BackupVaultEvents: ['A'] } }),
    ],
    [
      'of all resources beside conditions',
      'restore-testing-arns-or-conditions',
      tested({
        ProtectedResourceArns: ['*'],
        ProtectedResourceConditions: { StringEquals: [{ Key: 'a', Value: 'b' }] },
      }),
    ],
    [
      'of overrides that may hold what is required',
      'restore-testing-required-overrides',
      {
        Files: resource('AWS::FSx::FileSystem', { FileSystemType: 'WINDOWS' }),
        Item: resource('RestoreTestingSelection', {
          ProtectedResourceType: 'FSx',
          ProtectedResourceArns: [FILES],
          RestoreMetadataOverrides: { subnetIds: '["a"]', windowsConfiguration: { Ref: 'Unknown' } },
        }),
      },
    ],
    [
      'of overrides of an unknown file system',
      'restore-testing-override-key',
      tested({
        ProtectedResourceType: 'FSx',
        ProtectedResourceArns: ['arn:aws:fsx:eu-west-1:1:file-system/f'],
        RestoreMetadataOverrides: { odd: 'a' },
      }),
    ],
    [
      'of a strict name that no description takes',
      'restore-testing-selection-name-strict',
      tested({ RestoreTestingSelectionName: 'a b' }),
    ],
    [
      'of a range whose ends are no instants',
      'legal-hold-range',
      {
        Item: resource('LegalHold', {
          RecoveryPointSelection: { DateRange: { FromDate: '1767225601', ToDate: '1767225600' } },
        }),
      },
    ],
    [
      'of a range with an open end',
      'legal-hold-range',
      { Item: resource('LegalHold', { RecoveryPointSelection: { DateRange: { FromDate: '2026-01-01' } } }) },
    ],
    [
      'of all buckets',
      'tiering-resources',
      { Item: resource('TieringConfiguration', { ResourceSelection: [{ Resources: many(101, () => '*') }] }) },
    ],
    [
      'of roles that AWS Backup does not assume',
      'role-policy-length',
      {
        Item: resource('AWS::IAM::Role', {
          AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 'ec2.amazonaws.com' } }] },
          Policies: [{ PolicyDocument: { Statement: [{ Action: 'x'.repeat(11_000) }] } }],
        }),
      },
    ],
    [
      'of the bounds of another control',
      'control-frequency',
      control({ requiredFrequencyUnit: 'days', requiredFrequencyValue: '99' }),
    ],
  ])('%s', (_, id, resources, around) => {
    expect(found(id, resources, around)).toEqual([]);
  });
});
