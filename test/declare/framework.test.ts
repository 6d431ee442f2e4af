import { App, CfnParameter, Duration, Stack, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role } from 'aws-cdk-lib/aws-iam';
import {
  BackupVault,
  ControlResourceType,
  ControlScope,
  Framework,
  FrameworkControl,
  type FrameworkProps,
} from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown } from './app';
import { stackWithInjected } from './injection';

const FRAMEWORK = 'AWS::Backup::Framework';
const TAG = { Tags: [{ Key: 'stage', Value: 'prod' }] };
const byTag = () => ControlScope.tag('stage', 'prod');
const types = () => ControlScope.resourceTypes(ControlResourceType.EFS, ControlResourceType.of('New'));
const role = (id: string) => ({ roleRef: { roleName: id, roleArn: `arn:aws:iam::111111111111:role/${id}` } }) as never;

/** The control as CloudFormation gets it. */
function rendered(control: FrameworkControl): unknown {
  const stack = newStack();
  new Framework(stack, 'Framework', { controls: [control] });
  return (onlyResource(stack, FRAMEWORK).FrameworkControls as unknown[])[0];
}

function parameters(given: Record<string, string>) {
  return Object.entries(given).map(([ParameterName, ParameterValue]) => ({ ParameterName, ParameterValue }));
}

describe('a framework', () => {
  it('has a name of its own that begins with a letter', () => {
    const stack = new Stack(new App(), '2026Stack', { stackName: 'Stack' });
    new Framework(stack, 'Frame-work', { controls: [FrameworkControl.recoveryPointsEncrypted()] });
    expect(onlyResource(stack, FRAMEWORK)).toEqual({
      FrameworkControls: [{ ControlName: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }],
      FrameworkName: expect.stringMatching(/^StackFramework[A-Z0-9]{8}$/),
    });
  });

  it('renders every property', () => {
    const stack = newStack();
    const framework = new Framework(stack, 'Framework', {
      controls: [FrameworkControl.recoveryPointsEncrypted({ scope: byTag() })],
      description: 'What we promise',
      frameworkName: 'promises_1',
      tags: { team: 'storage' },
    });
    framework.addControl(FrameworkControl.recoveryPointRetention({ requiredRetention: Duration.days(7) }));
    Tags.of(framework).add('stage', 'prod');
    expect(onlyResource(stack, FRAMEWORK)).toEqual({
      FrameworkControls: [
        { ControlName: 'BACKUP_RECOVERY_POINT_ENCRYPTED', ControlScope: TAG },
        {
          ControlInputParameters: parameters({ requiredRetentionDays: '7' }),
          ControlName: 'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK',
        },
      ],
      FrameworkDescription: 'What we promise',
      FrameworkName: 'promises_1',
      FrameworkTags: [
        { Key: 'stage', Value: 'prod' },
        { Key: 'team', Value: 'storage' },
      ],
    });
  });

  it('tells what deployment knows of it', () => {
    const stack = newStack();
    const framework = new Framework(stack, 'Framework', {
      controls: [FrameworkControl.resourcesInBackupPlan()],
      frameworkName: 'mine',
    });
    const logicalId = Object.keys(Template.fromStack(stack).findResources(FRAMEWORK))[0];
    const attribute = (name: string) => ({ 'Fn::GetAtt': [logicalId, name] });
    expect(
      stack.resolve({
        frameworkArn: framework.frameworkArn,
        frameworkName: framework.frameworkName,
        creationTime: framework.creationTime,
        deploymentStatus: framework.deploymentStatus,
        frameworkStatus: framework.frameworkStatus,
        ref: framework.frameworkRef,
      }),
    ).toEqual({
      frameworkArn: attribute('FrameworkArn'),
      frameworkName: 'mine',
      creationTime: attribute('CreationTime'),
      deploymentStatus: attribute('DeploymentStatus'),
      frameworkStatus: attribute('FrameworkStatus'),
      ref: { frameworkArn: { Ref: logicalId } },
    });
  });

  it.each<[string, FrameworkProps, string]>([
    ['name', { frameworkName: '1st' }, 'framework-name'],
    ['description', { description: 'x'.repeat(1025) }, 'framework-description'],
  ])('refuses a %s that AWS Backup refuses, at the line that gives it', (_, props, rule) => {
    const message = thrown(() => new Framework(newStack(), 'Framework', props));
    expect(message).toMatch(/^Stack\/Framework: /);
    expect(message).toContain(`[Strongroom::${rule}]`);
  });

  it('leaves alone what only deployment knows', () => {
    const stack = newStack();
    const text = new CfnParameter(stack, 'Text').valueAsString;
    const controls = [FrameworkControl.resourcesInBackupPlan()];
    new Framework(stack, 'Framework', { controls, description: text, frameworkName: text });
    expect(onlyResource(stack, FRAMEWORK)).toMatchObject({
      FrameworkDescription: { Ref: 'Text' },
      FrameworkName: { Ref: 'Text' },
    });
  });

  it('has 1 to 50 controls by the time of synthesis', () => {
    const synthesize = (count: number) => () => {
      const stack = newStack();
      const framework = new Framework(stack, 'Framework');
      for (let index = 0; index < count; index++) framework.addControl(FrameworkControl.crossRegionCopy());
      return Template.fromStack(stack);
    };
    expect(thrown(synthesize(0))).toContain('[Stack/Framework] a framework must have 1 to 50 controls');
    expect(thrown(synthesize(51))).toContain('got 51; ');
    expect(synthesize(50)).not.toThrow();
  });

  it('is imported by its ARN', () => {
    const arn = 'arn:aws:backup:eu-west-1:111111111111:framework:mine-1234';
    const framework = Framework.fromFrameworkArn(newStack(), 'Framework', arn);
    expect([framework.frameworkRef, framework.env.region]).toEqual([{ frameworkArn: arn }, 'eu-west-1']);
  });

  it('is known to property injectors', () => {
    const stack = stackWithInjected('cdk-strongroom.Framework', { frameworkName: 'injected' });
    new Framework(stack, 'Framework', { controls: [FrameworkControl.resourcesInBackupPlan()] });
    expect(onlyResource(stack, FRAMEWORK).FrameworkName).toBe('injected');
  });
});

describe('a control', () => {
  it.each<[string, () => FrameworkControl, Record<string, string>]>([
    [
      'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
      () =>
        FrameworkControl.planFrequencyAndRetention({
          requiredFrequency: Duration.hours(12),
          requiredRetention: Duration.days(30),
          scope: byTag(),
        }),
      { requiredFrequencyUnit: 'hours', requiredFrequencyValue: '12', requiredRetentionDays: '30' },
    ],
    [
      'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED',
      () => FrameworkControl.manualDeletionDisabled({ allowedRoles: [role('a'), role('b')], scope: byTag() }),
      { principalArnList: 'arn:aws:iam::111111111111:role/a,arn:aws:iam::111111111111:role/b' },
    ],
    [
      'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK',
      () => FrameworkControl.recoveryPointRetention({ requiredRetention: Duration.days(7), scope: byTag() }),
      { requiredRetentionDays: '7' },
    ],
    [
      'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION',
      () => FrameworkControl.crossRegionCopy({ regions: ['eu-west-1', 'eu-west-2'], scope: byTag() }),
      { crossRegionList: 'eu-west-1,eu-west-2' },
    ],
    [
      'BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT',
      () => FrameworkControl.crossAccountCopy({ accounts: ['111111111111', '222222222222'], scope: byTag() }),
      { crossAccountList: '111111111111,222222222222' },
    ],
    [
      'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK',
      () =>
        FrameworkControl.vaultLock({ maxRetention: Duration.days(9), minRetention: Duration.days(3), scope: byTag() }),
      { maxRetentionDays: '9', minRetentionDays: '3' },
    ],
    [
      'BACKUP_LAST_RECOVERY_POINT_CREATED',
      () => FrameworkControl.lastRecoveryPoint({ maxAge: Duration.hours(36), scope: byTag() }),
      { recoveryPointAgeUnit: 'hours', recoveryPointAgeValue: '36' },
    ],
    [
      'RESTORE_TIME_FOR_RESOURCES_MEET_TARGET',
      () => FrameworkControl.restoreTime({ maxRestoreTime: Duration.hours(12), scope: byTag() }),
      { maxRestoreTime: '720' },
    ],
  ])('%s renders its parameters and its scope', (controlName, make, given) => {
    const control = make();
    expect(control.controlName).toBe(controlName);
    expect(rendered(control)).toEqual({
      ControlInputParameters: expect.arrayContaining(parameters(given)),
      ControlName: controlName,
      ControlScope: TAG,
    });
  });

  it('RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT renders its parameters and its scope', () => {
    const maxAge = Duration.hours(168);
    expect(rendered(FrameworkControl.resourcesInLogicallyAirGappedVault({ maxAge, scope: types() }))).toEqual({
      ControlInputParameters: parameters({ recoveryPointAgeUnit: 'days', recoveryPointAgeValue: '7' }),
      ControlName: 'RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT',
      ControlScope: { ComplianceResourceTypes: ['EFS', 'New'] },
    });
  });

  it.each<[string, () => FrameworkControl]>([
    ['BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN', () => FrameworkControl.resourcesInBackupPlan()],
    ['BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', () => FrameworkControl.planFrequencyAndRetention()],
    [
      'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED',
      () => FrameworkControl.manualDeletionDisabled({ allowedRoles: [] }),
    ],
    ['BACKUP_RECOVERY_POINT_ENCRYPTED', () => FrameworkControl.recoveryPointsEncrypted()],
    ['BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK', () => FrameworkControl.recoveryPointRetention()],
    ['BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION', () => FrameworkControl.crossRegionCopy()],
    ['BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT', () => FrameworkControl.crossAccountCopy()],
    ['BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK', () => FrameworkControl.vaultLock()],
    ['BACKUP_LAST_RECOVERY_POINT_CREATED', () => FrameworkControl.lastRecoveryPoint()],
  ])('%s needs neither', (ControlName, make) => {
    expect(rendered(make())).toEqual({ ControlName });
  });

  it('is limited in each of the four ways, in the case that CloudFormation reads', () => {
    const vault = BackupVault.fromBackupVaultName(newStack(), 'Vault', 'mine');
    const scopes = [
      ControlScope.tag('stage'),
      types(),
      ControlScope.resource(ControlResourceType.EFS, 'fs-1'),
      ControlScope.vault(vault),
    ];
    const controls = scopes.map((scope, index) =>
      index < 3
        ? FrameworkControl.resourcesInBackupPlan({ scope })
        : FrameworkControl.manualDeletionDisabled({ scope }),
    );
    expect(controls.map((control) => (rendered(control) as { ControlScope: unknown }).ControlScope)).toEqual([
      { Tags: [{ Key: 'stage', Value: '' }] },
      { ComplianceResourceTypes: ['EFS', 'New'] },
      { ComplianceResourceIds: ['fs-1'], ComplianceResourceTypes: ['EFS'] },
      { ComplianceResourceIds: ['mine'], ComplianceResourceTypes: ['AWS::Backup::BackupVault'] },
    ]);
  });

  it('takes roles of the app', () => {
    const stack = newStack();
    const allowed = Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111111111111:role/Admin');
    new Framework(stack, 'Framework', {
      controls: [FrameworkControl.manualDeletionDisabled({ allowedRoles: [allowed] })],
    });
    expect(onlyResource(stack, FRAMEWORK).FrameworkControls).toMatchObject([
      { ControlInputParameters: parameters({ principalArnList: 'arn:aws:iam::111111111111:role/Admin' }) },
    ]);
  });

  it('leaves alone what only deployment knows', () => {
    const stack = newStack();
    const number = new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber;
    const days = Duration.days(number);
    const hours = Duration.hours(number);
    new Framework(stack, 'Framework', {
      controls: [
        FrameworkControl.vaultLock({ maxRetention: days, minRetention: days }),
        FrameworkControl.lastRecoveryPoint({ maxAge: hours }),
        FrameworkControl.restoreTime({ maxRestoreTime: Duration.minutes(number) }),
      ],
    });
    const late = (ParameterName: string) => ({ ParameterName, ParameterValue: { Ref: 'Number' } });
    expect(onlyResource(stack, FRAMEWORK).FrameworkControls).toMatchObject([
      { ControlInputParameters: [late('maxRetentionDays'), late('minRetentionDays')] },
      {
        ControlInputParameters: [
          { ParameterName: 'recoveryPointAgeUnit', ParameterValue: 'hours' },
          late('recoveryPointAgeValue'),
        ],
      },
      { ControlInputParameters: [late('maxRestoreTime')] },
    ]);
  });

  it('does not compare the bounds of a lock where only deployment knows one of them', () => {
    const late = Duration.days(new CfnParameter(newStack(), 'Number', { type: 'Number' }).valueAsNumber);
    const known = Duration.days(2);
    expect(() => FrameworkControl.vaultLock({ maxRetention: late, minRetention: known })).not.toThrow();
    expect(() => FrameworkControl.vaultLock({ maxRetention: known, minRetention: late })).not.toThrow();
  });

  it('has no bounds of a lock to compare where only one is given', () => {
    const known = Duration.days(2);
    expect(() => FrameworkControl.vaultLock({ maxRetention: known })).not.toThrow();
    expect(() => FrameworkControl.vaultLock({ minRetention: known })).not.toThrow();
  });

  const roles = ['a', 'b', 'c', 'd', 'e', 'f'].map(role);
  it.each<[string, () => FrameworkControl, string]>([
    ['a scope', () => FrameworkControl.recoveryPointsEncrypted({ scope: types() }), 'control-scope'],
    [
      'a tag',
      () => FrameworkControl.resourcesInLogicallyAirGappedVault({ maxAge: Duration.days(7), scope: byTag() }),
      'control-scope',
    ],
    [
      'a frequency',
      () => FrameworkControl.planFrequencyAndRetention({ requiredFrequency: Duration.hours(25) }),
      'control-frequency',
    ],
    [
      'a retention',
      () => FrameworkControl.planFrequencyAndRetention({ requiredRetention: Duration.hours(25) }),
      'control-retention',
    ],
    [
      'no retention',
      () => FrameworkControl.recoveryPointRetention({ requiredRetention: Duration.days(0) }),
      'control-retention',
    ],
    ['6 roles', () => FrameworkControl.manualDeletionDisabled({ allowedRoles: roles }), 'control-roles'],
    ['6 accounts', () => FrameworkControl.crossAccountCopy({ accounts: Array(6).fill('1') }), 'control-accounts'],
    ['no minimum', () => FrameworkControl.vaultLock({ minRetention: Duration.days(0) }), 'lock-minimum'],
    ['a maximum', () => FrameworkControl.vaultLock({ maxRetention: Duration.days(36501) }), 'lock-maximum'],
    [
      'bounds',
      () => FrameworkControl.vaultLock({ maxRetention: Duration.days(1), minRetention: Duration.days(2) }),
      'lock-order',
    ],
    ['an age', () => FrameworkControl.lastRecoveryPoint({ maxAge: Duration.days(32) }), 'control-recovery-point-age'],
    [
      'half an hour',
      () => FrameworkControl.lastRecoveryPoint({ maxAge: Duration.minutes(30) }),
      'control-recovery-point-age',
    ],
    [
      'an age of a copy',
      () => FrameworkControl.resourcesInLogicallyAirGappedVault({ maxAge: Duration.hours(23) }),
      'control-air-gapped-age',
    ],
    [
      'half a minute',
      () => FrameworkControl.restoreTime({ maxRestoreTime: Duration.seconds(30) }),
      'control-restore-time',
    ],
  ])('refuses %s that it does not take, at the line that gives it', (_, make, rule) => {
    const message = thrown(make);
    expect(message).toMatch(/^FrameworkControl [A-Z_]+: /);
    expect(message).toContain(`[Strongroom::${rule}]`);
  });
});

describe('a resource type of a scope', () => {
  it('has the name that AWS Backup uses', () => {
    const names = [
      ControlResourceType.AURORA,
      ControlResourceType.CLOUDFORMATION,
      ControlResourceType.DYNAMODB,
      ControlResourceType.EBS,
      ControlResourceType.EC2,
      ControlResourceType.EFS,
      ControlResourceType.FSX,
      ControlResourceType.RDS,
      ControlResourceType.S3,
      ControlResourceType.STORAGE_GATEWAY,
      ControlResourceType.VIRTUAL_MACHINE,
      ControlResourceType.of('Later'),
    ].map(({ value }) => value);
    expect(names).toEqual([
      'Aurora',
      'CloudFormation',
      'DynamoDB',
      'EBS',
      'EC2',
      'EFS',
      'FSx',
      'RDS',
      'S3',
      'Storage Gateway',
      'VirtualMachine',
      'Later',
    ]);
  });
});
