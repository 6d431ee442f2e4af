import { scanWithoutResources } from '../../../src/check/rules/scan-without-resources';
import { testRule } from '../rule-cases';
import { arn, plan, SELECTION, selection } from './plan-and-selection';

const scanning = (type: string) =>
  plan(
    { ScanActions: [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL_SCAN' }] },
    {
      ScanSettings: [
        {
          MalwareScanner: 'GUARDDUTY',
          ResourceTypes: [type],
          ScannerRoleArn: 'arn:aws:iam::111122223333:role/scanner',
        },
      ],
    },
  );

testRule(scanWithoutResources, [
  {
    title: 'a scan of buckets in a plan for instances',
    wrong: { Plan: scanning('S3'), Selection: selection({ Resources: [arn('ec2', 'instance/i-1')] }) },
    at: 'Resources.Plan.Properties.BackupPlan.ScanSettings.0.ResourceTypes.0',
    right: 'EC2',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.ScanSettings[0].ResourceTypes',
      says: /^this plan scans recovery points of S3 for malware, and selects no resource of that type$/,
    },
  },
  {
    title: 'a scan of volumes in a plan for instances',
    wrong: { Plan: scanning('EBS'), Selection: selection({ Resources: [arn('ec2', 'instance/i-1')] }) },
    at: 'Resources.Plan.Properties.BackupPlan.ScanSettings.0.ResourceTypes.0',
    right: 'ALL',
    finds: { says: /scans recovery points of EBS/ },
  },
  {
    title: 'a scan in a plan that selects nothing that is scanned',
    wrong: { Plan: scanning('EBS'), Selection: selection({ Resources: [arn('dynamodb', 'table/orders')] }) },
    at: `${SELECTION}.Resources.0`,
    right: arn('ec2', 'volume/*'),
    finds: { says: /scans recovery points of EBS/ },
  },
]);
