// Installs the package as npm would publish it into an empty folder, without the CDK and without a network: the command
// runs there, and whoever asks for a construct is told in one line what to install.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TEMPLATE = `Resources:
  Vault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: !Sub ledger
`;
const MISSING =
  'the constructs of cdk-strongroom need aws-cdk-lib and constructs, which cannot be found: run npm install aws-cdk-lib constructs';

const folder = mkdtempSync(join(tmpdir(), 'strongroom-install-'));
try {
  install();
  writeFileSync(join(folder, 'app.yaml'), TEMPLATE);
  writeFileSync(join(folder, 'app.json'), '{"Resources": {"Vault": {"Type": "AWS::Backup::BackupVault"}}}');

  expect('show reads YAML', command('show', 'app.yaml'), { status: 0, stdout: 'Vault ledger' });
  expect('show reads JSON', command('show', 'app.json'), { status: 0, stdout: '1 vault' });
  const schedule = command(
    'schedule',
    'cron(0 5 ? * 6L *)',
    '--from',
    '2026-01-01T00:00:00Z',
    '--count',
    '1',
    '--format',
    'json',
  );
  expect('schedule runs', schedule, { status: 0, stdout: '2026-01-30T05:00:00' });
  expect('require tells what is missing', node("require('cdk-strongroom')"), { status: 1, stderr: MISSING });
  const imported = node("import { BackupVault } from 'cdk-strongroom'", '--input-type=module');
  expect('import tells what is missing', imported, { status: 1, stderr: MISSING });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write('The package runs where the CDK is not installed.\n');

function install() {
  const quiet = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { ...quiet, cwd: process.cwd() });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{"name": "user", "version": "1.0.0", "private": true}');
  execFileSync('npm', ['install', '--no-save', '--offline', '--no-audit', '--no-fund', `./${tarball}`], quiet);
  if (existsSync(join(folder, 'node_modules', 'aws-cdk-lib')))
    throw new Error('npm installed aws-cdk-lib all the same');
}

function command(...args) {
  return run(join(folder, 'node_modules', '.bin', 'strongroom'), args);
}

function node(program, ...options) {
  return run(process.execPath, [...options, '--eval', program]);
}

function run(file, args) {
  return spawnSync(file, args, { cwd: folder, encoding: 'utf8' });
}

/** A right answer is that status and that text, and never a stack trace. */
function expect(what, { status, stdout, stderr }, wanted) {
  const isRight =
    status === wanted.status &&
    stdout.includes(wanted.stdout ?? '') &&
    stderr.includes(wanted.stderr ?? '') &&
    !/^ +at /m.test(stderr);
  if (isRight) return;
  throw new Error(`${what}: it does not (status ${status})\n${stdout}${stderr}`);
}
