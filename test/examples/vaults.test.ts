import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { addVaultStacks } from '../../examples/vaults/stacks';

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

interface Synthesized {
  readonly messages: readonly string[];
  readonly findings: readonly unknown[];
  readonly resources: ReadonlyMap<string, readonly Resource[]>;
}

describe('The example of vaults', () => {
  let synthesized: Synthesized;

  beforeAll(() => {
    synthesized = synthesize();
    // The first validation of a process reads all of CDK's rules, which takes long on a busy machine.
  }, 60_000);

  const propertiesOf = (stack: string, type: string) =>
    (synthesized.resources.get(stack) ?? []).filter(({ Type }) => Type === type).map(({ Properties }) => Properties);

  it("gives no warning, and CDK's own validation finds nothing", () => {
    expect(synthesized.messages).toEqual([]);
    expect(synthesized.findings).toEqual([]);
  });

  it('lets an account and an organizational unit copy into a vault, and use its key', () => {
    expect(propertiesOf('CopyDestination', 'AWS::Backup::BackupVault')).toMatchObject([
      {
        AccessPolicy: {
          Statement: [
            { Effect: 'Allow', Action: 'backup:CopyIntoBackupVault', Resource: '*' },
            { Effect: 'Allow', Action: 'backup:CopyIntoBackupVault', Resource: '*', Principal: { AWS: '*' } },
          ],
        },
      },
    ]);
    const [key] = propertiesOf('CopyDestination', 'AWS::KMS::Key');
    // Its own account, and two statements for each of the two sources.
    expect(key).toHaveProperty('KeyPolicy.Statement.length', 5);
  });

  it('copies into an air-gapped vault within its bounds', () => {
    expect(propertiesOf('AirGappedVault', 'AWS::Backup::LogicallyAirGappedBackupVault')).toMatchObject([
      { MinRetentionDays: 7, MaxRetentionDays: 365 },
    ]);
    expect(propertiesOf('AirGappedVault', 'AWS::Backup::BackupPlan')).toMatchObject([
      { BackupPlan: { BackupPlanRule: [{ CopyActions: [{ Lifecycle: { DeleteAfterDays: 90 } }] }] } },
    ]);
  });

  it('hears of failures, of what completed with issues, and of silence', () => {
    const rules = propertiesOf('WatchedVault', 'AWS::Events::Rule');
    expect(rules).toHaveLength(7);
    for (const { Targets } of rules) expect(Targets).toHaveLength(1);
    const alarms = propertiesOf('WatchedVault', 'AWS::CloudWatch::Alarm');
    expect(alarms.map(({ MetricName, TreatMissingData }) => [MetricName, TreatMissingData])).toEqual([
      ['NumberOfBackupJobsFailed', 'notBreaching'],
      ['NumberOfRecoveryPointsCompleted', 'breaching'],
    ]);
  });
});

function synthesize(): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'vaults-'));
  vi.stubEnv('CDK_VALIDATION', 'true');
  try {
    const context = { '@aws-cdk/core:validateAgainstDefaultRules': true };
    const app = new App({ outdir, analyticsReporting: false, context });
    addVaultStacks(app);
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
    findings: report.pluginReports.flatMap(({ violations }) => violations),
    resources: new Map(stacks.map(({ stackName, template }) => [stackName, Object.values(template.Resources)])),
  };
}
