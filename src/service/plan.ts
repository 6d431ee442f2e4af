import { api, guide } from './documentation';
import { type ValueRule, valueRule } from './value-rule';

/** How many rules a plan has. */
export const rulesPerPlan = valueRule<number>(
  {
    id: 'rules-per-plan',
    title: 'A plan has 1 to 10 rules',
    certainty: 'documented',
    source: guide('aws-backup-limits'),
  },
  (count) => {
    if (count === 0) {
      return { says: 'a plan has at least 1 rule, got none', fix: 'give it a rule' };
    }
    if (count > 10) {
      return { says: `a plan has at most 10 rules, got ${count} rules`, fix: 'spread the rules over two plans' };
    }
    return undefined;
  },
);

/** How many destinations the points of one rule are copied to. */
export const copyActionsPerRule = atMost(5, {
  id: 'copy-actions-per-rule',
  noun: 'copy actions',
  of: 'rule',
  source: guide('aws-backup-limits'),
  fix: 'spread the copy actions over two rules',
});

/** How many tags a rule puts on its recovery points. */
export const recoveryPointTagsPerRule = atMost(10, {
  id: 'recovery-point-tags-per-rule',
  noun: 'recovery point tags',
  of: 'rule',
  source: guide('aws-backup-limits'),
  fix: 'leave the least useful tags out',
});

/** How many index actions a rule has. */
export const indexActionsPerRule = atMost(1, {
  id: 'index-actions-per-rule',
  noun: 'index action',
  of: 'rule',
  source: api('API_BackupRuleInput'),
  fix: 'keep one index action',
});

/** A tag as it is put on recovery points: the lengths are those of tags everywhere in AWS, not stated for this place. */
export const recoveryPointTag = valueRule<{ readonly key: string; readonly value: string }>(
  {
    id: 'recovery-point-tag',
    title: 'A recovery point tag has a key of 1 to 128 characters and a value of at most 256',
    certainty: 'uncertain',
    source:
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-backup-backupplan-backupruleresourcetype.html',
  },
  ({ key, value }) =>
    key.length >= 1 && key.length <= 128 && value.length <= 256
      ? undefined
      : {
          says: `a recovery point tag must have a key of 1 to 128 characters and a value of at most 256, got the key '${key}' (${key.length} characters) with a value of ${value.length} characters`,
          fix: key === '' ? 'give the tag a key' : 'shorten the tag',
        },
);

/** A tag of the plan itself; the key's length is CloudFormation's, the value's is that of tags everywhere in AWS. */
export const planTag = valueRule<{ readonly key: string; readonly value: string }>(
  {
    id: 'plan-tag',
    title: 'A tag of a plan has a key of 1 to 128 characters and a value of at most 256',
    certainty: 'uncertain',
    source: api('API_CreateBackupPlan'),
  },
  ({ key, value }) =>
    key.length >= 1 && key.length <= 128 && value.length <= 256
      ? undefined
      : {
          says: `a tag of a plan must have a key of 1 to 128 characters and a value of at most 256, got the key '${key}' (${key.length} characters) with a value of ${value.length} characters`,
          fix: key === '' ? 'give the tag a key' : 'shorten the tag',
        },
);

/** AWS Backup does not document whether two rules of a plan may share a name; reports and rehearsals cannot tell them apart. */
export const distinctRuleNames = valueRule<{ readonly name: string; readonly taken: readonly string[] }>(
  {
    id: 'distinct-rule-names',
    title: 'The rules of a plan have names of their own',
    certainty: 'uncertain',
    source: api('API_BackupRule'),
  },
  ({ name, taken }) =>
    taken.includes(name)
      ? {
          says: `two rules of this plan are called '${name}': AWS Backup does not say whether it takes that, and jobs of the two look alike`,
          fix: 'give each rule a name of its own',
        }
      : undefined,
);

/** The API reference speaks of one resource type an index action, an example of AWS Organizations lists two. */
export const indexActionTypes = valueRule<readonly string[]>(
  {
    id: 'index-action-types',
    title: 'An index action names one resource type, EBS or S3',
    certainty: 'conflicting',
    source: api('API_IndexAction'),
  },
  (types) =>
    types.length === 1 && (types[0] === 'EBS' || types[0] === 'S3')
      ? undefined
      : {
          says: `an index action names one resource type, EBS or S3, got ${types.length === 0 ? 'none' : types.join(', ')}`,
          fix: 'name EBS or S3, one of them',
        },
);

interface Limit {
  readonly id: string;
  readonly noun: string;
  readonly of: string;
  readonly source: string;
  readonly fix: string;
}

function atMost(limit: number, { id, noun, of, source, fix }: Limit): ValueRule<number> {
  return valueRule<number>(
    { id, title: `A ${of} has at most ${limit} ${noun}`, certainty: 'documented', source },
    (count) => (count <= limit ? undefined : { says: `a ${of} has at most ${limit} ${noun}, got ${count}`, fix }),
  );
}
