// Finding out what 300 selections protect of 5,000 resources in 10 templates, the sizes in turn in one process: linear in
// both, and less than reading took. Needs a built lib/.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { readModel } = require('../lib/read/read-model.js');
const { cover } = require('../lib/cover/cover.js');
const { Assumptions } = require('../lib/read/assumptions/assumptions.js');

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const STACKS = 10;
const MOST = { resources: 5000, selections: 300 };
/** By resources, by selections: n, 2n and 4n of one, all of the other. */
const SIZES = [
  ...[4, 2, 1].map((part) => ({ ...MOST, resources: MOST.resources / part })),
  ...[4, 2].map((part) => ({ ...MOST, selections: MOST.selections / part })),
];
/** Four times as much may take so many times as long: garbage is collected in larger steps. */
const LINEAR = 6;
const TIERS = ['gold', 'silver', 'bronze'];

const times = SIZES.map(() => []);
// The first rounds warm the compiler and are not counted.
for (let round = -2; round < ROUNDS; round++) {
  for (const [index, size] of SIZES.entries()) {
    const sample = measure(size);
    if (round >= 0) times[index].push(sample);
  }
}
report();

function measure({ resources, selections }) {
  const files = new Map();
  for (let stack = 0; stack < STACKS; stack++) {
    const template = templateOf(stack, resources / STACKS, selections / STACKS);
    files.set(`stack-${stack}.json`, JSON.stringify(template, undefined, 1));
  }
  const sources = [...files.keys()].map((path) => ({ kind: 'template', path }));
  const [read, model] = timed(() => readModel(sources, (path) => files.get(path)));
  const [covered, { resources: rows }] = timed(() => cover(model, Assumptions.DEFAULT.leaning()));
  if (rows.length !== resources) throw new Error(`${rows.length} rows of ${resources} resources`);
  return { read, cover: covered };
}

function timed(run) {
  const started = process.hrtime.bigint();
  const result = run();
  return [Number(process.hrtime.bigint() - started) / 1e6, result];
}

function report() {
  process.stdout.write(`Coverage: ${ROUNDS} rounds\n`);
  for (const [index, { resources, selections }] of SIZES.entries()) {
    const of = (what) => median(times[index].map((sample) => sample[what])).toFixed(1);
    process.stdout.write(
      `  ${String(resources).padStart(5)} resources, ${String(selections).padStart(3)} selections: read ${of('read')} ms, cover ${of('cover')} ms\n`,
    );
  }
  const growth = (more, less) => median(times[more].map((sample, round) => sample.cover / times[less][round].cover));
  limit('four times the resources', growth(2, 0), LINEAR);
  limit('four times the selections', growth(2, 3), LINEAR);
  limit('cover / read', median(times[2].map((sample) => sample.cover / sample.read)), 1);
}

function limit(what, ratio, atMost) {
  process.stdout.write(`  ${what}: ${ratio.toFixed(2)}, at most ${atMost} allowed\n`);
  if (ratio <= atMost) return;
  process.stderr.write(`bench: ${what} is ${ratio.toFixed(2)}, more than ${atMost}\n`);
  process.exitCode = 1;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Resources of four types, a third of them tagged; selections by name, by tag, by type and by a wildcard, in turn. */
function templateOf(stack, resources, selections) {
  const Resources = {
    Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: `vault-${stack}` } },
    Plan: {
      Type: 'AWS::Backup::BackupPlan',
      Properties: {
        BackupPlan: {
          BackupPlanName: `plan-${stack}`,
          BackupPlanRule: [
            { RuleName: 'daily', TargetBackupVault: { Ref: 'Vault' }, Lifecycle: { DeleteAfterDays: 35 } },
          ],
        },
      },
    },
  };
  for (let n = 0; n < resources; n++) Resources[`Data${n}`] = dataOf(`${stack}-${n}`, n);
  for (let n = 0; n < selections; n++) {
    Resources[`Selection${n}`] = {
      Type: 'AWS::Backup::BackupSelection',
      Properties: {
        BackupPlanId: { Ref: 'Plan' },
        BackupSelection: {
          SelectionName: `selection-${n}`,
          IamRoleArn: 'arn:aws:iam::111122223333:role/backup',
          ...selectedBy(stack, n, resources),
        },
      },
    };
  }
  return { Resources };
}

function dataOf(name, n) {
  const Tags = n % 3 === 0 ? [{ Key: 'tier', Value: `${TIERS[n % TIERS.length]}-${n % 100}` }] : [];
  switch (n % 4) {
    case 0:
      return { Type: 'AWS::DynamoDB::Table', Properties: { TableName: `table-${name}`, Tags } };
    case 1:
      return { Type: 'AWS::EC2::Volume', Properties: { Size: 8, Tags } };
    case 2:
      return {
        Type: 'AWS::S3::Bucket',
        Properties: { BucketName: `bucket-${name}`, VersioningConfiguration: { Status: 'Enabled' }, Tags },
      };
    default:
      return { Type: 'AWS::EFS::FileSystem', Properties: { FileSystemTags: Tags } };
  }
}

function selectedBy(stack, n, resources) {
  switch (n % 4) {
    case 0: {
      const tables = Array.from({ length: 10 }, (_, index) => `Data${((n * 10 + index) * 4) % resources}`);
      return { Resources: tables.map((table) => ({ 'Fn::GetAtt': [table, 'Arn'] })) };
    }
    case 1:
      return {
        ListOfTags: [
          { ConditionType: 'STRINGEQUALS', ConditionKey: 'tier', ConditionValue: `${TIERS[n % 3]}-${(n * 7) % 100}` },
        ],
      };
    case 2:
      return { Resources: [`arn:aws:dynamodb:*:*:table/table-${stack}-${n}*`] };
    default:
      return {
        Resources: ['arn:aws:ec2:*:*:volume/*'],
        Conditions: {
          StringEquals: [{ ConditionKey: 'aws:ResourceTag/tier', ConditionValue: `${TIERS[n % 3]}-${(n * 3) % 100}` }],
        },
      };
  }
}
