import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import * as core from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import ts from 'typescript';

/** A program in the documentation of the official library. */
export interface Snippet {
  /** The heading that it stands under, and which of its programs it is: `Backup plan and selection 2`. */
  readonly name: string;
  readonly code: string;
}

const { Duration, RemovalPolicy, Stack, TimeZone } = core;
const SCOPE = {
  ...{ Construct, Duration, RemovalPolicy, Stack, TimeZone },
  ...{ backup, dynamodb, ec2, events, iam, kms, rds, sns },
};

/** What programs take as given, made as plainly as it can be. */
const GIVEN: Readonly<Record<string, (stack: core.Stack, name: string) => unknown>> = {
  'backup.BackupPlan': (stack, name) => new backup.BackupPlan(stack, name),
  'backup.BackupVault': (stack, name) => new backup.BackupVault(stack, name),
  'ec2.Vpc': (stack, name) => new ec2.Vpc(stack, name),
};

/** What stands in for ARNs in the programs, and ARNs such as a reader puts there. */
const STANDING_IN = {
  "'aaa'": "'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'",
  "'bbb'": "'arn:aws:sns:eu-central-1:111122223333:backups'",
};

const DECLARED = /^declare const (\w+): ([\w.]+);$/gm;

/** The programs of the official library's page on AWS Backup, as it is installed here. */
export function snippets(): Snippet[] {
  const path = createRequire(import.meta.url).resolve('aws-cdk-lib/package.json');
  const page = readFileSync(path.replace('package.json', 'aws-backup/README.md'), 'utf8');
  return page.split(/^## /m).flatMap((section) => {
    const title = section.slice(0, section.indexOf('\n'));
    const codes = [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code as string);
    return codes.map((code, index) => ({ name: `${title} ${index + 1}`, code }));
  });
}

/** Runs a program in a stack of its own, and gives the app. */
export function appOf({ code }: Snippet): core.App {
  const app = new core.App({ analyticsReporting: false });
  const stack = new core.Stack(app, 'Documented', { env: { account: '111122223333', region: 'eu-central-1' } });
  const given = [...code.matchAll(DECLARED)].map(
    ([, name, type]) => [name as string, GIVEN[type as string]?.(stack, `Given-${name}`)] as const,
  );
  const names = { ...SCOPE, ...Object.fromEntries(given) };
  const program = code.replace(DECLARED, '').replace(/^import .*$/gm, '');
  const body = Object.entries(STANDING_IN).reduce((text, [word, arn]) => text.replace(word, arn), program);
  const { outputText } = ts.transpileModule(body, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  compileFunction(outputText, Object.keys(names)).apply(stack, Object.values(names));
  for (const plan of stack.node.findAll()) if (plan instanceof backup.BackupPlan) complete(plan);
  return app;
}

/** Gives a plan what a program leaves to the reader: rules, without which there is no plan, and what it backs up. */
function complete(plan: backup.BackupPlan): void {
  if (plan.node.validate().length > 0) plan.addRule(backup.BackupPlanRule.daily());
  if (plan.node.children.some((child) => child instanceof backup.BackupSelection)) return;
  plan.addSelection('Given', { resources: [backup.BackupResource.fromTag('backup', 'daily')] });
}
