import { api, guide } from '../../service/documentation';
import type { Assumption, Switch } from './assumption';
import {
  ACCOUNT,
  ARN,
  PARAMETER_NAME,
  PARAMETER_VALUE,
  PLACE,
  REGION,
  RESOURCE_TYPE,
  STACK,
  TAG_KEY,
  TAG_VALUE,
} from './keys';
import { FLAG, listOf, mapOf, recordOf, textLike, wholeNumber } from './shape';

const LONGEST_RETENTION_DAYS = 36_500;
const MINUTES_PER_YEAR = 365 * 24 * 60;

/** A plan of which only this file knows, and what it protects. */
const PLAN_ELSEWHERE = recordOf(
  {
    name: textLike('^\\S(.{0,98}\\S)?$', 'a name of 1 to 100 characters'),
    account: ACCOUNT,
    region: REGION,
    resources: listOf(ARN),
    tags: mapOf(TAG_KEY, TAG_VALUE, { mayBeEmpty: false }),
    except: listOf(ARN),
    'retention-days': wholeNumber(1, LONGEST_RETENTION_DAYS, 'forever'),
  },
  { required: ['name'], some: ['resources', 'tags'] },
);

/** What is set by table: by place, by stack, by type. */
export const TABLES = {
  'opt-in': {
    title: 'Which resource types AWS Backup may back up in an account and Region',
    standard: 'every type is on, everywhere',
    reason:
      'the first vault or plan in a Region switches on every type of that time; types that came later, and types that were switched off by hand, are off, and for the plans of an organization the settings of its management account count',
    source: guide('getting-started'),
    confirm: ['aws backup describe-region-settings --region REGION --query ResourceTypeOptInPreference'],
    example: ["'*': { EKS: false }", 'eu-central-1: { S3: true, EKS: true }', '111122223333/eu-west-1: { S3: false }'],
    shape: mapOf(PLACE, mapOf(RESOURCE_TYPE, FLAG)),
  },
  'dynamodb-advanced-features': {
    title: 'Whether DynamoDB tables are backed up with the advanced features, which copies and cold storage need',
    standard: 'they are, everywhere',
    reason:
      'AWS switches them on for accounts whose first vault is younger than 21 November 2021; older accounts have to do so',
    source: guide('advanced-ddb-backup'),
    confirm: ['aws backup describe-region-settings --region REGION --query ResourceTypeManagementPreference'],
    example: ["'*': true", 'us-east-1: false'],
    shape: mapOf(PLACE, FLAG),
  },
  'stack-tags': {
    title: 'Which tags a stack is deployed with, where no CDK manifest names them',
    standard: 'none',
    reason: 'a template cannot name the tags of its stack; a stack that is deployed without any has none',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-add-tags.html',
    confirm: ["aws cloudformation describe-stacks --stack-name STACK --query 'Stacks[0].Tags'"],
    example: ["'*': { team: storage }", 'network.yaml: { backup: daily }'],
    shape: mapOf(STACK, mapOf(TAG_KEY, TAG_VALUE)),
  },
  parameters: {
    title: 'Which values the parameters of a stack have',
    standard: 'none: what hangs on a parameter stays unknown, even where the template gives it a default',
    reason: 'a default is what a stack gets that names no other value, and production is often the stack that does',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
    confirm: ["aws cloudformation describe-stacks --stack-name STACK --query 'Stacks[0].Parameters'"],
    example: ["'*': { Stage: prod }", 'app.yaml: { RetentionDays: 35 }'],
    shape: mapOf(STACK, mapOf(PARAMETER_NAME, PARAMETER_VALUE)),
  },
  'plans-elsewhere': {
    title: 'Which plans protect resources from outside of these templates',
    standard: 'none',
    reason:
      'a plan that nobody names protects nothing that could be promised; those of an organization or of a central team are the usual ones',
    source: guide('assigning-resources'),
    confirm: [
      'aws backup list-backup-plans --region REGION',
      'aws backup list-backup-selections --region REGION --backup-plan-id PLAN',
      'aws backup get-backup-selection --region REGION --backup-plan-id PLAN --selection-id SELECTION',
      'aws organizations describe-effective-policy --policy-type BACKUP_POLICY',
    ],
    example: [
      '- name: central-daily',
      '  account: 111122223333',
      '  region: eu-central-1',
      "  resources: ['arn:aws:dynamodb:*:*:table/*']",
      '  tags: { backup: daily }',
      "  except: ['arn:aws:dynamodb:*:*:table/cache']",
      '  retention-days: 35',
    ],
    shape: listOf(PLAN_ELSEWHERE, { mayBeEmpty: true }),
  },
  'job-minutes': {
    title: 'How long a backup job of a resource type runs, in minutes',
    standard: 'unknown: what hangs on it is given as "plus the duration of the job"',
    reason:
      'it depends on the amount of data and on what changed, and a recovery point counts once its job has completed',
    source: guide('monitoring'),
    confirm: ['aws backup list-backup-jobs --region REGION --by-resource-type TYPE --by-state COMPLETED'],
    example: ['S3: 600', 'DynamoDB: 30'],
    shape: mapOf(RESOURCE_TYPE, wholeNumber(1, MINUTES_PER_YEAR)),
  },
} satisfies Readonly<Record<string, Assumption<unknown>>>;

/** How the organization and the accounts are set up, beyond what goes by Region. */
export const ACCOUNT_SWITCHES = {
  'cross-account-backup': {
    title: 'Whether the organization lets its accounts copy backups to each other',
    standard: 'true',
    value: true,
    reason:
      'the management account has to switch it on, and whoever declares a copy to another account will have done so; where it is off, each of these copies fails',
    source: api('API_UpdateGlobalSettings'),
    confirm: ['aws backup describe-global-settings --query GlobalSettings.isCrossAccountBackupEnabled'],
    example: ['false'],
    shape: FLAG,
  },
  'shared-environment': {
    title: 'Whether stacks that name neither account nor Region are deployed to the same ones',
    standard: 'true',
    value: true,
    reason:
      'such stacks are mostly deployed together, with the same credentials; a plan reaches nothing in another account or Region',
    source: 'https://docs.aws.amazon.com/cdk/v2/guide/environments.html',
    confirm: ["aws cloudformation describe-stacks --stack-name STACK --query 'Stacks[0].StackId'"],
    example: ['false'],
    shape: FLAG,
  },
  'efs-automatic-retention-days': {
    title: 'How many days the automatic plan of EFS keeps the daily backups of a file system that asks for them',
    standard: '35',
    value: 35,
    reason: 'the plan that EFS makes keeps them for 35 days, and can be edited',
    source: 'https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html',
    confirm: [
      'aws backup list-backup-plans --region REGION',
      'aws backup get-backup-plan --region REGION --backup-plan-id PLAN',
    ],
    example: ['90'],
    shape: wholeNumber(1, LONGEST_RETENTION_DAYS),
  },
} satisfies Readonly<Record<string, Switch<unknown>>>;
