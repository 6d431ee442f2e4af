import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  type AdvancedBackupSettings,
  BackupPlan,
  type BackupPlanProps,
  BackupPlanRule,
  BackupVault,
  CfnLogicallyAirGappedBackupVault,
  MalwareScanner,
  MalwareScannerRole,
  ScanMode,
  ScanResourceType,
} from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown, warningsOf } from './app';

const PLAN = 'AWS::Backup::BackupPlan';
const ROLE = 'AWS::IAM::Role';
const { days } = Duration;

interface Rendered {
  readonly BackupPlanRule: { readonly [key: string]: unknown }[];
  readonly AdvancedBackupSettings?: unknown;
  readonly ScanSettings?: unknown;
}

function rendered(stack: Stack): Rendered {
  return onlyResource(stack, PLAN).BackupPlan as Rendered;
}

function newPlan(stack: Stack, props: BackupPlanProps = {}): BackupPlan {
  const backupVault = BackupVault.fromBackupVaultName(stack, 'Normal', 'normal');
  return new BackupPlan(stack, 'Plan', { backupVault, ...props });
}

const SCANNED = () => new BackupPlanRule({ scanActions: [{ scanMode: ScanMode.FULL_SCAN }] });

/** An air-gapped vault as a construct that is a vault too gives itself: its ARN is known from the vault's side. */
function airGappedVault(stack: Stack, environment: { account: string; region: string }) {
  const arn = `arn:aws:backup:${environment.region}:${environment.account}:backup-vault:sealed`;
  const vault = BackupVault.fromBackupVaultArn(stack, 'Sealed', arn);
  return Object.assign(vault, { logicallyAirGappedBackupVaultRef: { backupVaultName: 'sealed' } });
}

describe('the archive opt-in', () => {
  it.each([true, false])('is rendered as %s for a rule and for a copy', (optIn) => {
    const stack = newStack();
    const lifecycle = { moveToColdStorageAfter: days(1), optInToArchiveForSupportedResources: optIn };
    const destinationBackupVault = BackupVault.fromBackupVaultName(stack, 'Copy', 'copy');
    const plan = newPlan(stack);
    plan.addRule(new BackupPlanRule({ ...lifecycle, copyActions: [{ ...lifecycle, destinationBackupVault }] }));
    const Lifecycle = { MoveToColdStorageAfterDays: 1, OptInToArchiveForSupportedResources: optIn };
    expect(rendered(stack).BackupPlanRule[0]).toMatchObject({ Lifecycle, CopyActions: [{ Lifecycle }] });
    expect(warningsOf(plan)).toEqual([]);
  });

  it('warns where nothing moves, in the rule and in the copy', () => {
    const stack = newStack();
    const optIn = { optInToArchiveForSupportedResources: true };
    const destinationBackupVault = BackupVault.fromBackupVaultName(stack, 'Copy', 'copy');
    const plan = newPlan(stack);
    plan.addRule(new BackupPlanRule({ ...optIn, ruleName: 'A', copyActions: [{ ...optIn, destinationBackupVault }] }));
    expect(rendered(stack).BackupPlanRule[0]?.Lifecycle).toEqual({ OptInToArchiveForSupportedResources: true });
    expect(warningsOf(plan)).toEqual([
      expect.stringMatching(/rule 'A': opting in to archives moves nothing.*Strongroom::archive-opt-in/),
      expect.stringMatching(/rule 'A', copyActions\[0\]: opting in.*Strongroom::archive-opt-in/),
    ]);
  });
});

describe('the air-gapped target of a rule', () => {
  const environment = { account: '111111111111', region: 'eu-central-1' };

  it('is rendered as an ARN beside the normal vault', () => {
    const stack = newStack({ env: environment });
    const target = airGappedVault(stack, environment);
    newPlan(stack).addRule(new BackupPlanRule({ targetLogicallyAirGappedBackupVault: target }));
    expect(rendered(stack).BackupPlanRule[0]).toMatchObject({
      TargetBackupVault: 'normal',
      TargetLogicallyAirGappedBackupVaultArn: 'arn:aws:backup:eu-central-1:111111111111:backup-vault:sealed',
    });
    expect(warningsOf(stack)).toEqual([]);
  });

  it('is rendered for a low-level vault and for a low-level import', () => {
    const stack = newStack();
    const low = new CfnLogicallyAirGappedBackupVault(stack, 'Low', {
      backupVaultName: 'low',
      minRetentionDays: 7,
      maxRetentionDays: 35,
    });
    const imported = CfnLogicallyAirGappedBackupVault.fromBackupVaultName(stack, 'Imported', 'imported');
    const plan = newPlan(stack);
    plan.addRule(new BackupPlanRule({ targetLogicallyAirGappedBackupVault: low }));
    plan.addRule(new BackupPlanRule({ targetLogicallyAirGappedBackupVault: imported }));
    const arns = rendered(stack).BackupPlanRule.map(
      ({ TargetLogicallyAirGappedBackupVaultArn }) => TargetLogicallyAirGappedBackupVaultArn,
    );
    expect(arns[0]).toEqual({ 'Fn::GetAtt': ['Low', 'BackupVaultArn'] });
    expect(JSON.stringify(arns[1])).toMatch(/:backup:.*:backup-vault:imported/);
  });

  it.each([
    ['account', { ...environment, account: '222222222222' }, '111111111111', '222222222222'],
    ['Region', { ...environment, region: 'eu-west-1' }, 'eu-central-1', 'eu-west-1'],
  ])('is refused in another %s', (of, other, plans, vaults) => {
    const stack = newStack({ env: environment });
    const plan = newPlan(stack);
    const target = airGappedVault(stack, other);
    const rule = new BackupPlanRule({ ruleName: 'A', targetLogicallyAirGappedBackupVault: target });
    expect(thrown(() => plan.addRule(rule))).toBe(
      `Stack/Plan: rule 'A': the air-gapped vault must be of the same ${of} as the plan, which is of ${plans}, got a vault of ${vaults}; ` +
        'reach that vault by a copy action instead ' +
        '(https://docs.aws.amazon.com/aws-backup/latest/devguide/lag-vault-primary-backup.html) [Strongroom::air-gapped-target-environment]',
    );
  });

  it('is left alone where only deployment knows the account and the Region of the plan', () => {
    const stack = newStack();
    const target = airGappedVault(stack, environment);
    newPlan(stack).addRule(new BackupPlanRule({ targetLogicallyAirGappedBackupVault: target }));
    expect(rendered(stack).BackupPlanRule).toHaveLength(1);
  });

  it('is refused by a name that no vault can have', () => {
    const stack = newStack();
    const target = CfnLogicallyAirGappedBackupVault.fromBackupVaultName(stack, 'Imported', 'bad name');
    expect(
      thrown(() => newPlan(stack).addRule(new BackupPlanRule({ targetLogicallyAirGappedBackupVault: target }))),
    ).toContain('Strongroom::destination-vault-name');
  });

  it('warns where it stands in the place of the normal vault, and takes copies without a word', () => {
    const stack = newStack();
    const sealed = airGappedVault(stack, environment);
    const plan = newPlan(stack);
    plan.addRule(new BackupPlanRule({ copyActions: [{ destinationBackupVault: sealed }] }));
    expect(warningsOf(plan)).toEqual([]);
    plan.addRule(new BackupPlanRule({ backupVault: sealed }));
    expect(warningsOf(plan)).toEqual([
      expect.stringMatching(/^\/Stack\/Plan: rule '.+': .*Strongroom::normal-vault-beside-air-gapped/),
    ]);
  });
});

describe('advanced settings', () => {
  const settingsOf = (props: BackupPlanProps) => {
    const stack = newStack();
    newPlan(stack, { ...props, backupPlanRules: [BackupPlanRule.daily()] });
    return rendered(stack).AdvancedBackupSettings;
  };
  const ec2 = (WindowsVSS: string) => ({ ResourceType: 'EC2', BackupOptions: { WindowsVSS } });

  it.each<[string, AdvancedBackupSettings, unknown]>([
    ['VSS on', { ec2: { windowsVss: true } }, [ec2('enabled')]],
    ['VSS off', { ec2: { windowsVss: false } }, [ec2('disabled')]],
    [
      'both of S3',
      { s3: { backupAcls: false, backupObjectTags: true } },
      [{ ResourceType: 'S3', BackupOptions: { BackupACLs: 'disabled', BackupObjectTags: 'enabled' } }],
    ],
    [
      'the ACLs alone',
      { s3: { backupAcls: true } },
      [{ ResourceType: 'S3', BackupOptions: { BackupACLs: 'enabled' } }],
    ],
    [
      'the tags alone, beside VSS',
      { ec2: { windowsVss: true }, s3: { backupObjectTags: false } },
      [ec2('enabled'), { ResourceType: 'S3', BackupOptions: { BackupObjectTags: 'disabled' } }],
    ],
    ['nothing where nothing is said', { s3: {} }, undefined],
    ['nothing at all', {}, undefined],
  ])('render %s', (_, advancedBackupSettings, expected) => {
    expect(settingsOf({ advancedBackupSettings })).toEqual(expected);
  });

  it('go along with windowsVss, unless they say the opposite', () => {
    const s3 = { backupAcls: false };
    expect(settingsOf({ windowsVss: true, advancedBackupSettings: { s3 } })).toMatchObject([
      ec2('enabled'),
      { ResourceType: 'S3' },
    ]);
    expect(settingsOf({ windowsVss: true, advancedBackupSettings: { ec2: { windowsVss: true } } })).toEqual([
      ec2('enabled'),
    ]);
    expect(settingsOf({ windowsVss: false, advancedBackupSettings: { ec2: { windowsVss: true } } })).toEqual([
      ec2('enabled'),
    ]);
    expect(thrown(() => settingsOf({ windowsVss: true, advancedBackupSettings: { ec2: { windowsVss: false } } }))).toBe(
      'Stack/Plan: windowsVss is true and advancedBackupSettings.ec2.windowsVss is false; leave one out',
    );
  });
});

describe('scans', () => {
  it('are rendered with all that they say', () => {
    const stack = newStack();
    const scannerRole = iam.Role.fromRoleArn(stack, 'Scanner', 'arn:aws:iam::111111111111:role/scanner');
    const malwareScanner = MalwareScanner.GUARDDUTY;
    const resourceTypes = [ScanResourceType.EBS, ScanResourceType.EC2, new ScanResourceType('S3')];
    const plan = newPlan(stack, { scanSettings: [{ malwareScanner, resourceTypes, scannerRole }] });
    plan.addRule(new BackupPlanRule({ scanActions: [{ malwareScanner, scanMode: ScanMode.INCREMENTAL_SCAN }] }));
    expect(rendered(stack).ScanSettings).toEqual([
      {
        MalwareScanner: 'GUARDDUTY',
        ResourceTypes: ['EBS', 'EC2', 'S3'],
        ScannerRoleArn: 'arn:aws:iam::111111111111:role/scanner',
      },
    ]);
    expect(rendered(stack).BackupPlanRule[0]?.ScanActions).toEqual([
      { MalwareScanner: 'GUARDDUTY', ScanMode: 'INCREMENTAL_SCAN' },
    ]);
    expect(warningsOf(plan)).toEqual([]);
    expect(String(ScanResourceType.EC2)).toBe('EC2');
  });

  it('are made by GuardDuty, with one new role for all settings, unless they say otherwise', () => {
    const stack = newStack();
    const scanSettings = [{ resourceTypes: [ScanResourceType.EBS] }, { resourceTypes: [ScanResourceType.S3] }];
    newPlan(stack, { scanSettings, backupPlanRules: [SCANNED()] });
    expect(onlyResource(stack, ROLE)).toEqual({
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Action: 'sts:AssumeRole',
            Effect: 'Allow',
            Principal: { Service: 'malware-protection.guardduty.amazonaws.com' },
          },
        ],
      },
      ManagedPolicyArns: [
        {
          'Fn::Join': [
            '',
            ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AWSBackupGuardDutyRolePolicyForScans'],
          ],
        },
      ],
    });
    const ScannerRoleArn = { 'Fn::GetAtt': [expect.stringMatching(/^PlanScannerRole/), 'Arn'] };
    expect(rendered(stack).ScanSettings).toEqual([
      { MalwareScanner: 'GUARDDUTY', ResourceTypes: ['EBS'], ScannerRoleArn },
      { MalwareScanner: 'GUARDDUTY', ResourceTypes: ['S3'], ScannerRoleArn },
    ]);
    expect(rendered(stack).BackupPlanRule[0]?.ScanActions).toEqual([
      { MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL_SCAN' },
    ]);
  });

  it.each<[string, BackupPlanProps, BackupPlanRule]>([
    [
      'settings without an action',
      { scanSettings: [{ resourceTypes: [ScanResourceType.EBS] }] },
      BackupPlanRule.daily(),
    ],
    ['an action without settings', {}, SCANNED()],
    ['an action with an empty list of settings', { scanSettings: [] }, SCANNED()],
    [
      'settings with an empty list of actions',
      { scanSettings: [{ resourceTypes: [ScanResourceType.EBS] }] },
      new BackupPlanRule({ scanActions: [] }),
    ],
  ])('are refused at synthesis as %s', (_, props, rule) => {
    const stack = newStack();
    newPlan(stack, props).addRule(rule);
    expect(thrown(() => Template.fromStack(stack))).toContain('Strongroom::scan-settings-and-actions');
  });

  it('may be asked for by one rule of many, added late', () => {
    const stack = newStack();
    const plan = newPlan(stack, { scanSettings: [{ resourceTypes: [ScanResourceType.EBS] }] });
    plan.addRule(BackupPlanRule.daily());
    plan.addRule(SCANNED());
    expect(rendered(stack).BackupPlanRule).toHaveLength(2);
  });

  it.each<[string, ScanResourceType[]]>([
    ['ALL', [ScanResourceType.ALL]],
    ['no type', []],
  ])('warn of %s', (_, resourceTypes) => {
    const plan = newPlan(newStack(), { scanSettings: [{ resourceTypes }], backupPlanRules: [SCANNED()] });
    expect(warningsOf(plan)).toEqual([expect.stringMatching(/AWS documents this in two ways.*::scan-resource-types/)]);
  });

  it('leave a type alone that only deployment knows', () => {
    const stack = newStack();
    const type = new ScanResourceType(new CfnParameter(stack, 'Type').valueAsString);
    const plan = newPlan(stack, { scanSettings: [{ resourceTypes: [type] }], backupPlanRules: [SCANNED()] });
    expect(warningsOf(plan)).toEqual([]);
  });

  it('can share a role that has a name', () => {
    const stack = newStack();
    const role = new MalwareScannerRole(stack, 'Scanner', { roleName: 'scanner' });
    const scanSettings = [{ resourceTypes: [ScanResourceType.S3], scannerRole: role }];
    newPlan(stack, { scanSettings, backupPlanRules: [SCANNED()] });
    Template.fromStack(stack).hasResourceProperties(ROLE, { RoleName: 'scanner' });
    Template.fromStack(stack).hasResourceProperties(PLAN, {
      BackupPlan: Match.objectLike({
        ScanSettings: [Match.objectLike({ ScannerRoleArn: stack.resolve(role.roleArn) })],
      }),
    });
  });
});

describe('the tags of a plan', () => {
  it('are rendered as a map', () => {
    const stack = newStack();
    newPlan(stack, { tags: { team: 'data', stage: 'prod' }, backupPlanRules: [BackupPlanRule.daily()] });
    expect(onlyResource(stack, PLAN).BackupPlanTags).toEqual({ stage: 'prod', team: 'data' });
  });

  it('are absent unless there are any', () => {
    const stack = new Stack(new App(), 'Stack');
    newPlan(stack, { backupPlanRules: [BackupPlanRule.daily()] });
    expect(Object.keys(onlyResource(stack, PLAN))).toEqual(['BackupPlan']);
  });

  it('warn of a key that is too long, and not of a value that only deployment knows', () => {
    const stack = newStack();
    const value = new CfnParameter(stack, 'Value').valueAsString;
    const plan = newPlan(stack, {
      tags: { [`k${'x'.repeat(128)}`]: 'v', team: value },
      backupPlanRules: [BackupPlanRule.daily()],
    });
    expect(warningsOf(plan)).toEqual([expect.stringContaining('Strongroom::plan-tag')]);
  });
});
