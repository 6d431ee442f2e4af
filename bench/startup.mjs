// How long the command takes for a small template, as a ratio to an empty program of node: nobody should wait for it.
// The three run in turn, each in a process of its own, so that each round is a fair comparison. Needs a built lib/.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROUNDS = Number(process.env.ROUNDS ?? 7) * 3;
const AT_MOST = 3;
const COMMAND = fileURLToPath(new URL('../bin/strongroom', import.meta.url));

const TEMPLATE = {
  Resources: {
    Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'ledger' } },
    Plan: {
      Type: 'AWS::Backup::BackupPlan',
      Properties: {
        BackupPlan: {
          BackupPlanName: 'Daily',
          BackupPlanRule: [
            {
              RuleName: 'Daily',
              ScheduleExpression: 'cron(0 5 ? * * *)',
              TargetBackupVault: { Ref: 'Vault' },
              Lifecycle: { DeleteAfterDays: 35 },
            },
          ],
        },
      },
    },
  },
};
const YAML = `Resources:
  Vault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: ledger
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: Daily
        BackupPlanRule:
          - RuleName: Daily
            ScheduleExpression: cron(0 5 ? * * *)
            TargetBackupVault: !Ref Vault
            Lifecycle: { DeleteAfterDays: 35 }
`;

const folder = mkdtempSync(join(tmpdir(), 'strongroom-bench-'));
try {
  writeFileSync(join(folder, 'empty.js'), '');
  writeFileSync(join(folder, 'app.json'), JSON.stringify(TEMPLATE, undefined, 1));
  writeFileSync(join(folder, 'app.yaml'), YAML);
  compare({ empty: ['empty.js'], json: [COMMAND, 'show', 'app.json'], yaml: [COMMAND, 'show', 'app.yaml'] });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compare(programs) {
  const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  // The first round warms the disk's cache and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, args] of Object.entries(programs)) {
      const time = milliseconds(args);
      if (round > 0) times[name].push(time);
    }
  }
  process.stdout.write(`Starting the command on a template of two resources: ${ROUNDS} rounds\n`);
  for (const [name, all] of Object.entries(times))
    process.stdout.write(`  ${name.padEnd(5)} ${median(all).toFixed(1)} ms\n`);
  for (const name of ['json', 'yaml']) {
    const ratio = median(times[name].map((time, round) => time / times.empty[round]));
    process.stdout.write(`  ${name} / empty: ${ratio.toFixed(2)}, less than ${AT_MOST} allowed\n`);
    if (ratio >= AT_MOST) {
      process.stderr.write(`bench: the command took ${AT_MOST} times an empty program, or more\n`);
      process.exitCode = 1;
    }
  }
}

function milliseconds(args) {
  const started = process.hrtime.bigint();
  execFileSync(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
