import { guide } from '../documentation';
import { allowCreator } from './allow-creator';
import type { ErrorCause, ErrorFamily } from './cause';

interface Deployed {
  readonly noun: string;
  /** The end of the CloudFormation type, in lower case. */
  readonly type: string;
  /** What tools write who call the API themselves; in lower case. */
  readonly calls: readonly string[];
  readonly actions: readonly string[];
  /** What is easily forgotten. */
  readonly hint: string;
}

const DENIED: readonly string[] = ['insufficient privileges to perform this action', 'accessdenied', 'access denied'];
const SERVICE_LINKED = 'iam:CreateServiceLinkedRole';

/** What creating something takes by the handlers of CloudFormation, which read what they have made. */
const DEPLOYED: readonly Deployed[] = [
  {
    noun: 'plan',
    type: 'backupplan',
    calls: ['createbackupplan', 'creating backup plan'],
    actions: [
      'backup:CreateBackupPlan',
      'backup:GetBackupPlan',
      'backup:TagResource',
      'backup:ListTags',
      'iam:PassRole',
    ],
    hint: 'iam:PassRole is for the role that scans for malware',
  },
  {
    noun: 'selection',
    type: 'backupselection',
    calls: ['createbackupselection', 'creating backup selection'],
    actions: [
      'backup:CreateBackupSelection',
      'backup:GetBackupSelection',
      'iam:GetRole',
      'iam:PassRole',
      SERVICE_LINKED,
    ],
    hint: 'iam:PassRole on the role of the selection is what most often lacks',
  },
  {
    noun: 'framework',
    type: 'framework',
    calls: ['createframework', 'creating backup framework'],
    actions: [
      'backup:CreateFramework',
      'backup:DescribeFramework',
      'backup:TagResource',
      'backup:ListTags',
      SERVICE_LINKED,
    ],
    hint: 'the service-linked role is made once in an account',
  },
  {
    noun: 'report plan',
    type: 'reportplan',
    calls: ['createreportplan', 'creating backup report plan'],
    actions: [
      'backup:CreateReportPlan',
      'backup:DescribeReportPlan',
      'backup:TagResource',
      'backup:ListTags',
      SERVICE_LINKED,
    ],
    hint: 'the service-linked role is that of reports.backup.amazonaws.com',
  },
  {
    noun: 'restore testing plan',
    type: 'restoretestingplan',
    calls: ['createrestoretestingplan', 'creating backup restore testing plan'],
    actions: [
      'backup:CreateRestoreTestingPlan',
      'backup:GetRestoreTestingPlan',
      'backup:TagResource',
      'backup:ListTags',
      SERVICE_LINKED,
    ],
    hint: 'the service-linked role is that of restore-testing.backup.amazonaws.com',
  },
  {
    noun: 'restore testing selection',
    type: 'restoretestingselection',
    calls: ['createrestoretestingselection', 'creating backup restore testing selection'],
    actions: ['backup:CreateRestoreTestingSelection', 'backup:GetRestoreTestingSelection', 'iam:PassRole'],
    hint: 'iam:PassRole is for the role that restores',
  },
  {
    noun: 'tiering configuration',
    type: 'tieringconfiguration',
    calls: ['createtieringconfiguration'],
    actions: [
      'backup:CreateTieringConfiguration',
      'backup:GetTieringConfiguration',
      'backup:TagResource',
      'backup:ListTags',
    ],
    hint: 'CloudFormation tags it even where you do not',
  },
  {
    noun: 'legal hold',
    type: 'legalhold',
    calls: ['createlegalhold'],
    actions: ['backup:CreateLegalHold', 'backup:GetLegalHold', 'backup:TagResource', 'backup:ListTags'],
    hint: 'deleting it takes backup:CancelLegalHold',
  },
];

/** Deployments that are denied, with a text that does not say which action lacks, and roles and keys around them. */
export const DEPLOYMENT_ERRORS: ErrorFamily = {
  title: 'Deployments',
  causes: [
    ...DEPLOYED.map(causeOf),
    {
      id: 'change-denied',
      signs: [
        {
          texts: DENIED,
          amid: [
            'update_failed*aws::backup::',
            'aws::backup::*update_failed',
            'delete_failed*aws::backup::',
            'aws::backup::*delete_failed',
          ],
          sureness: 'likely',
        },
      ],
      says: 'whoever deploys lacks an action that changing or deleting it takes, or the access policy of the vault denies that',
      fix: 'look for a Deny in the access policy of the vault first, then allow whoever deploys the actions on it that begin with Update, Put, Delete, Untag and Describe',
      source: guide('access-control'),
    },
    {
      id: 'policy-names-missing-role',
      signs: [{ texts: ['policy contains a statement with one or more invalid principals'], sureness: 'certain' }],
      says: 'a key policy names a role or user that is not there: often AWSServiceRoleForBackup, in an account that has not used AWS Backup yet',
      actions: [SERVICE_LINKED],
      fix: 'make the role first (aws iam create-service-linked-role --aws-service-name backup.amazonaws.com in its account), or name the account and narrow by a condition on aws:PrincipalArn',
      source: guide('using-service-linked-roles'),
    },
    {
      id: 'role-policy-too-long',
      signs: [{ texts: ['maximum policy size of 10240 bytes exceeded for role'], sureness: 'certain' }],
      says: 'the inline policies of a role have at most 10240 characters together',
      rule: 'role-policy-length',
      fix: 'attach managed policies instead, or give the types of resources to two selections with a role each',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
    },
  ],
};

function causeOf({ noun, type, calls, actions, hint }: Deployed): ErrorCause {
  return {
    id: `${noun.replaceAll(' ', '-')}-creation-denied`,
    signs: [
      {
        texts: DENIED,
        amid: [...calls, `aws::backup::${type}*create_failed`, `create_failed*aws::backup::${type}`],
        sureness: 'likely',
      },
    ],
    says: `whoever creates the ${noun} lacks one of the actions that this takes`,
    actions,
    fix: allowCreator(hint),
    source: guide('access-control'),
  };
}
