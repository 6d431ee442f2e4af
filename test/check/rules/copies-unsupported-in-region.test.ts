import { describe, expect, test } from 'vitest';
import { copiesUnsupportedInRegion } from '../../../src/check/rules/copies-unsupported-in-region';
import { copying, DESTINATION, vaultArn } from '../copying';
import { findingsOf, testRule } from '../rule-cases';
import { selecting } from '../selecting';

const cluster = (Type: string, destination: string) => ({
  Data: { Type, Properties: { StorageEncrypted: true } },
  Selection: selecting({
    'Fn::Join': [
      '',
      ['arn:aws:rds:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':cluster:', { Ref: 'Data' }],
    ],
  }),
  Plan: copying([destination]),
});

testRule(copiesUnsupportedInRegion, [
  {
    title: 'copies of DocumentDB to a Region that has to be switched on',
    wrong: cluster('AWS::DocDB::DBCluster', vaultArn('far', 'eu-south-1')),
    around: { at: '111122223333/eu-central-1' },
    at: DESTINATION,
    right: vaultArn('far', 'eu-west-1'),
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
      says: /^the copy of rule 'daily' is of DocumentDB clusters \(selection 'data'\), which eu-south-1 does not copy to another Region$/,
    },
  },
  {
    title: 'copies of Neptune from a Region that has to be switched on to another account',
    wrong: cluster('AWS::Neptune::DBCluster', vaultArn('far', 'af-south-1', '222233334444')),
    around: { at: '111122223333/af-south-1' },
    at: DESTINATION,
    right: vaultArn('far', 'af-south-1'),
    finds: { says: /is of Neptune clusters .*, which af-south-1 does not copy to another account$/ },
  },
]);

describe('copies-unsupported-in-region', () => {
  test('does not claim of a cluster that may be of a kind which is copied', () => {
    const Selection = selecting('arn:aws:rds:eu-central-1:111122223333:cluster:x');
    const resources = { Selection, Plan: copying([vaultArn('far', 'eu-south-1')]) };
    const around = { at: '111122223333/eu-central-1' };
    expect(findingsOf(copiesUnsupportedInRegion, { Resources: resources }, around)).toEqual([]);
  });

  test('does not claim where nobody knows the Region', () => {
    const resources = cluster('AWS::Neptune::DBCluster', vaultArn('far', 'eu-central-1', '222233334444'));
    expect(findingsOf(copiesUnsupportedInRegion, { Resources: resources })).toEqual([]);
  });
});
