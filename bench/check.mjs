// Reading and checking templates of 1,250, 2,500 and 5,000 resources, in one process, the sizes in turn, as a ratio to
// JSON.parse of the same texts. Both must stay linear, and checks must cost less than reading. Needs a built lib/.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { readModel } = require('../lib/read/read-model.js');
const { check } = require('../lib/check/check.js');
const { CHECK_RULES } = require('../lib/check/rules.js');
const { Assumptions } = require('../lib/read/assumptions/assumptions.js');

const ROUNDS = Number(process.env.ROUNDS ?? 7);
/** A plan brings a vault, a table, a role and a selection along. */
const PLANS = [250, 500, 1000];
const RESOURCES_A_PLAN = 5;
const PLANS_A_STACK = 50;
/** Four times as much may take so many times as long: garbage is collected in larger steps. */
const LINEAR = 6;
const FROM = Date.UTC(2026, 0, 15);

const times = PLANS.map(() => ({ parse: [], read: [], check: [] }));
// The first rounds warm the compiler and are not counted.
for (let round = -2; round < ROUNDS; round++) {
  for (const [index, plans] of PLANS.entries()) {
    const sample = measure(plans);
    if (round >= 0) for (const [what, time] of Object.entries(sample)) times[index][what].push(time);
  }
}
report();

function measure(plans) {
  const files = new Map();
  for (let first = 0; first < plans; first += PLANS_A_STACK) {
    files.set(`stack-${first}.json`, JSON.stringify(template(first), undefined, 1));
  }
  const sources = [...files.keys()].map((path) => ({ kind: 'template', path }));
  const [parse] = timed(() => [...files.values()].map((text) => JSON.parse(text)));
  const [read, model] = timed(() => readModel(sources, (path) => files.get(path)));
  const [checked] = timed(() => check(model, { assumptions: Assumptions.DEFAULT, from: FROM, rules: CHECK_RULES }));
  return { parse, read, check: checked };
}

function timed(run) {
  const started = process.hrtime.bigint();
  const result = run();
  return [Number(process.hrtime.bigint() - started) / 1e6, result];
}

function report() {
  process.stdout.write(`Reading and checking, ${CHECK_RULES.length} rules: ${ROUNDS} rounds\n`);
  const medians = times.map((of) => Object.fromEntries(Object.entries(of).map(([what, all]) => [what, median(all)])));
  for (const [index, { parse, read, check: checked }] of medians.entries()) {
    process.stdout.write(
      `  ${String(PLANS[index] * RESOURCES_A_PLAN).padStart(5)} resources: parse ${parse.toFixed(1)} ms, read ${read.toFixed(1)} ms (${(read / parse).toFixed(1)} times), check ${checked.toFixed(1)} ms (${(checked / parse).toFixed(1)} times)\n`,
    );
  }
  for (const what of ['read', 'check']) {
    const growth = median(times.at(-1)[what].map((time, round) => time / times[0][what][round]));
    limit(`${what}, four times the resources`, growth, LINEAR);
  }
  limit('check / read', median(times.at(-1).check.map((time, round) => time / times.at(-1).read[round])), 1);
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

function template(first) {
  const Resources = {};
  for (let n = first; n < first + PLANS_A_STACK; n++) {
    Resources[`Vault${n}`] = {
      Type: 'AWS::Backup::BackupVault',
      DeletionPolicy: 'Retain',
      Properties: { BackupVaultName: `vault-${n}`, LockConfiguration: { MinRetentionDays: 7, MaxRetentionDays: 400 } },
    };
    Resources[`Table${n}`] = {
      Type: 'AWS::DynamoDB::Table',
      Properties: { TableName: `table-${n}`, KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] },
    };
    Resources[`Role${n}`] = {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' } }],
        },
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup'],
      },
    };
    Resources[`Plan${n}`] = { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: plan(n) } };
    Resources[`Selection${n}`] = {
      Type: 'AWS::Backup::BackupSelection',
      Properties: {
        BackupPlanId: { Ref: `Plan${n}` },
        BackupSelection: {
          SelectionName: 'tables',
          IamRoleArn: { 'Fn::GetAtt': [`Role${n}`, 'Arn'] },
          Resources: [{ 'Fn::GetAtt': [`Table${n}`, 'Arn'] }],
        },
      },
    };
  }
  return { Resources };
}

function plan(n) {
  const rule = (name, schedule, days) => ({
    RuleName: name,
    ScheduleExpression: schedule,
    TargetBackupVault: { Ref: `Vault${n}` },
    StartWindowMinutes: 60,
    Lifecycle: { DeleteAfterDays: days },
  });
  return {
    BackupPlanName: `plan-${n}`,
    BackupPlanRule: [
      rule('daily', 'cron(0 5 ? * * *)', 35),
      rule('weekly', 'cron(0 8 ? * SUN *)', 90),
      rule('monthly', 'cron(0 11 1 * ? *)', 365),
    ],
  };
}
