/** Files that are right, and show every way of saying something. */
export const GOOD: readonly (readonly [string, unknown])[] = [
  ['that says nothing', {}],
  ['in which everything is a comment', null],
  ['with types by Region', { 'opt-in': { 'eu-central-1': { S3: false, 'Redshift Serverless': true } } }],
  ['with types everywhere', { 'opt-in': { '*': { EKS: false } } }],
  ['with types of one account', { 'opt-in': { '012345678901/us-gov-west-1': { Aurora: true } } }],
  ['with Regions of other partitions', { 'opt-in': { 'cn-north-1': {}, 'us-iso-east-1': {}, 'ap-southeast-5': {} } }],
  ['on DynamoDB', { 'dynamodb-advanced-features': { '*': true, 'us-east-1': false } }],
  ['with a switch', { 'cross-account-backup': false }],
  ['with a word', { 'overlap-of-equal-retention': 'both' }],
  ['with the least number', { 'efs-automatic-retention-days': 1 }],
  ['with the greatest number', { 'efs-automatic-retention-days': 36_500 }],
  ['with the tags of stacks', { 'stack-tags': { '*': { team: '' }, 'a/b.yaml': { 'aws:x': 'y z' } } }],
  ['with parameters', { parameters: { App: { Stage: 'prod', Lines: 'a\nb', Empty: '' } } }],
  ['with a stack of an odd name', { parameters: { 'Prod/Ünï (v2)': {}, constructor: {} } }],
  ['with digits without quotes', { parameters: { App: { Days: 35, Offset: -1 } }, 'stack-tags': { App: { cost: 7 } } }],
  ['with an account without quotes', { 'plans-elsewhere': [{ name: 'p', account: 111122223333, resources: ['*'] }] }],
  ['with no plans elsewhere', { 'plans-elsewhere': [] }],
  ['with a plan by ARN', { 'plans-elsewhere': [{ name: 'daily', resources: ['*', 'arn:aws:s3:::*'] }] }],
  [
    'with a plan in full',
    {
      'plans-elsewhere': [
        {
          name: 'central daily',
          account: '012345678901',
          region: 'eu-central-1',
          resources: ['arn:aws:dynamodb:*:*:table/*'],
          tags: { backup: 'daily' },
          except: ['arn:aws:dynamodb:*:*:table/cache'],
          'retention-days': 35,
        },
        { name: 'b', tags: { backup: 'yearly' }, 'retention-days': 'forever' },
      ],
    },
  ],
  ['with durations', { 'job-minutes': { S3: 600, 'SAP HANA on Amazon EC2': 1 } }],
];

const TYPES =
  "one of 'Aurora', 'CloudFormation', 'DSQL', 'DocumentDB', 'DynamoDB', 'EBS', 'EC2', 'EFS', 'EKS', 'FSx', 'Neptune', 'RDS', 'Redshift', 'Redshift Serverless', 'S3', 'SAP HANA on Amazon EC2', 'Storage Gateway', 'Timestream', 'VirtualMachine'";
const PLACE =
  "a Region such as 'eu-central-1', an account in it such as '111122223333/eu-central-1', or '*' for all others";
const PLAN = 'an object of name, account, region, resources, tags, except, retention-days';

const plan = (fields: object) => ({ 'plans-elsewhere': [{ name: 'p', tags: { a: 'b' }, ...fields }] });

/** Files that are wrong, and what is said of them. */
export const BAD: readonly (readonly [string, unknown, string])[] = [
  ['a misspelt name', { 'opt-inn': {} }, "there is no 'opt-inn'; did you mean 'opt-in'?"],
  ['another notation', { OptIn: {} }, "there is no 'OptIn'; did you mean 'opt-in'?"],
  ['a name in the plural', { parameter: {} }, "there is no 'parameter'; did you mean 'parameters'?"],
  ['a switch for text', { 'cross-account-backup': 'yes' }, "cross-account-backup is 'yes', expected true or false"],
  ['a switch for null', { 'cross-account-backup': null }, 'cross-account-backup is null, expected true or false'],
  ['a switch for a number', { 'cross-account-backup': 1 }, 'cross-account-backup is 1, expected true or false'],
  [
    'another word',
    { 'completion-window-counts-from': 'scheduled' },
    "completion-window-counts-from is 'scheduled', expected one of 'start', 'schedule'; did you mean 'schedule'?",
  ],
  [
    'no word',
    { 'completion-window-counts-from': true },
    "completion-window-counts-from is true, expected one of 'start', 'schedule'",
  ],
  [
    'a number in quotes',
    { 'efs-automatic-retention-days': '35' },
    "efs-automatic-retention-days is '35', expected a whole number from 1 to 36500; write it without quotes",
  ],
  [
    'half a day',
    { 'efs-automatic-retention-days': 0.5 },
    'efs-automatic-retention-days is 0.5, expected a whole number from 1 to 36500',
  ],
  [
    'no days',
    { 'efs-automatic-retention-days': 0 },
    'efs-automatic-retention-days is 0, expected a whole number from 1 to 36500',
  ],
  [
    'too many days',
    { 'efs-automatic-retention-days': 36501 },
    'efs-automatic-retention-days is 36501, expected a whole number from 1 to 36500',
  ],
  ['a list for types', { 'opt-in': ['S3'] }, `opt-in is a list, expected an object, each key ${PLACE}`],
  ['types without a place', { 'opt-in': { S3: true } }, `there is no 'S3' in opt-in, expected ${PLACE}`],
  [
    'a Region that is none',
    { 'opt-in': { 'eu-central': {} } },
    `there is no 'eu-central' in opt-in, expected ${PLACE}`,
  ],
  [
    'an account that is too short',
    { 'opt-in': { '12345678901/eu-west-1': {} } },
    `there is no '12345678901/eu-west-1' in opt-in, expected ${PLACE}`,
  ],
  ['an account alone', { 'opt-in': { '111122223333': {} } }, `there is no '111122223333' in opt-in, expected ${PLACE}`],
  [
    'a misspelt type',
    { 'opt-in': { 'eu-west-1': { Dynamo: true } } },
    "there is no 'Dynamo' in opt-in.eu-west-1; did you mean 'DynamoDB'?",
  ],
  ['a type in lower case', { 'opt-in': { '*': { s3: true } } }, "there is no 's3' in opt-in.*; did you mean 'S3'?"],
  ['a type unlike any', { 'opt-in': { '*': { Lambda: true } } }, `there is no 'Lambda' in opt-in.*, expected ${TYPES}`],
  [
    'a type from the prototype',
    { 'opt-in': { '*': { constructor: true } } },
    `there is no 'constructor' in opt-in.*, expected ${TYPES}`,
  ],
  ['a type that is on', { 'opt-in': { '*': { S3: 'on' } } }, "opt-in.*.S3 is 'on', expected true or false"],
  [
    'tags of a file as a list',
    { 'stack-tags': { 'a b.yaml': [] } },
    'stack-tags["a b.yaml"] is a list, expected an object, each key a tag key of 1 to 128 characters',
  ],
  [
    'a parameter of an odd name',
    { parameters: { '*': { 'my-days': '1' } } },
    "there is no 'my-days' in parameters.*, expected the name of a parameter",
  ],
  [
    'a stack without a name',
    { parameters: { '': {} } },
    "there is no '' in parameters, expected a stack, the file of its template, or '*' for all",
  ],
  [
    'plans as an object',
    { 'plans-elsewhere': {} },
    `plans-elsewhere is an object, expected a list, each member ${PLAN}`,
  ],
  ['a plan that is text', { 'plans-elsewhere': ['daily'] }, `plans-elsewhere[0] is 'daily', expected ${PLAN}`],
  ['a plan without a name', { 'plans-elsewhere': [{ tags: { a: 'b' } }] }, 'plans-elsewhere[0] has no name'],
  [
    'a plan that protects nothing',
    { 'plans-elsewhere': [{ name: 'p' }] },
    'plans-elsewhere[0] has neither resources nor tags, expected at least one',
  ],
  [
    'a plan without tags in its tags',
    plan({ tags: {} }),
    'plans-elsewhere[0].tags is empty, expected an object, each key a tag key of 1 to 128 characters',
  ],
  [
    'a plan without resources in its list',
    plan({ resources: [] }),
    "plans-elsewhere[0].resources is empty, expected a list, each member an ARN, with '*' where it may be anything",
  ],
  [
    'a plan with a name for an ARN',
    plan({ resources: ['table/ledger'] }),
    "plans-elsewhere[0].resources[0] is 'table/ledger', expected an ARN, with '*' where it may be anything",
  ],
  [
    'a Region in words',
    plan({ region: 'Frankfurt' }),
    "plans-elsewhere[0].region is 'Frankfurt', expected a Region such as 'eu-central-1'",
  ],
  [
    'a retention of never',
    plan({ 'retention-days': 'never' }),
    "plans-elsewhere[0].retention-days is 'never', expected a whole number from 1 to 36500, or 'forever'",
  ],
  [
    'a negative retention',
    plan({ 'retention-days': -1 }),
    "plans-elsewhere[0].retention-days is -1, expected a whole number from 1 to 36500, or 'forever'",
  ],
  [
    'a misspelt field',
    plan({ 'retention-day': 1 }),
    "there is no 'retention-day' in plans-elsewhere[0]; did you mean 'retention-days'?",
  ],
  [
    'a long value',
    { 'overlap-of-equal-retention': 'x'.repeat(500) },
    `overlap-of-equal-retention is '${'x'.repeat(60)}…', expected one of 'first', 'both'`,
  ],
  ['text', 'opt-in', "it is 'opt-in', expected"],
  ['a list', [], 'it is a list, expected'],
  [
    'a tag that is half a number',
    { 'stack-tags': { '*': { team: 7.5 } } },
    'stack-tags.*.team is 7.5, expected a tag value of at most 256 characters; put it in quotes',
  ],
  [
    'a parameter that is no',
    { parameters: { '*': { Public: false } } },
    'parameters.*.Public is false, expected the value of a parameter, as text of at most 4096 characters; put it in quotes',
  ],
  [
    'a parameter beyond the numbers',
    { parameters: { '*': { Id: 2 ** 53 } } },
    'parameters.*.Id is 9007199254740992, expected the value of a parameter, as text of at most 4096 characters; put it in quotes',
  ],
  [
    'a parameter that is a list',
    { parameters: { '*': { Zones: ['a'] } } },
    'parameters.*.Zones is a list, expected the value of a parameter',
  ],
  [
    'an account that is too long',
    plan({ account: 1111222233334 }),
    'plans-elsewhere[0].account is 1111222233334, expected an account id of 12 digits; put it in quotes',
  ],
];
