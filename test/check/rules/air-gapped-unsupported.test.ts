import { describe, expect, test } from 'vitest';
import { airGappedUnsupported } from '../../../src/check/rules/air-gapped-unsupported';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, RULE, SELECTION, selection } from './plan-and-selection';

const VAULT = {
  Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
  Properties: { BackupVaultName: 'sealed', MinRetentionDays: 7, MaxRetentionDays: 35 },
};
const SEALED = { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] };

testRule(airGappedUnsupported, [
  {
    title: 'a rule that backs databases up into an air-gapped vault',
    wrong: {
      Vault: VAULT,
      Plan: plan({ TargetLogicallyAirGappedBackupVaultArn: SEALED }),
      Selection: selection({ Resources: [arn('rds', 'db:orders')] }),
    },
    at: `${SELECTION}.Resources.0`,
    right: arn('dynamodb', 'table/orders'),
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].TargetLogicallyAirGappedBackupVaultArn',
      says: /^rule 'daily' backs up into a logically air-gapped vault, which cannot hold points of RDS DB instances \(selection 'ours'\), so they stay in the normal vault$/,
    },
  },
  {
    title: 'a copy of databases to an air-gapped vault',
    wrong: {
      Vault: VAULT,
      Plan: plan({ CopyActions: [{ DestinationBackupVaultArn: SEALED, Lifecycle: { DeleteAfterDays: 30 } }] }),
      Selection: selection({ Resources: [arn('rds', 'db:orders'), arn('s3', 'x')] }),
    },
    at: `${RULE}.CopyActions.0.DestinationBackupVaultArn`,
    right: arn('backup', 'backup-vault:elsewhere'),
    finds: {
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
      says: /^the copy of rule 'daily' goes to a logically air-gapped vault, which cannot hold points of RDS DB instances .*, so they are never copied$/,
    },
  },
]);

describe('air-gapped-unsupported', () => {
  const found = (rule: object, Resources: unknown[]) =>
    findingsOf(airGappedUnsupported, {
      Resources: { Vault: VAULT, Plan: plan(rule), Selection: selection({ Resources }) },
    });

  test('is a warning where other points get there', () => {
    const rule = { TargetLogicallyAirGappedBackupVaultArn: SEALED };
    expect(found(rule, [arn('rds', 'db:orders'), arn('s3', 'x')])).toMatchObject([{ severity: 'warning' }]);
  });

  test('claims nothing where the table of AWS is in doubt', () => {
    expect(found({ TargetLogicallyAirGappedBackupVaultArn: SEALED }, [arn('redshift', 'cluster:x')])).toEqual([]);
  });

  test('does not claim a copy that is there only where the selection names something else', () => {
    const when = (then: unknown, otherwise: unknown) => ({ 'Fn::If': ['Large', then, otherwise] });
    const copy = { DestinationBackupVaultArn: SEALED, Lifecycle: { DeleteAfterDays: 30 } };
    const template = {
      Parameters: { Size: { Type: 'String' } },
      Conditions: { Large: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] } },
      Resources: {
        Vault: VAULT,
        Plan: plan({ CopyActions: [when(copy, { Ref: 'AWS::NoValue' })] }),
        Selection: selection({ Resources: [when(arn('s3', 'x'), arn('rds', 'db:orders'))] }),
      },
    };
    expect(findingsOf(airGappedUnsupported, template)).toEqual([]);
  });
});
