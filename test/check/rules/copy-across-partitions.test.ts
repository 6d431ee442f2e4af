import { copyAcrossPartitions } from '../../../src/check/rules/copy-across-partitions';
import { copying, DESTINATION, vaultArn } from '../copying';
import { testRule } from '../rule-cases';

const far = (region: string) => vaultArn('far', region);

testRule(copyAcrossPartitions, [
  {
    title: 'a copy from China to elsewhere',
    wrong: { Plan: copying([far('ap-southeast-1')]) },
    around: { at: '111122223333/cn-north-1' },
    at: DESTINATION,
    right: far('cn-northwest-1'),
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
      says: /^the copy of rule 'daily' goes from cn-north-1 \(China\) to ap-southeast-1 \(the commercial Regions\)/,
    },
  },
  {
    title: 'a copy from elsewhere to GovCloud',
    wrong: { Plan: copying([far('us-gov-west-1')]) },
    around: { at: '111122223333/us-west-2' },
    at: DESTINATION,
    right: far('us-east-1'),
    finds: { says: /from us-west-2 \(the commercial Regions\) to us-gov-west-1 \(GovCloud\)/ },
  },
  {
    title: 'a copy between two parts of AWS that are apart',
    wrong: { Plan: copying([far('us-gov-east-1')]) },
    around: { at: '111122223333/cn-north-1' },
    at: DESTINATION,
    right: far('cn-north-1'),
    finds: { says: /China.*GovCloud/ },
  },
]);
