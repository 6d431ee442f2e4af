import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { afterAll, beforeAll, vi } from 'vitest';

/** A violation as the CDK's report has it. */
export interface Reported {
  readonly ruleName: string;
  readonly severity: string;
  readonly description: string;
  readonly suggestedFix?: string;
  readonly violatingConstructs: readonly {
    readonly constructPath: string;
    readonly cloudFormationResource?: {
      readonly logicalId: string;
      readonly templatePath: string;
      readonly propertyPaths?: string[];
    };
  }[];
}

/** What a synth says of an app. */
export interface Synthesized {
  /** What Strongroom reported. */
  readonly violations: readonly Reported[];
  /** What of it was acknowledged. */
  readonly suppressed: readonly Reported[];
  /** What went to the terminal, and what was thrown. */
  readonly printed: string;
  readonly failed: boolean;
}

/**
 * For the tests of a file: makes apps that are checked at synth, each in a folder of its own.
 *
 * @returns what makes an app, by its context, and what makes a folder that is empty
 */
export function checkedApps(): { newApp(context?: Record<string, unknown>): App; newFolder(): string } {
  let folder = '';
  beforeAll(() => {
    // Tests switch the CDK's own validation off, which is as good as asking for no checks.
    vi.stubEnv('CDK_VALIDATION', undefined);
    folder = mkdtempSync(join(tmpdir(), 'strongroom-'));
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const newFolder = () => mkdtempSync(join(folder, 'out-'));
  return { newFolder, newApp: (context = {}) => new App({ outdir: newFolder(), analyticsReporting: false, context }) };
}

/** Synthesizes an app as a program does, and collects what its checks say. */
export function synthesized(app: App, options: { readonly force?: boolean } = {}): Synthesized {
  const said: string[] = [];
  const stderr = vi.spyOn(console, 'error').mockImplementation((text) => said.push(String(text)));
  const exitCode = process.exitCode;
  process.exitCode = 0;
  let failed = false;
  try {
    app.synth(options);
  } catch (error) {
    failed = true;
    said.push((error as Error).message);
  } finally {
    failed ||= process.exitCode !== 0;
    process.exitCode = exitCode;
    stderr.mockRestore();
  }
  const file = join(app.outdir, 'validation-report.json');
  const { pluginReports } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { pluginReports: [] };
  const own = pluginReports.filter(({ pluginName }: { pluginName: string }) => pluginName === 'Strongroom');
  const all = (key: string) => own.flatMap((report: Record<string, Reported[] | undefined>) => report[key] ?? []);
  return { violations: all('violations'), suppressed: all('suppressedViolations'), printed: said.join('\n'), failed };
}

/** The rules of violations, each with the constructs it is about. */
export function told({ violations }: Pick<Synthesized, 'violations'>): string[] {
  return violations.flatMap(({ ruleName, severity, violatingConstructs }) =>
    violatingConstructs.map(({ constructPath }) => `${severity} ${ruleName} ${constructPath}`),
  );
}
