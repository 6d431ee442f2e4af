import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { addPlanStacks } from '../../examples/plans/stacks';

interface Synthesized {
  readonly messages: readonly string[];
  readonly findings: readonly unknown[];
  readonly resources: ReadonlyMap<string, ReadonlyArray<{ readonly Type: string; readonly Properties: unknown }>>;
}

function synthesize(): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'plans-'));
  vi.stubEnv('CDK_VALIDATION', 'true');
  try {
    const context = { '@aws-cdk/core:validateAgainstDefaultRules': true };
    const app = new App({ outdir, analyticsReporting: false, context });
    addPlanStacks(app);
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

describe('The example of plans', () => {
  let synthesized: Synthesized;

  beforeAll(() => {
    synthesized = synthesize();
    // CDK's validation takes seconds to load, and more on a busy machine.
  }, 60_000);

  const planOf = (stack: string) =>
    synthesized.resources.get(stack)?.find(({ Type }) => Type === 'AWS::Backup::BackupPlan')?.Properties;

  it("gives no warning, and CDK's own validation finds nothing", () => {
    expect(synthesized.messages).toEqual([]);
    expect(synthesized.findings).toEqual([]);
  });

  it('backs up into the air-gapped vault beside the normal one', () => {
    expect(planOf('AirGappedPlan')).toMatchObject({
      BackupPlan: {
        AdvancedBackupSettings: [
          { ResourceType: 'S3', BackupOptions: { BackupACLs: 'disabled', BackupObjectTags: 'disabled' } },
        ],
        BackupPlanRule: [
          {
            TargetBackupVault: { 'Fn::GetAtt': [expect.stringMatching(/^Normal/), 'BackupVaultName'] },
            TargetLogicallyAirGappedBackupVaultArn: {
              'Fn::GetAtt': [expect.stringMatching(/^Sealed/), 'BackupVaultArn'],
            },
          },
        ],
      },
      BackupPlanTags: { team: 'platform' },
    });
  });

  it('archives EBS snapshots', () => {
    expect(planOf('ArchivedPlan')).toMatchObject({
      BackupPlan: {
        BackupPlanRule: [
          {
            Lifecycle: {
              MoveToColdStorageAfterDays: 30,
              DeleteAfterDays: 365,
              OptInToArchiveForSupportedResources: true,
            },
          },
        ],
      },
    });
  });

  it('scans every day what changed, and everything once a month', () => {
    expect(planOf('ScannedPlan')).toMatchObject({
      BackupPlan: {
        BackupPlanRule: [
          { ScanActions: [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'INCREMENTAL_SCAN' }] },
          { ScanActions: [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL_SCAN' }] },
        ],
        ScanSettings: [{ MalwareScanner: 'GUARDDUTY', ResourceTypes: ['EBS', 'S3'] }],
      },
    });
  });
});
