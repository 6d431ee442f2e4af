import { describe, expect, test } from 'vitest';
import { optInSwitchedOff } from '../../../src/check/rules/opt-in-switched-off';
import { parseAssumptions } from '../../../src/read/assumptions/parse';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, SELECTION, selection } from './plan-and-selection';

const TAG = { ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'yes' };
const TAGS = { Tags: [{ Key: 'backup', Value: 'yes' }] };
const RESOURCES = {
  Table: { Type: 'AWS::DynamoDB::Table', Properties: TAGS },
  Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql' } },
};

testRule(optInSwitchedOff, [
  {
    title: 'a tag on a table, where DynamoDB is said to be switched off',
    assumptions: parseAssumptions('assumptions.yaml', { 'opt-in': { '*': { DynamoDB: false } } }),
    wrong: {
      Table: RESOURCES.Table,
      Plan: plan(),
      Selection: selection({ ListOfTags: [TAG] }),
    },
    at: `${SELECTION}.ListOfTags.0.ConditionValue`,
    right: 'no',
    finds: { says: /takes DynamoDB tables .* DynamoDB is switched off/ },
  },
  {
    title: 'a cluster of Aurora that is named, where Aurora is said to be switched off',
    assumptions: parseAssumptions('assumptions.yaml', { 'opt-in': { '*': { Aurora: false } } }),
    wrong: {
      Cluster: RESOURCES.Cluster,
      Plan: plan(),
      Selection: selection({ Resources: [{ 'Fn::GetAtt': ['Cluster', 'DBClusterArn'] }] }),
    },
    at: 'Resources.Cluster.Properties.Engine',
    right: 'mysql',
    finds: { says: /takes Aurora clusters, and Aurora is switched off/ },
  },
]);

/** What is found where types are switched off. */
function found(selects: object, off: readonly string[], more: object = {}) {
  const said = { 'opt-in': { '*': Object.fromEntries(off.map((type) => [type, false])) }, ...more };
  const assumptions = parseAssumptions('assumptions.yaml', said);
  const resources = { ...RESOURCES, Plan: plan(), Selection: selection(selects) };
  return findingsOf(optInSwitchedOff, { Resources: resources }, undefined, assumptions);
}

describe('opt-in-switched-off', () => {
  test('finds what is selected by tag', () => {
    expect(found({ ListOfTags: [TAG] }, ['DynamoDB'])).toMatchObject([
      {
        rule: 'opt-in-switched-off',
        severity: 'error',
        logicalId: 'Selection',
        property: 'BackupSelection.ListOfTags',
        message:
          "selection 'ours' takes DynamoDB tables without the advanced features, and DynamoDB is switched off in its account and Region, so they are passed over",
        fix: 'switch DynamoDB on in the settings of AWS Backup there, and say so in the file of assumptions',
      },
    ]);
  });

  test('finds what is selected with everything, which is information', () => {
    expect(found({ Resources: ['*'] }, ['DynamoDB'])).toMatchObject([
      { severity: 'info', property: 'BackupSelection.Resources[0]' },
    ]);
    expect(found({ Resources: ['*'] }, ['DynamoDB'], { 'star-obeys-opt-in': false })).toEqual([]);
  });

  test.each([
    ['Aurora', { 'Fn::GetAtt': ['Cluster', 'DBClusterArn'] }, ['Aurora'], ['Aurora clusters']],
    ['some system of FSx', arn('fsx', 'file-system/*'), ['FSx'], []],
    ['a table', { 'Fn::GetAtt': ['Table', 'Arn'] }, ['DynamoDB'], []],
    ['all tables', 'arn:aws:dynamodb:*:*:table/*', ['DynamoDB'], []],
    ['a cluster that may be of a kind that is on', arn('rds', 'cluster:x'), ['Aurora', 'Neptune'], []],
    ['a cluster of another kind', { 'Fn::GetAtt': ['Cluster', 'DBClusterArn'] }, ['Neptune'], []],
  ])('finds what is passed over even though it is named: %s', (_, named, off, labels) => {
    const findings = found({ Resources: [named] }, off);
    expect(findings.map(({ message }) => /takes (.*?), and/.exec(message)?.[1])).toEqual(labels);
    expect(findings.every(({ property }) => property === 'BackupSelection.Resources[0]')).toBe(true);
  });

  test('finds what is selected by tag whether everything obeys the switches or not', () => {
    expect(found({ ListOfTags: [TAG] }, ['DynamoDB'], { 'star-obeys-opt-in': false })).toHaveLength(1);
  });

  test('claims nothing of a tagged cluster that may be of a type that is on', () => {
    const resources = {
      Cluster: { Type: 'AWS::RDS::DBCluster', Properties: TAGS },
      Plan: plan(),
      Selection: selection({ ListOfTags: [TAG] }),
    };
    const off = parseAssumptions('assumptions.yaml', { 'opt-in': { '*': { Aurora: false } } });
    expect(findingsOf(optInSwitchedOff, { Resources: resources }, undefined, off)).toEqual([]);
  });

  test('finds FSx for OpenZFS by its resource', () => {
    const resources = {
      Files: { Type: 'AWS::FSx::FileSystem', Properties: { FileSystemType: 'OPENZFS' } },
      Plan: plan(),
      Selection: selection({ Resources: [{ 'Fn::GetAtt': ['Files', 'ResourceARN'] }] }),
    };
    const off = parseAssumptions('assumptions.yaml', { 'opt-in': { '*': { FSx: false } } });
    expect(findingsOf(optInSwitchedOff, { Resources: resources }, undefined, off)).toHaveLength(1);
    expect(findingsOf(optInSwitchedOff, { Resources: resources })).toEqual([]);
  });

  test('claims nothing where nobody says that a type is off, nor where that hangs on a place that is not known', () => {
    expect(found({ ListOfTags: [TAG] }, [])).toEqual([]);
    expect(found({ ListOfTags: [TAG] }, [], { 'opt-in': { 'eu-west-1': { DynamoDB: false } } })).toEqual([]);
  });
});
