import { tieringType } from '../../../src/check/rules/tiering-type';
import { testRule } from '../rule-cases';

testRule(tieringType, [
  {
    title: 'a cheaper tier for backups of EFS',
    wrong: {
      Tiering: {
        Type: 'AWS::Backup::TieringConfiguration',
        Properties: {
          TieringConfigurationName: 'cheap',
          BackupVaultName: '*',
          ResourceSelection: [{ ResourceType: 'EFS', Resources: ['*'], TieringDownSettingsInDays: 60 }],
        },
      },
    },
    at: 'Resources.Tiering.Properties.ResourceSelection.0.ResourceType',
    right: 'S3',
    finds: {
      logicalId: 'Tiering',
      property: 'ResourceSelection[0].ResourceType',
      says: /^backups of S3 alone have a cheaper tier, got 'EFS'$/,
    },
  },
]);
