import type { TruthStack } from '../truth/cases';
import type { Draw } from './draw';
import type { Assumed } from './program';

const TYPES = [
  'DynamoDB',
  'EBS',
  'EC2',
  'EFS',
  'FSx',
  'RDS',
  'Aurora',
  'Neptune',
  'DocumentDB',
  'S3',
  'DSQL',
  'EKS',
  'Redshift',
  'Timestream',
];

/** Those of which, or of some of which, not even a named one is backed up while its type is off. */
const NEVER_SPARED = ['Aurora', 'DocumentDB', 'FSx', 'Neptune'];

const SWITCHES = [
  'absent-tag-satisfies-not-equals',
  'star-obeys-opt-in',
  'wildcards-within-names',
  'read-replicas-backed-up',
  'buckets-need-versioning',
  'endless-retention-breaks-maximum',
  'shared-environment',
];

const CENTRAL = {
  name: 'central',
  account: '111122223333',
  region: 'us-east-1',
  resources: ['arn:aws:dynamodb:*:*:table/*'],
  tags: { backup: 'daily' },
  except: ['arn:aws:dynamodb:*:*:table/eu-*'],
  'retention-days': 35,
};

/** What a file of assumptions says, which is mostly little. */
export function assumed(draw: Draw, stacks: readonly TruthStack[], strict: boolean): Assumed {
  const isManifest = stacks.some(({ account, region, tags }) => account ?? region ?? tags);
  const switches = SWITCHES.filter(() => draw.chance(12)).map((name) => [name, draw.chance(50)]);
  const off = [...draw.some(TYPES, 2, 8), ...NEVER_SPARED.filter(() => draw.chance(25))].map((type) => [
    type,
    draw.chance(15),
  ]);
  const optIn = { ...Object.fromEntries(off), ...(draw.chance(70) && { CloudFormation: false }) };
  // Coverage does not tie what a Region has switched on to other things that hang on which Region it will be.
  const isPlaced = stacks.every(({ name, account, region }) => name.includes('/') || (account && region));
  const place = !isPlaced || draw.chance(70) ? '*' : draw.of('us-east-1', '111122223333/us-east-1');
  const known = !strict || draw.chance(85);
  const hasTags = !isManifest && (known ? strict || draw.chance(20) : false);
  return {
    ...(known && strict && { partition: 'aws', 'plans-elsewhere': [] }),
    ...Object.fromEntries(switches),
    ...(draw.chance(48) && { 'opt-in': { [place]: optIn } }),
    ...(hasTags && { 'stack-tags': { '*': draw.chance(60) ? { backup: 'daily' } : {} } }),
    ...(draw.chance(10) && !parametersOf(stacks).has('allowed') && { parameters: { '*': { Stage: 'prod' } } }),
    ...(draw.chance(6) && { 'plans-elsewhere': [CENTRAL] }),
  };
}

function parametersOf(stacks: readonly TruthStack[]): ReadonlySet<string> {
  return new Set(JSON.stringify(stacks).includes('AllowedValues":["dev"') ? ['allowed'] : []);
}
