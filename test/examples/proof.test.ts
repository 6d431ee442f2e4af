import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { addProofStacks } from '../../examples/proof/stacks';

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

interface Synthesized {
  readonly messages: readonly string[];
  readonly findings: readonly string[];
  readonly resources: ReadonlyMap<string, readonly Resource[]>;
}

function synthesize(): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'proof-'));
  vi.stubEnv('CDK_VALIDATION', 'true');
  try {
    const context = { '@aws-cdk/core:validateAgainstDefaultRules': true };
    const app = new App({ outdir, analyticsReporting: false, context });
    addProofStacks(app);
    return read(app.synth());
  } finally {
    vi.unstubAllEnvs();
    rmSync(outdir, { recursive: true, force: true });
  }
}

function read({ stacks, directory }: CloudAssembly): Synthesized {
  const report = JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8')) as {
    readonly pluginReports: ReadonlyArray<{ readonly violations: readonly unknown[] }>;
  };
  return {
    messages: stacks.flatMap(({ messages }) => messages.map(({ level, entry }) => `${level}: ${entry.data}`)),
    findings: report.pluginReports.flatMap(({ violations }) =>
      violations.map((violation) => JSON.stringify(violation)),
    ),
    resources: new Map(stacks.map(({ stackName, template }) => [stackName, Object.values(template.Resources)])),
  };
}

describe('The example of proof', () => {
  let synthesized: Synthesized;

  beforeAll(() => {
    synthesized = synthesize();
    // CDK's validation takes seconds to load, and more on a busy machine.
  }, 60_000);

  const propertiesOf = (stack: string, type: string) =>
    (synthesized.resources.get(stack) ?? [])
      .filter(({ Type }) => Type === `AWS::Backup::${type}`)
      .map(({ Properties }) => Properties);

  it("gives no warning, and CDK's own validation finds nothing besides the unknown type that the app acknowledges", () => {
    expect(synthesized.messages).toEqual([]);
    expect(synthesized.findings).toEqual([]);
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
