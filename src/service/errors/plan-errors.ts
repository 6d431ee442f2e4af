import { api, guide, thread } from '../documentation';
import type { ErrorFamily } from './cause';

/** Creating, changing and deleting plans. */
export const PLAN_ERRORS: ErrorFamily = {
  title: 'Plans',
  causes: [
    {
      id: 'continuous-with-cold-storage',
      signs: [{ texts: ['movetocoldstorageafterdays is unavailable'], sureness: 'likely' }],
      says: 'the rule has continuous backup and a move to cold storage, and continuous backups cannot go cold',
      rule: 'continuous-cold-storage',
      fix: 'leave cold storage out of that rule, and give long retention a rule of its own without continuous backup',
      source: guide('point-in-time-recovery'),
    },
    {
      id: 'continuous-without-retention',
      signs: [
        { texts: ['lifecycle must be specified for backup rule enabled continuous backup'], sureness: 'certain' },
      ],
      says: 'a rule with continuous backup must say how long it keeps its points',
      fix: 'delete after 1 to 35 days',
      source: thread('aws/aws-cdk', 17602),
    },
    {
      id: 'retention-out-of-range',
      signs: [{ texts: ['deleteafterdays cannot be less than 1 or more than 36500 days'], sureness: 'certain' }],
      says: 'recovery points are kept for 1 to 36500 days, or for ever; the same was said of 84 days in a rule with continuous backup and cold storage after 0 days',
      rule: 'retention',
      fix: 'use a number in that range, or leave it out to keep points for ever; never write 0 for a step that is not wanted; keep continuous backups for 35 days at most',
      source: thread('hashicorp/terraform-provider-aws', 24960),
    },
    {
      id: 'cold-storage-too-short',
      signs: [
        {
          texts: ['deleteafterdays cannot be less than 90 days apart from movetocoldstorageafterdays'],
          sureness: 'certain',
        },
      ],
      says: 'recovery points stay in cold storage for 90 days at least; a move after 0 days counts as a move',
      rule: 'cold-storage-stay',
      fix: 'delete 90 days or more after the move, or leave the move out',
      source: api('API_Lifecycle'),
    },
    {
      id: 'schedule-too-often',
      signs: [{ texts: ["interval between backup jobs shouldn't be less than 60 minutes"], sureness: 'certain' }],
      says: 'a rule runs more often than once an hour, and AWS Backup refuses that',
      rule: 'schedule-frequency',
      fix: 'name one minute in the minutes field, cron(0 * * * ? *) for example; continuous backup restores to any second',
      source: guide('plan-options-and-configuration'),
    },
    {
      id: 'plan-exists',
      signs: [{ texts: ['backup plan with the same plan document already exists'], sureness: 'certain' }],
      says: 'the account has the very same plan already: same name, same rules',
      fix: 'import that plan, delete it, or give this one a name of its own',
      source: api('API_CreateBackupPlan'),
    },
    {
      id: 'plan-has-selections',
      signs: [
        {
          texts: ['related backup plan selections must be deleted prior to backup plan deletion'],
          sureness: 'certain',
        },
      ],
      says: 'a plan is deleted only after its selections, and one is still there: made by hand, or its deletion is not through yet',
      fix: 'delete the selections (aws backup list-backup-selections --backup-plan-id ID lists them), then the plan; if there are none, try again',
      source: thread('hashicorp/terraform-provider-aws', 10414),
    },
    {
      id: 'made-by-organization',
      signs: [
        {
          texts: [
            'backup plan cannot be deleted for backup plan*created by organizations',
            'for backup plan*created by organizations',
          ],
          sureness: 'certain',
        },
      ],
      says: 'the plan comes from a backup policy of the organization: the account itself can neither change nor delete it',
      fix: 'change or detach the backup policy in the management account',
      source: guide('manage-cross-account'),
    },
  ],
};
