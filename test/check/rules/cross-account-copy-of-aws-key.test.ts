import { crossAccountCopyOfAwsKey } from '../../../src/check/rules/cross-account-copy-of-aws-key';
import { copying, DESTINATION, vaultArn } from '../copying';
import { testRule } from '../rule-cases';
import { selecting } from '../selecting';

const wrong = {
  Data: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', StorageEncrypted: true } },
  Selection: selecting({ 'Fn::GetAtt': ['Data', 'DBInstanceArn'] }),
  Plan: copying([vaultArn('far', 'eu-central-1', '222233334444')]),
};
const around = { at: '111122223333/eu-central-1' };

testRule(crossAccountCopyOfAwsKey, [
  {
    title: 'copies of an encrypted database without a key of its own',
    wrong,
    around,
    at: 'Resources.Data.Properties.KmsKeyId',
    right: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
      says: /^the copy of rule 'daily' goes to account 222233334444, .* with which Data \(selection 'data'\) is encrypted/,
    },
  },
  {
    title: 'another account for what can only be copied within one',
    wrong,
    around,
    at: DESTINATION,
    right: vaultArn('far', 'eu-west-1'),
    finds: { says: /222233334444/ },
  },
]);
