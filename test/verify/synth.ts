import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { vi } from 'vitest';

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
