import { api, guide } from '../../service/documentation';
import type { Switch } from './assumption';
import { FLAG, oneOf } from './shape';

/** Commands that show which jobs ran and what became of them, which settles what the documentation leaves open. */
const JOBS = 'aws backup list-backup-jobs --region REGION --by-resource-arn ARN';
const COPIES = 'aws backup list-copy-jobs --region REGION --by-resource-arn ARN';
const RULES = guide('plan-options-and-configuration');

/** What becomes of jobs, where the documentation is silent or contradicts itself. */
export const JOB_SWITCHES = {
  'overlap-across-vaults': {
    title: 'Whether overlapping rules of one plan drop backups even if they fill different vaults',
    standard: 'true',
    value: true,
    reason:
      'where start windows overlap, the rule with the longer retention runs; nothing is said about vaults, and fewer backups is the careful answer',
    source: RULES,
    confirm: [JOBS],
    example: ['false'],
    shape: FLAG,
  },
  'overlap-across-plans': {
    title: 'Whether overlapping rules of different plans drop backups of a resource that both select',
    standard: 'false',
    value: false,
    reason: 'the documentation of overlaps speaks of the rules of one plan, and of no others',
    source: RULES,
    confirm: [JOBS],
    example: ['true'],
    shape: FLAG,
  },
  'overlap-with-earlier-windows': {
    title:
      'Whether a start window is dropped that opened before the window of a rule with longer retention, and overlaps it',
    standard: 'true',
    value: true,
    reason:
      'only windows that open within the longer one are shown in the documentation; fewer backups is the careful answer',
    source: RULES,
    confirm: [JOBS],
    example: ['false'],
    shape: FLAG,
  },
  'overlap-of-equal-retention': {
    title: 'Which of two overlapping rules of one plan run if both keep their backups equally long',
    standard: 'first',
    value: 'first',
    reason:
      'one backup satisfies both, and the documentation names no winner; first is the rule that stands first in the plan',
    source: RULES,
    confirm: [JOBS],
    example: ['both'],
    shape: oneOf(['first', 'both']),
  },
  'overlap-spares-continuous': {
    title: 'Whether a continuous backup lives on when a snapshot rule with longer retention overlaps it',
    standard: 'true',
    value: true,
    reason: 'AWS recommends to have both, which would make no sense if one ended the other',
    source: guide('point-in-time-recovery'),
    confirm: [JOBS],
    example: ['false'],
    shape: FLAG,
  },
  'completion-window-counts-from': {
    title: 'Whether the completion window counts from the start of the job or from its scheduled time',
    standard: 'start',
    value: 'start',
    reason: 'the description of rules says so; the description of jobs on demand counts from the scheduled time',
    source: api('API_BackupRuleInput'),
    confirm: [JOBS],
    example: ['schedule'],
    shape: oneOf(['start', 'schedule']),
  },
  'second-continuous-backup-of-a-bucket': {
    title: 'What becomes of a continuous backup of a bucket that already has one in another vault',
    standard: 'fails',
    value: 'fails',
    reason: 'the newer page says that the job fails; an older one says that it makes a snapshot',
    source: guide('lag-vault-primary-backup'),
    confirm: [JOBS],
    example: ['snapshot'],
    shape: oneOf(['fails', 'snapshot']),
  },
  'endless-retention-breaks-maximum': {
    title: 'Whether backups that are kept for ever fail in a vault whose lock sets a maximum retention',
    standard: 'true',
    value: true,
    reason: 'for ever is longer than any maximum, though no page says it in so many words',
    source: guide('vault-lock'),
    confirm: [JOBS],
    example: ['false'],
    shape: FLAG,
  },
  'unencrypted-into-air-gap': {
    title:
      'Whether backups of unencrypted resources reach an air-gapped vault, for types that AWS Backup does not fully manage',
    standard: 'false',
    value: false,
    reason:
      'the page on such vaults asks for a key of your own; the page on backups straight into them takes unencrypted ones too',
    source: guide('logicallyairgappedvault'),
    confirm: [JOBS, COPIES],
    example: ['true'],
    shape: FLAG,
  },
  'copy-across-account-and-region': {
    title:
      'Whether one copy action may go to another account in another Region, for types that the documentation does not name',
    standard: 'true',
    value: true,
    reason:
      'it is documented for RDS, Aurora, DocumentDB and Neptune, which once were exceptions; no page names another',
    source: guide('backup-feature-availability'),
    confirm: [COPIES],
    example: ['false'],
    shape: FLAG,
  },
  'cold-storage-of-dsql-and-openzfs': {
    title: 'Whether backups of Aurora DSQL and FSx for OpenZFS move to cold storage',
    standard: 'false',
    value: false,
    reason:
      'the table of features says that they do; the list of types with cold storage leaves them out, and the setting is then ignored',
    source: RULES,
    confirm: ['aws backup list-recovery-points-by-resource --region REGION --resource-arn ARN'],
    example: ['true'],
    shape: FLAG,
  },
} satisfies Readonly<Record<string, Switch<unknown>>>;
