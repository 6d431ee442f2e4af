import { guide, thread } from '../documentation';
import type { ErrorFamily } from './cause';

/** Creating selections, and finding what they select. */
export const SELECTION_ERRORS: ErrorFamily = {
  title: 'Selections',
  causes: [
    {
      id: 'selection-empty',
      signs: [
        {
          texts: [
            "either 'listoftags' or 'resources' section must be non-empty",
            'either resources or conditions must not be null',
            'error_4301',
          ],
          sureness: 'certain',
        },
      ],
      says: 'the selection names neither resources nor tags; conditions and exclusions alone select nothing',
      rule: 'selection-not-empty',
      fix: "name resources, tags or both; to select by conditions alone, add the resource '*'",
      source: thread('hashicorp/terraform-provider-aws', 24235),
    },
    {
      id: 'selection-of-other-region',
      signs: [{ texts: ['invalid arn: *. expected region is'], sureness: 'certain' }],
      says: 'a selection names resources of its own Region only, and this ARN is of another one',
      rule: 'selection-environment',
      fix: 'put the Region of the plan, or *, into the ARN; resources of other Regions need a plan there',
      source: thread('hashicorp/terraform-provider-aws', 7382),
    },
    {
      id: 'service-linked-role-missing',
      signs: [
        { texts: ['aws-service-role/backup.amazonaws.com/*cannot be assumed by aws backup'], sureness: 'certain' },
      ],
      says: 'the role in the text is made by AWS Backup itself at its first use, and this account has not got it yet',
      actions: ['iam:CreateServiceLinkedRole'],
      fix: 'make it once: aws iam create-service-linked-role --aws-service-name backup.amazonaws.com; for selections, better name a role of your own',
      source: guide('using-service-linked-roles'),
    },
    {
      id: 'role-not-assumable',
      signs: [{ texts: ['cannot be assumed by aws backup'], sureness: 'certain' }],
      says: 'the role in the text is not there, was made only just now, or its trust policy does not name backup.amazonaws.com',
      rule: 'role-without-trust',
      fix: 'let the trust policy of the role allow sts:AssumeRole to the service backup.amazonaws.com; if it does, try again after a minute; AWSBackupDefaultServiceRole is there only once the console has made it',
      source: guide('iam-service-roles'),
    },
    {
      id: 'role-may-not-read-tags',
      signs: [
        { texts: ['is not authorized to call tag:getresources'], sureness: 'certain' },
        { texts: ['tag:getresources'], amid: ['processbackupplanselection'], sureness: 'likely' },
      ],
      says: 'the role of the selection may not look for tags, by its policies or by a service control policy: nothing of the plan is then backed up by tag',
      actions: ['tag:GetResources'],
      rule: 'role-without-tag-permissions',
      fix: "allow the role tag:GetResources on '*' (AWSBackupServiceRolePolicyForBackup does), and see that no service control policy denies it; a role made in the same deployment may need a minute",
      source: guide('troubleshooting'),
    },
  ],
};
