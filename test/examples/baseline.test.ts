import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { addBaselineStacks } from '../../examples/baseline/stacks';

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

interface Synthesized {
  readonly messages: readonly string[];
  readonly findings: readonly unknown[];
  readonly resources: ReadonlyMap<string, readonly Resource[]>;
}

describe('The example of a baseline', () => {
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

  it('backs up the table and the bucket, and nothing else', () => {
    expect(propertiesOf('Protected', 'AWS::Backup::BackupSelection')).toMatchObject([
      { BackupSelection: { SelectionName: 'BackedUp', Resources: [expect.anything(), expect.anything()] } },
    ]);
  });

  it('copies every recovery point to the other account and into the air-gapped vault', () => {
    const [plan] = propertiesOf('Protected', 'AWS::Backup::BackupPlan');
    const copies = [
      { DestinationBackupVaultArn: 'arn:aws:backup:eu-central-1:444455556666:backup-vault:copies' },
      { DestinationBackupVaultArn: { 'Fn::GetAtt': [expect.stringContaining('AirGapped'), 'BackupVaultArn'] } },
    ];
    expect(plan).toMatchObject({
      BackupPlan: { BackupPlanRule: [{ CopyActions: copies }, { CopyActions: copies }, { CopyActions: copies }] },
    });
  });

  it('locks both vaults to the same retentions, so that no copy is refused', () => {
    const locks = ['Protected', 'Elsewhere'].flatMap((stack) =>
      propertiesOf(stack, 'AWS::Backup::BackupVault').map(({ LockConfiguration }) => LockConfiguration),
    );
    expect(locks).toEqual([
      { MinRetentionDays: 35, MaxRetentionDays: 365 },
      { MinRetentionDays: 35, MaxRetentionDays: 365 },
    ]);
  });

  it('tests restores of both types, and evaluates nine controls', () => {
    expect(propertiesOf('Protected', 'AWS::Backup::RestoreTestingSelection')).toMatchObject([
      { ProtectedResourceType: 'DynamoDB' },
      { ProtectedResourceType: 'S3' },
    ]);
    expect(propertiesOf('Protected', 'AWS::Backup::Framework')).toHaveProperty('0.FrameworkControls.length', 9);
  });
});

function synthesize(): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'baseline-'));
  vi.stubEnv('CDK_VALIDATION', 'true');
  try {
    const context = { '@aws-cdk/core:validateAgainstDefaultRules': true };
    const app = new App({ outdir, analyticsReporting: false, context });
    addBaselineStacks(app);
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
