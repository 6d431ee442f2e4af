import { describe, expect, test } from 'vitest';
import { roleWithoutContinuousPermissions } from '../../../src/check/rules/role-without-continuous-permissions';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, RULE, selection } from './plan-and-selection';
import { allow, BY_ROLE, FOR_BACKUP, managed, role } from './roles';

const continuous = (own: object, named: unknown = arn('rds', 'db:orders'), more: object = {}) => ({
  Role: own,
  Plan: plan({ EnableContinuousBackup: true }),
  Selection: selection({ Resources: [named], ...BY_ROLE }, more),
});

testRule(roleWithoutContinuousPermissions, [
  {
    title: 'continuous backup by a role that may only take snapshots',
    wrong: continuous(role([], [allow('rds:Describe*', 'rds:CreateDBSnapshot')])),
    at: 'Resources.Role.Properties.Policies.0.PolicyDocument.Statement.0.Action.1',
    right: 'rds:ModifyDBInstance',
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Resources[0]',
      says: /^rule 'daily' backs up continuously, for which the role of selection 'ours' must change RDS DB instances, and may not: it lacks rds:ModifyDBInstance$/,
    },
  },
  {
    title: 'continuous backup of a cluster of Aurora by such a role',
    wrong: {
      Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql' } },
      ...continuous(role([]), { 'Fn::GetAtt': ['Cluster', 'DBClusterArn'] }),
    },
    at: `${RULE}.EnableContinuousBackup`,
    right: false,
    finds: { says: /must change Aurora clusters, and may not: it lacks rds:ModifyDBCluster$/ },
  },
]);

describe('role-without-continuous-permissions', () => {
  test.each<[string, object]>([
    ['the managed policy allows it', continuous(role([managed(FOR_BACKUP)]))],
    ['another policy may allow it', continuous(role(['arn:aws:iam::aws:policy/PowerUserAccess']))],
    ['the cluster may be of another kind', continuous(role([]), arn('rds', 'cluster:x'))],
    ['what is selected is not changed', continuous(role([]), arn('dynamodb', 'table/x'))],
    ['the plan was not read', continuous(role([]), arn('rds', 'db:x'), { BackupPlanId: 'id' })],
  ])('claims nothing where %s', (_, resources) => {
    expect(findingsOf(roleWithoutContinuousPermissions, { Resources: resources })).toEqual([]);
  });
});
