import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { type BackupLibrary, type Program, Site } from './program';

/** What a library made of a program. */
export type Outcome = Accepted | Rejected;

export interface Accepted {
  /** The text of every template, nested stacks and stacks of stages included, by its path in the assembly. */
  readonly templates: Record<string, string>;
  /** Every warning and info on the construct tree: level, construct path and text. */
  readonly messages: readonly string[];
  /** Findings of CDK's own template validation: rule, resource and text. */
  readonly findings: readonly string[];
}

export interface Rejected {
  readonly rejected: string;
}

export interface Options {
  /** Whether CDK validates the templates against its own rules, which takes as long as the synthesis. */
  readonly templateValidation: boolean;
  /** Whether our checks say what is wrong; most programs show what becomes of a value, and not what is wise. */
  readonly checks?: boolean;
}

export function isRejected(outcome: Outcome): outcome is Rejected {
  return 'rejected' in outcome;
}

/** Runs a program through one library, in an app and a folder that nobody else sees. */
export function synthesize(program: Program, lib: BackupLibrary, options: Options): Outcome {
  const outdir = mkdtempSync(join(tmpdir(), 'conformance-'));
  const restore = switchTemplateValidation(options.templateValidation);
  try {
    const app = new App({
      outdir,
      // The CDKMetadata resource tells which classes a stack is made of; it is the one thing that may differ.
      analyticsReporting: false,
      // The report of a failed validation is read below; otherwise CDK prints it, and throws only in some modes.
      context: {
        ...program.context,
        '@aws-cdk/core:failSynthOnValidationErrors': false,
        'strongroom:checks': options.checks ? 'warn' : 'off',
      },
    });
    program.build(lib, new Site(app, program.env));
    return read(app.synth());
  } catch (error) {
    return { rejected: error instanceof Error ? error.message : String(error) };
  } finally {
    restore();
    rmSync(outdir, { recursive: true, force: true });
  }
}

function read(assembly: CloudAssembly): Outcome {
  const messages = assembly.stacksRecursively.flatMap((stack) =>
    stack.messages.map(({ level, id, entry }) => `${level} ${id}: ${withoutTokenNumbers(String(entry.data))}`),
  );
  const report = readReport(assembly.directory);
  const errors = [...messages.filter((message) => message.startsWith('error ')), ...report.failures];
  if (errors.length > 0) return { rejected: errors.join('\n') };
  return { templates: readTemplates(assembly.directory), messages, findings: report.findings };
}

/** Tokens are numbered over the life of the process, so two runs of one program never have the same. */
function withoutTokenNumbers(text: string): string {
  return text.replaceAll(/(Token\[[^\]]*)\.\d+\]/g, '$1]');
}

function readTemplates(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.template.json'))
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(directory, file), 'utf8')]));
}

interface ValidationReport {
  readonly pluginReports: ReadonlyArray<{
    readonly conclusion: string;
    readonly violations: ReadonlyArray<{
      readonly ruleName: string;
      readonly description: string;
      readonly violatingConstructs: ReadonlyArray<{ readonly constructPath?: string }>;
    }>;
  }>;
}

function readReport(directory: string): { findings: string[]; failures: string[] } {
  // Without a plugin to run, CDK writes no report.
  const file = readdirSync(directory).find((name) => name === 'validation-report.json');
  if (file === undefined) return { findings: [], failures: [] };
  const { pluginReports } = JSON.parse(readFileSync(join(directory, file), 'utf8')) as ValidationReport;
  const lines = (reports: ValidationReport['pluginReports']) =>
    reports.flatMap(({ violations }) =>
      violations.map(({ ruleName, description, violatingConstructs }) => {
        const paths = violatingConstructs.map(({ constructPath }) => constructPath).join(', ');
        return `${ruleName} ${paths}: ${description}`;
      }),
    );
  return {
    findings: lines(pluginReports),
    failures: lines(pluginReports.filter(({ conclusion }) => conclusion !== 'success')),
  };
}

/** CDK reads this variable at each synthesis and offers no context key for it. */
function switchTemplateValidation(on: boolean): () => void {
  const before = process.env.CDK_VALIDATION;
  process.env.CDK_VALIDATION = String(on);
  return () => {
    if (before === undefined) delete process.env.CDK_VALIDATION;
    else process.env.CDK_VALIDATION = before;
  };
}
