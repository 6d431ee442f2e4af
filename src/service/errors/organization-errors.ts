import { api, guide, thread } from '../documentation';
import type { ErrorFamily } from './cause';

/** Organizations, frameworks and reports. */
export const ORGANIZATION_ERRORS: ErrorFamily = {
  title: 'Organizations, frameworks and reports',
  causes: [
    {
      id: 'no-organization',
      signs: [
        { texts: ['error_9601'], sureness: 'certain' },
        { texts: ['your account is not a member of an organization'], amid: ['backup'], sureness: 'certain' },
      ],
      says: 'the account is in no organization, and global settings of AWS Backup are those of an organization',
      fix: 'ask in the management account, or leave global settings alone: without an organization there are none',
      source: guide('manage-cross-account'),
    },
    {
      id: 'global-settings-denied',
      signs: [
        {
          texts: ['accessdenied', 'access denied', 'insufficient privileges to perform this action'],
          amid: ['updateglobalsettings', 'update-global-settings', 'backup global settings'],
          sureness: 'likely',
        },
      ],
      says: 'the global settings of AWS Backup are those of the organization: only its management account may change them',
      actions: ['backup:UpdateGlobalSettings'],
      fix: 'set them from the management account, and nowhere else; there, allow the caller the action',
      source: api('API_UpdateGlobalSettings'),
    },
    {
      id: 'organization-policy-malformed',
      signs: [
        {
          texts: ['does not meet the requirements of the specified policy type'],
          amid: ['backup'],
          sureness: 'likely',
        },
        { texts: ['does not meet the requirements of the specified policy type'], sureness: 'possible' },
      ],
      says: 'the backup policy is not in the syntax of AWS Organizations: a value that is no text, an @@assign that is missing, a key twice, a plan without rules, Regions or selections',
      fix: 'write every value as text under @@assign, and compare with the syntax; OrganizationBackupPolicy of Strongroom writes it right',
      source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html',
    },
    {
      id: 'report-frameworks-across-accounts',
      signs: [
        {
          texts: ['for multi-account, multi-region reports, use accounts, organizationunits and regions'],
          sureness: 'certain',
        },
      ],
      says: 'a report on several accounts or Regions names frameworks too, which it must not',
      fix: 'take the frameworks out of the report plan, or the accounts, organizational units and Regions',
      source: thread('hashicorp/terraform-provider-aws', 32235),
    },
    {
      id: 'nothing-recorded',
      signs: [
        {
          texts: ['noavailableconfigurationrecorder', 'configuration recorder is not'],
          amid: ['createframework', 'creating backup framework', 'aws::backup::framework', 'backup framework'],
          sureness: 'likely',
        },
      ],
      says: 'AWS Config does not record in this account and Region, and the controls of a framework go by what it records',
      rule: 'framework-needs-recording',
      fix: 'switch recording on, for the types that the controls ask for, before the framework is made',
      source: guide('controls-and-remediation'),
    },
  ],
};
