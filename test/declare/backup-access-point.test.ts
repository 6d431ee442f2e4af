import { CfnParameter, Tags } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BackupAccessPoint } from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown } from './app';
import { stackWithInjected } from './injection';

const ACCESS_POINT = 'AWS::Backup::BackupAccessPoint';
const POINT = { recoveryPointArn: 'arn:aws:backup:us-east-1:111111111111:recovery-point:rp-1' };

describe('a backup access point', () => {
  it('needs a recovery point only', () => {
    const stack = newStack();
    new BackupAccessPoint(stack, 'AccessPoint', POINT);
    expect(onlyResource(stack, ACCESS_POINT)).toEqual({ RecoveryPointArn: POINT.recoveryPointArn });
  });

  it('renders every property', () => {
    const stack = newStack();
    const accessPointPolicy = new PolicyDocument();
    const accessPoint = new BackupAccessPoint(stack, 'AccessPoint', {
      ...POINT,
      accessPointInTime: new Date('2026-07-01T12:00:00Z'),
      accessPointPolicy,
      backupAccessPointName: 'my-access-point',
      tags: { team: 'storage' },
    });
    Tags.of(accessPoint).add('stage', 'prod');
    expect(accessPoint.cdkTagManager.tagPropertyName).toBe('Tags');
    const statement = { actions: ['s3:GetObject'], principals: [new AccountRootPrincipal()], resources: ['*'] };
    accessPointPolicy.addStatements(new PolicyStatement(statement));
    expect(onlyResource(stack, ACCESS_POINT)).toEqual({
      AccessPointInTime: '2026-07-01T12:00:00Z',
      AccessPointPolicy: {
        Statement: [{ Action: 's3:GetObject', Effect: 'Allow', Principal: expect.anything(), Resource: '*' }],
        Version: '2012-10-17',
      },
      Name: 'my-access-point',
      RecoveryPointArn: POINT.recoveryPointArn,
      Tags: [
        { Key: 'stage', Value: 'prod' },
        { Key: 'team', Value: 'storage' },
      ],
    });
  });

  it('is tagged only where its type is meant', () => {
    const stack = newStack();
    new BackupAccessPoint(stack, 'AccessPoint', POINT);
    Tags.of(stack).add('not', 'this', { excludeResourceTypes: [ACCESS_POINT] });
    Tags.of(stack).add('but', 'this', { includeResourceTypes: [ACCESS_POINT] });
    expect(onlyResource(stack, ACCESS_POINT).Tags).toEqual([{ Key: 'but', Value: 'this' }]);
  });

  it('tells what deployment knows of it', () => {
    const stack = newStack();
    const point = new BackupAccessPoint(stack, 'AccessPoint', POINT);
    const attributes = {
      Arn: point.backupAccessPointArn,
      'AccessPointMetadata.S3AccessPointArn': point.s3AccessPointArn,
      'AccessPointMetadata.S3AccessPointAlias': point.s3AccessPointAlias,
      'AccessPointMetadata.AccessPointInTime': point.shownPointInTime,
      BackupVaultArn: point.backupVaultArn,
      BackupVaultName: point.backupVaultName,
      CreationTime: point.creationTime,
      ResourceArn: point.resourceArn,
      ResourceType: point.resourceType,
      Status: point.status,
    };
    for (const [name, value] of Object.entries(attributes)) {
      expect(stack.resolve(value)).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^AccessPoint/), name] });
    }
  });

  it('refuses a name that AWS Backup refuses', () => {
    const props = { ...POINT, backupAccessPointName: 'mine-s3alias' };
    expect(thrown(() => new BackupAccessPoint(newStack(), 'AccessPoint', props))).toMatch(
      /^Stack\/AccessPoint: .*\[Strongroom::access-point-name\]$/,
    );
  });

  it('leaves alone a name that only deployment knows', () => {
    const stack = newStack();
    const backupAccessPointName = new CfnParameter(stack, 'Text').valueAsString;
    new BackupAccessPoint(stack, 'AccessPoint', { ...POINT, backupAccessPointName });
    expect(onlyResource(stack, ACCESS_POINT).Name).toEqual({ Ref: 'Text' });
  });

  it('is known to property injectors', () => {
    const stack = stackWithInjected('cdk-strongroom.BackupAccessPoint', { backupAccessPointName: 'injected' });
    new BackupAccessPoint(stack, 'AccessPoint', POINT);
    expect(onlyResource(stack, ACCESS_POINT).Name).toBe('injected');
  });
});
