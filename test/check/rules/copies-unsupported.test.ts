import { describe, expect, test } from 'vitest';
import { copiesUnsupported } from '../../../src/check/rules/copies-unsupported';
import { parseAssumptions } from '../../../src/read/assumptions/parse';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, RULE, SELECTION, selection } from './plan-and-selection';

const COPIES = { CopyActions: [{ DestinationBackupVaultArn: arn('backup', 'backup-vault:elsewhere') }] };
const DESTINATION = 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn';

testRule(copiesUnsupported, [
  {
    title: 'a copy of volumes of FSx for ONTAP',
    wrong: { Plan: plan(COPIES), Selection: selection({ Resources: [arn('fsx', 'volume/fs-1/fsvol-1')] }) },
    at: `${SELECTION}.Resources.0`,
    right: arn('fsx', 'file-system/fs-1'),
    finds: {
      logicalId: 'Plan',
      property: DESTINATION,
      says: /^rule 'daily' copies its points, and those of FSx for ONTAP volumes \(selection 'ours'\) cannot be copied$/,
    },
  },
  {
    title: 'a copy of a Multi-AZ DB cluster, of which the pages of AWS say two things',
    wrong: {
      Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'postgres' } },
      Plan: plan(COPIES),
      Selection: selection({ Resources: [{ 'Fn::GetAtt': ['Cluster', 'DBClusterArn'] }] }),
    },
    at: 'Resources.Cluster.Properties.Engine',
    right: 'aurora-postgresql',
    finds: {
      property: DESTINATION,
      says: /RDS Multi-AZ DB clusters .* cannot be copied, or so one of AWS's pages says$/,
      severity: 'warning',
    },
  },
  {
    title: 'a copy of stacks to another account',
    around: { at: '111122223333/eu-central-1' },
    wrong: {
      Plan: plan({
        CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:eu-central-1:444455556666:backup-vault:elsewhere' }],
      }),
      Selection: selection({ Resources: [arn('cloudformation', 'stack/*')] }),
    },
    at: `${RULE}.CopyActions.0.DestinationBackupVaultArn`,
    right: arn('backup', 'backup-vault:elsewhere'),
    finds: {
      property: DESTINATION,
      says: /CloudFormation stacks .* cannot be copied to another account, here 444455556666$/,
    },
  },
]);

describe('copies-unsupported', () => {
  const stacks = (destination: unknown) => ({
    Plan: plan({ CopyActions: [{ DestinationBackupVaultArn: destination }] }),
    Selection: selection({ Resources: [arn('cloudformation', 'stack/*')] }),
  });

  test('finds a destination of another account by the stack that declares it', () => {
    const beside = {
      '444455556666/eu-west-1': {
        Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'elsewhere' } },
      },
    };
    const around = { at: '111122223333/eu-central-1', beside };
    const destination = 'arn:aws:backup:eu-west-1:444455556666:backup-vault:elsewhere';
    expect(findingsOf(copiesUnsupported, { Resources: stacks(destination) }, around)).toHaveLength(1);
  });

  test('leaves stacks alone whose account nobody knows', () => {
    const destination = 'arn:aws:backup:eu-west-1:444455556666:backup-vault:elsewhere';
    expect(findingsOf(copiesUnsupported, { Resources: stacks(destination) })).toEqual([]);
  });

  test.each([
    ['are on, which is the default', {}, []],
    ['are on', { 'dynamodb-advanced-features': { '*': true } }, []],
    [
      'are off',
      { 'dynamodb-advanced-features': { '*': false } },
      [{ message: expect.stringContaining('DynamoDB tables without the advanced features') }],
    ],
    [
      'are off in some accounts of which this may be one',
      { 'dynamodb-advanced-features': { '*': true, '111122223333/eu-west-1': false } },
      [],
    ],
  ])('copies DynamoDB tables where the advanced features %s', (_, said, expected) => {
    const resources = { Plan: plan(COPIES), Selection: selection({ Resources: [arn('dynamodb', 'table/x')] }) };
    const assumptions = parseAssumptions('assumptions.yaml', said);
    expect(findingsOf(copiesUnsupported, { Resources: resources }, undefined, assumptions)).toMatchObject(expected);
  });

  test('does not claim copies that are there only where the selection names something else', () => {
    const when = (then: unknown, otherwise: unknown) => ({ 'Fn::If': ['Large', then, otherwise] });
    const resources = {
      Plan: plan({ CopyActions: when(COPIES.CopyActions, { Ref: 'AWS::NoValue' }) }),
      Selection: selection({ Resources: [when(arn('s3', 'x'), arn('fsx', 'volume/*'))] }),
    };
    const template = {
      Parameters: { Size: { Type: 'String' } },
      Conditions: { Large: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] } },
      Resources: resources,
    };
    expect(findingsOf(copiesUnsupported, template)).toEqual([]);
  });

  test('tells each kind once, and who selects it', () => {
    const Resources = [
      arn('fsx', 'volume/fs-1/fsvol-1'),
      arn('fsx', 'volume/fs-1/fsvol-2'),
      'arn:aws:redshift-serverless:*:*:namespace/*',
    ];
    const [finding, ...more] = findingsOf(copiesUnsupported, {
      Resources: { Plan: plan(COPIES), Selection: selection({ Resources }) },
    });
    expect(more).toEqual([]);
    expect(finding?.message).toContain(
      "those of FSx for ONTAP volumes (selection 'ours'), Redshift Serverless namespaces (selection 'ours') cannot",
    );
  });

  test('tells a type by an ARN of which deployment knows the rest', () => {
    const pseudo = (name: string) => ({ Ref: `AWS::${name}` });
    const parts = ['arn', pseudo('Partition'), 'fsx', pseudo('Region'), pseudo('AccountId'), 'volume/fs-1/fsvol-1'];
    const Resources = [{ 'Fn::Join': [':', parts] }];
    const template = {
      Parameters: { Name: { Type: 'String' } },
      Resources: { Plan: plan(COPIES), Selection: selection({ Resources, SelectionName: { Ref: 'Name' } }) },
    };
    expect(findingsOf(copiesUnsupported, template)).toMatchObject([
      { message: expect.stringContaining("(selection 'Selection')") },
    ]);
  });
});
