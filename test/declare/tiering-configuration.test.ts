import { CfnParameter, Duration, Tags } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BackupVault, TieringConfiguration, type TieringConfigurationProps, TieringResourceType } from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown } from './app';
import { stackWithInjected } from './injection';

const TIERING = 'AWS::Backup::TieringConfiguration';
const QUARTER = { moveAfter: Duration.days(90) };
const EVERYTHING = { resourceSelections: [QUARTER] };

const buckets = (stack: ReturnType<typeof newStack>, count: number) =>
  Array.from({ length: count }, (_, index) => Bucket.fromBucketName(stack, `B${index}`, `bucket-${index}`));

describe('a tiering configuration', () => {
  it('is for all buckets in all vaults, and has a name of its own', () => {
    const stack = newStack();
    const tiering = new TieringConfiguration(stack, 'Tier-ing', EVERYTHING);
    expect(onlyResource(stack, TIERING)).toEqual({
      BackupVaultName: '*',
      ResourceSelection: [{ ResourceType: 'S3', Resources: ['*'], TieringDownSettingsInDays: 90 }],
      TieringConfigurationName: expect.stringMatching(/^StackTiering[A-Z0-9]{8}$/),
    });
    const logicalId = stack.resolve(tiering.tieringConfigurationName).Ref;
    const attribute = (name: string) => ({ 'Fn::GetAtt': [logicalId, name] });
    expect(
      stack.resolve([
        tiering.tieringConfigurationArn,
        tiering.creationTime,
        tiering.lastUpdatedTime,
        tiering.tieringConfigurationRef.tieringConfigurationName,
      ]),
    ).toEqual([
      attribute('TieringConfigurationArn'),
      attribute('CreationTime'),
      attribute('LastUpdatedTime'),
      { Ref: logicalId },
    ]);
  });

  it('renders every property', () => {
    const stack = newStack();
    const [first, second] = buckets(stack, 2) as [Bucket, Bucket];
    const tiering = new TieringConfiguration(stack, 'Tiering', {
      backupVault: BackupVault.fromBackupVaultName(stack, 'Vault', 'mine'),
      resourceSelections: [
        { buckets: [first, second], moveAfter: Duration.days(60), resourceType: TieringResourceType.S3 },
        { moveAfter: Duration.days(36500) },
      ],
      tags: { team: 'storage' },
      tieringConfigurationName: 'cheap_1',
    });
    Tags.of(tiering).add('stage', 'prod');
    const arn = (name: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:s3:::${name}`]] });
    expect(onlyResource(stack, TIERING)).toEqual({
      BackupVaultName: 'mine',
      ResourceSelection: [
        { ResourceType: 'S3', Resources: [arn('bucket-0'), arn('bucket-1')], TieringDownSettingsInDays: 60 },
        { ResourceType: 'S3', Resources: ['*'], TieringDownSettingsInDays: 36500 },
      ],
      TieringConfigurationName: 'cheap_1',
      TieringConfigurationTags: { stage: 'prod', team: 'storage' },
    });
  });

  it.each<[string, Partial<TieringConfigurationProps>, string]>([
    ['a name', { tieringConfigurationName: 'my-tier' }, 'tiering-name'],
    ['several vaults', { backupVault: BackupVault.fromBackupVaultName(newStack(), 'V', 'team-*') }, 'tiering-vault'],
    ['59 days', { resourceSelections: [QUARTER, { moveAfter: Duration.days(59) }] }, 'tiering-days'],
    ['odd hours', { resourceSelections: [{ moveAfter: Duration.hours(1441) }] }, 'tiering-days'],
    ['no selection', { resourceSelections: [] }, 'tiering-selections'],
    ['6 selections', { resourceSelections: Array(6).fill(QUARTER) }, 'tiering-selections'],
    [
      '101 buckets',
      { resourceSelections: [51, 50].map((count) => ({ ...QUARTER, buckets: buckets(newStack(), count) })) },
      'tiering-resources',
    ],
  ])('refuses %s that AWS Backup refuses, at the line that gives it', (_, props, rule) => {
    const message = thrown(() => new TieringConfiguration(newStack(), 'Tiering', { ...EVERYTHING, ...props }));
    expect(message).toMatch(/^Stack\/Tiering: /);
    expect(message).toContain(`[Strongroom::${rule}]`);
  });

  it('says which selection is wrong', () => {
    const resourceSelections = [QUARTER, { moveAfter: Duration.days(1) }];
    expect(thrown(() => new TieringConfiguration(newStack(), 'Tiering', { resourceSelections }))).toContain(
      'Stack/Tiering: resourceSelections[1]: ',
    );
  });

  it('takes as much as AWS Backup takes', () => {
    const stack = newStack();
    const hundred = [{ ...QUARTER, buckets: buckets(stack, 100) }, ...Array(4).fill(QUARTER)];
    expect(() => new TieringConfiguration(stack, 'Tiering', { resourceSelections: hundred })).not.toThrow();
  });

  it('leaves alone what only deployment knows', () => {
    const stack = newStack();
    const days = new CfnParameter(stack, 'Days', { type: 'Number' }).valueAsNumber;
    new TieringConfiguration(stack, 'Tiering', {
      backupVault: new BackupVault(stack, 'Vault'),
      resourceSelections: [{ moveAfter: Duration.days(days) }],
      tieringConfigurationName: new CfnParameter(stack, 'Text').valueAsString,
    });
    expect(onlyResource(stack, TIERING)).toMatchObject({
      ResourceSelection: [{ TieringDownSettingsInDays: { Ref: 'Days' } }],
      TieringConfigurationName: { Ref: 'Text' },
    });
  });

  it('is known to property injectors', () => {
    const stack = stackWithInjected('cdk-strongroom.TieringConfiguration', { tieringConfigurationName: 'injected' });
    new TieringConfiguration(stack, 'Tiering', EVERYTHING);
    expect(onlyResource(stack, TIERING).TieringConfigurationName).toBe('injected');
  });
});
