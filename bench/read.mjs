// How long reading takes: 5,000 resources in 10 templates that lead to each other, and half of them, and a quarter; beside
// JSON.parse of the same texts. Reading has to grow with the templates, not with their square. Needs a built lib/.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { readModel } = require('../lib/read/read-model.js');

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const TEMPLATES = 10;
const SIZES = [1_250, 2_500, 5_000];
/** Twice the resources may take so many times as long, machine and garbage collector considered. */
const AT_MOST_PER_DOUBLING = 2.6;

const inputs = SIZES.map((size) => ({ size, files: filesOf(size / TEMPLATES) }));
const times = inputs.map(() => ({ read: [], parse: [] }));
// The first round warms the machine up and is not counted.
for (let round = 0; round <= ROUNDS; round++) {
  for (const [index, { files }] of inputs.entries()) {
    const read = milliseconds(() => readFiles(files));
    const parse = milliseconds(() => {
      for (const text of files.values()) JSON.parse(text);
    });
    if (round === 0) continue;
    times[index].read.push(read);
    times[index].parse.push(parse);
  }
}

process.stdout.write(`Reading templates: ${ROUNDS} rounds\n`);
for (const [index, { size, files }] of inputs.entries()) {
  const { resources, plans, selections, notes } = readFiles(files);
  const kilobytes = [...files.values()].reduce((sum, text) => sum + text.length, 0) / 1000;
  const [read, parse] = [median(times[index].read), median(times[index].parse)];
  process.stdout.write(
    `  ${size.toLocaleString('en-US')} resources (${kilobytes.toFixed(0)} kB; ${resources.length} hold data, ${plans.length} plans, ${selections.length} selections, ${notes.length} notes): ` +
      `${read.toFixed(1)} ms, ${(read / parse).toFixed(1)} times JSON.parse\n`,
  );
}
for (let index = 1; index < inputs.length; index++) {
  const ratio = median(times[index].read.map((time, round) => time / times[index - 1].read[round]));
  process.stdout.write(
    `  ${SIZES[index]} / ${SIZES[index - 1]}: ${ratio.toFixed(2)}, at most ${AT_MOST_PER_DOUBLING} allowed\n`,
  );
  if (ratio > AT_MOST_PER_DOUBLING) {
    process.stderr.write(`bench: reading twice the resources took ${ratio.toFixed(2)} times as long\n`);
    process.exitCode = 1;
  }
}

function readFiles(files) {
  return readModel(
    [...files.keys()].map((path) => ({ kind: 'template', path })),
    (path) => files.get(path),
  );
}

/** Templates in which tables, plans and selections stand in turn, and name vaults that the first one exports. */
function filesOf(resourcesEach) {
  return new Map(
    Array.from({ length: TEMPLATES }, (_, number) => {
      const resources = { Vault: vault(number) };
      for (let index = 0; Object.keys(resources).length < resourcesEach; index++) {
        resources[`Table${index}`] = table(index);
        resources[`Plan${index}`] = plan(index);
        resources[`Selection${index}`] = selection(index);
      }
      const outputs = { Vault: { Value: { Ref: 'Vault' }, Export: { Name: `vault-${number}` } } };
      const template = { Parameters: { Stage: { Type: 'String' } }, Resources: resources, Outputs: outputs };
      return [`stack-${number}.json`, JSON.stringify(template, undefined, 1)];
    }),
  );
}

function vault(number) {
  return { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: `vault-${number}` } };
}

function table(index) {
  const tags = [{ Key: 'stage', Value: { Ref: 'Stage' } }];
  return {
    Type: 'AWS::DynamoDB::Table',
    Properties: { TableName: { 'Fn::Sub': `\${Stage}-table-${index}` }, Tags: tags },
  };
}

function plan(index) {
  const rule = {
    RuleName: 'daily',
    ScheduleExpression: `cron(${index % 60} ${index % 24} * * ? *)`,
    Lifecycle: { DeleteAfterDays: 35 },
    TargetBackupVault: { 'Fn::ImportValue': `vault-${index % TEMPLATES}` },
  };
  return {
    Type: 'AWS::Backup::BackupPlan',
    Properties: { BackupPlan: { BackupPlanName: `plan-${index}`, BackupPlanRule: [rule] } },
  };
}

function selection(index) {
  return {
    Type: 'AWS::Backup::BackupSelection',
    Properties: {
      BackupPlanId: { Ref: `Plan${index}` },
      BackupSelection: {
        IamRoleArn: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/backup` },
        Resources: [{ 'Fn::GetAtt': [`Table${index}`, 'Arn'] }],
        SelectionName: `selection-${index}`,
      },
    },
  };
}

function milliseconds(work) {
  const started = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
