import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { addOrganizationStacks } from '../../examples/organizations/stacks';

interface Synthesized {
  readonly messages: readonly string[];
  readonly findings: readonly unknown[];
  readonly resources: ReadonlyMap<string, ReadonlyArray<{ readonly Type: string; readonly Properties: unknown }>>;
}

function synthesize(): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'organizations-'));
  vi.stubEnv('CDK_VALIDATION', 'true');
  try {
    const context = { '@aws-cdk/core:validateAgainstDefaultRules': true };
    const app = new App({ outdir, analyticsReporting: false, context });
    addOrganizationStacks(app);
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

describe('The example of an organization', () => {
  let synthesized: Synthesized;

  beforeAll(() => {
    synthesized = synthesize();
    // CDK's validation takes seconds to load, and more on a busy machine.
  }, 60_000);

  const resourcesOf = (stack: string) => synthesized.resources.get(stack) ?? [];

  it("gives no warning, and CDK's own validation finds nothing", () => {
    expect(synthesized.messages).toEqual([]);
    expect(synthesized.findings).toEqual([]);
  });

  it('attaches a backup policy to the root', () => {
    expect(resourcesOf('BackupsOfEveryAccount')).toMatchObject([
      { Type: 'AWS::Organizations::Policy', Properties: { Type: 'BACKUP_POLICY', TargetIds: ['r-abcd'] } },
    ]);
  });

  it('gives each account the vault and the role that the policy names', () => {
    const text = JSON.stringify(resourcesOf('BackupsOfEveryAccount'));
    expect(resourcesOf('VaultOfEachAccount')).toMatchObject([{ Properties: { BackupVaultName: 'central' } }]);
    expect(resourcesOf('RoleOfEachAccount')).toMatchObject([{ Properties: { RoleName: 'central-backup' } }]);
    expect(text).toContain(
      '"target_backup_vault_name":{"@@operators_allowed_for_child_policies":["@@none"],"@@assign":"central"}',
    );
    expect(text).toContain('arn:aws:iam::$account:role/central-backup');
    expect(text).toContain('arn:aws:backup:eu-west-1:$account:backup-vault:central');
  });
});
