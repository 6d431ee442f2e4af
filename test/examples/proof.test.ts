import { describe, expect, it } from 'vitest';
import { addProofStacks } from '../../examples/proof/stacks';
import { synthesized } from './synthesized';

describe('The example of proof', () => {
  const example = synthesized(addProofStacks);
  const propertiesOf = (stack: string, type: string) => example.propertiesOf(stack, `AWS::Backup::${type}`);

  it("gives no warning, and CDK's own validation finds nothing besides the unknown type that the app acknowledges", () => {
    expect(example.complaints()).toEqual([]);
  });

  it('tests a table, tagged instances and shares', () => {
    expect(propertiesOf('RestoreTests', 'RestoreTestingSelection')).toMatchObject([
      { ProtectedResourceType: 'DynamoDB', ProtectedResourceArns: [expect.anything()], ValidationWindowHours: 1 },
      {
        ProtectedResourceType: 'EC2',
        ProtectedResourceArns: ['*'],
        ProtectedResourceConditions: { StringEquals: [{ Key: 'aws:ResourceTag/stage', Value: 'prod' }] },
      },
      { ProtectedResourceType: 'FSx', RestoreMetadataOverrides: { windowsConfiguration: expect.anything() } },
    ]);
    expect(propertiesOf('RestoreTests', 'RestoreTestingPlan')).toMatchObject([
      { ScheduleExpression: 'cron(0 3 ? * SUN *)', ScheduleExpressionTimezone: 'Europe/Berlin' },
    ]);
  });

  it('has all eleven controls', () => {
    const [framework] = propertiesOf('Audit', 'Framework');
    const controls = framework?.FrameworkControls as ReadonlyArray<{ readonly ControlName: string }>;
    expect(new Set(controls.map(({ ControlName }) => ControlName)).size).toBe(11);
  });

  it('puts both reports into one bucket', () => {
    const buckets = propertiesOf('Audit', 'ReportPlan').map(({ ReportDeliveryChannel }) => ReportDeliveryChannel);
    expect(buckets).toMatchObject([{ S3KeyPrefix: 'controls' }, { S3KeyPrefix: 'restores' }]);
    expect(
      new Set(buckets.map((channel) => JSON.stringify((channel as { S3BucketName: unknown }).S3BucketName))).size,
    ).toBe(1);
  });

  it.each(['LegalHold', 'TieringConfiguration', 'BackupAccessPoint'])('has a %s', (type) => {
    expect(propertiesOf('HoldsTiersAndAccess', type)).toHaveLength(1);
  });
});
