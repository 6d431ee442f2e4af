// `npx tsx bench/coverage-truth/run.mts FOLDER` puts the truth table of coverage to cdk-nag: to each of its packs that ask
// whether a resource is in a backup plan. FOLDER is one in which cdk-nag, aws-cdk-lib and constructs are installed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TruthCase, type TruthStack, truthCases } from '../../test/cover/truth/cases';
import type { Template } from '../../test/cover/truth/whole';
import { deployable } from './deployable';

const folder = process.argv[2];
if (!folder) throw new Error('name the folder in which cdk-nag, aws-cdk-lib and constructs are installed');
const require = createRequire(resolve(folder, 'package.json'));
const { App, Stack, Tags } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const nag = require('cdk-nag');

const TEMPORARY = mkdtempSync(join(tmpdir(), 'coverage-truth-'));
let written = 0;

/** The packs that have rules on backup plans; the others, such as AwsSolutions and PCI DSS, have none. */
const PACKS = ['HIPAASecurityChecks', 'NIST80053R4Checks', 'NIST80053R5Checks'];

/** What a tool says of a resource: that it is in a plan, that it is not, or nothing. */
type Said = 'in a plan' | 'in no plan' | 'nothing';
type Answers = ReadonlyMap<string, Said>;

interface Score {
  right: number;
  falseAlarm: number;
  miss: number;
  /** Of the misses, those of types that the tool knows. */
  wronglyInPlan: number;
  silent: number;
}

/** The answers of a pack about each resource of a case, by what the case calls it. */
function ask(truth: TruthCase, pack: string): Answers {
  const answers = new Map<string, Said>();
  const app = new App();
  const keys = new Map<string, string>();
  for (const stack of truth.stacks.filter(({ name }) => !name.includes('/'))) add(app, truth, stack, keys);
  const said = (word: Said) => (data: { ruleId: string; resource: { node: { path: string } } }) => {
    const key = keys.get(data.resource.node.path);
    if (key !== undefined && data.ruleId.endsWith('InBackupPlan')) answers.set(key, word);
  };
  const nothing = () => undefined;
  const logger = {
    onCompliance: said('in a plan'),
    onNonCompliance: said('in no plan'),
    onError: nothing,
    onNotApplicable: nothing,
    onSuppressed: nothing,
    onSuppressedError: nothing,
  };
  const checks = new nag[pack]({ reports: false, additionalLoggers: [logger] });
  // What synthesis does with an aspect, without the rest of it.
  for (const node of app.node.findAll()) checks.visit(node);
  return answers;
}

/** Adds a stack, those nested in it too, and notes what the case calls the resources in it. */
function add(
  app: object,
  truth: TruthCase,
  { name, account, region, tags, template }: TruthStack,
  keys: Map<string, string>,
) {
  const stack = new Stack(app, name, { env: { account, region } });
  for (const [key, value] of Object.entries(tags ?? {})) Tags.of(stack).add(key, value);
  const nested = truth.stacks.filter((other) => other.name.startsWith(`${name}/`));
  const loadNestedStacks = Object.fromEntries(
    nested.map((other) => [other.name.slice(name.length + 1), { templateFile: fileWith(other.template) }]),
  );
  const include = new CfnInclude(stack, 'T', { templateFile: fileWith(template), loadNestedStacks });
  note(include, template, truth.stacks.length > 1 ? `${name}/` : '', keys);
  for (const other of nested) {
    const loaded = include.getNestedStack(other.name.slice(name.length + 1)).includedTemplate;
    note(loaded, other.template, `${other.name}/`, keys);
  }
}

function note(
  include: { getResource(id: string): { node: { path: string } } },
  template: Template,
  prefix: string,
  keys: Map<string, string>,
) {
  for (const id of Object.keys(template.Resources)) keys.set(include.getResource(id).node.path, `${prefix}${id}`);
}

function fileWith(template: Template): string {
  const file = join(TEMPORARY, `${++written}.json`);
  writeFileSync(file, JSON.stringify(deployable(template)));
  return file;
}

function judge(score: Score, { expect }: TruthCase, answers: Answers): void {
  for (const [key, status] of Object.entries(expect)) {
    if (status === 'notBackedUpByAwsBackup') continue;
    const said = answers.get(key) ?? 'nothing';
    if (said === 'nothing') score.silent += 1;
    const isProtected = status === 'protected';
    if (said === 'in no plan') score[isProtected ? 'falseAlarm' : 'right'] += 1;
    else if (isProtected) score.right += said === 'nothing' ? 0 : 1;
    else {
      score.miss += 1;
      if (said === 'in a plan') score.wronglyInPlan += 1;
    }
  }
}

const cases = truthCases(fileURLToPath(new URL('../../test/cover/truth', import.meta.url)));
const total = cases.flatMap(({ expect }) =>
  Object.values(expect).filter((status) => status !== 'notBackedUpByAwsBackup'),
);
process.stdout.write(`${cases.length} programs, ${total.length} resources that AWS Backup could back up\n`);
process.stdout.write(
  '| pack | right | false alarm | miss | of these said to be in a plan | says nothing | not read |\n| --- | --: | --: | --: | --: | --: | --: |\n',
);
for (const pack of PACKS) {
  const score: Score = { right: 0, falseAlarm: 0, miss: 0, wronglyInPlan: 0, silent: 0 };
  const refused: string[] = [];
  for (const truth of cases) {
    try {
      judge(score, truth, ask(truth, pack));
    } catch (error) {
      refused.push(`${truth.title}: ${(error as Error).message.slice(0, 200)}`);
    }
  }
  const { right, falseAlarm, miss, wronglyInPlan, silent } = score;
  process.stdout.write(
    `| ${pack} | ${right} | ${falseAlarm} | ${miss} | ${wronglyInPlan} | ${silent} | ${refused.length} programs |\n`,
  );
  for (const line of refused) process.stderr.write(`${pack}: not read: ${line}\n`);
}
rmSync(TEMPORARY, { recursive: true });
