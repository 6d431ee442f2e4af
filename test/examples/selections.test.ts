import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { describe, expect, test, vi } from 'vitest';
import { addSelectionStacks } from '../../examples/selections/stacks';

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>;
}

// CDK's validation takes seconds to load, and more on a busy machine.
describe('The example of selections', { timeout: 60_000 }, () => {
  test('has no finding of the CDK itself, and no warning', () => {
    expect(
      synthesize((assembly) => {
        const report = JSON.parse(readFileSync(join(assembly.directory, 'validation-report.json'), 'utf8')) as {
          pluginReports: Array<{ violations: unknown[] }>;
        };
        const messages = assembly.stacks.flatMap((stack) => stack.messages.map(({ entry }) => entry.data));
        return [...report.pluginReports.flatMap(({ violations }) => violations), ...messages];
      }),
    ).toEqual([]);
  });

  test('backs up the data of an application, but for its cache, by a role for tables and buckets', () => {
    const [selection] = propertiesOf('OneApplication', 'AWS::Backup::BackupSelection');
    expect(selection).toMatchObject({
      BackupSelection: {
        Resources: [
          { 'Fn::GetAtt': [expect.stringMatching(/^DataOrders/), 'Arn'] },
          { 'Fn::GetAtt': [expect.stringMatching(/^DataInvoices/), 'Arn'] },
          { 'Fn::GetAtt': [expect.stringMatching(/^DataCache/), 'Arn'] },
        ],
        NotResources: [{ 'Fn::GetAtt': [expect.stringMatching(/^DataCache/), 'Arn'] }],
      },
    });
    const role = JSON.stringify(propertiesOf('OneApplication', 'AWS::IAM::Role'));
    expect(role).toContain(':policy/AWSBackupServiceRolePolicyForS3Backup');
    expect(role).not.toContain('service-role/');
    const policy = JSON.stringify(propertiesOf('OneApplication', 'AWS::IAM::Policy'));
    expect(policy).toContain('dynamodb:StartAwsBackupJob');
    expect(policy).not.toMatch(/rds:|ec2:|CopyFromBackupVault/);
  });

  test('backs up everything but tests, and volumes only where both tags ask for it', () => {
    expect(propertiesOf('EverythingButTests', 'AWS::Backup::BackupSelection')).toMatchObject([
      {
        BackupSelection: {
          Resources: ['*'],
          NotResources: [{ 'Fn::Join': ['', expect.arrayContaining([':ec2:*:*:volume/*'])] }],
          Conditions: {
            StringNotEquals: [{ ConditionKey: 'aws:ResourceTag/stage', ConditionValue: 'test' }],
            StringNotLike: [{ ConditionKey: 'aws:ResourceTag/team', ConditionValue: 'sandbox-*' }],
          },
        },
      },
      {
        BackupSelection: {
          Conditions: {
            StringEquals: [
              { ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'true' },
              { ConditionKey: 'aws:ResourceTag/stage', ConditionValue: 'prod' },
            ],
          },
        },
      },
    ]);
  });
});

function propertiesOf(stack: string, type: string): Array<object | undefined> {
  return synthesize((assembly) => {
    const { Resources } = assembly.getStackByName(stack).template as Template;
    return Object.values(Resources)
      .filter((resource) => resource.Type === type)
      .map(({ Properties }) => Properties);
  });
}

/** Synthesizes the example with the CDK's validation as errors, and reads the assembly before its folder goes. */
function synthesize<T>(read: (assembly: CloudAssembly) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'selections-'));
  vi.stubEnv('CDK_VALIDATION', 'true');
  try {
    const context = { '@aws-cdk/core:validateAgainstDefaultRules': true };
    const app = new App({ outdir, analyticsReporting: false, context });
    addSelectionStacks(app);
    return read(app.synth());
  } finally {
    vi.unstubAllEnvs();
    rmSync(outdir, { recursive: true, force: true });
  }
}
