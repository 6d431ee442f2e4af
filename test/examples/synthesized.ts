import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { beforeAll, vi } from 'vitest';

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

interface Synthesized {
  readonly complaints: readonly unknown[];
  readonly resources: ReadonlyMap<string, readonly Resource[]>;
}

/** What the tests of an example ask of it. */
export interface Example {
  /** The warnings and errors of its constructs, and what CDK's own validation finds. */
  readonly complaints: () => readonly unknown[];
  /** The properties of the resources of a type in a stack. */
  readonly propertiesOf: (stack: string, type: string) => Resource['Properties'][];
  /** All resources of a stack. */
  readonly resourcesOf: (stack: string) => readonly Resource[];
}

/** Synthesizes an example before the tests of its file, with CDK's own validation. */
export function synthesized(addStacks: (app: App) => unknown): Example {
  let example: Synthesized | undefined;

  beforeAll(() => {
    example = synthesize(addStacks);
    // The first validation of a process reads all of CDK's rules, which takes long on a busy machine.
  }, 60_000);

  const resourcesOf = (stack: string) => example?.resources.get(stack) ?? [];
  return {
    complaints: () => example?.complaints ?? ['the example was not synthesized'],
    propertiesOf: (stack, type) =>
      resourcesOf(stack)
        .filter(({ Type }) => Type === type)
        .map(({ Properties }) => Properties),
    resourcesOf,
  };
}

function synthesize(addStacks: (app: App) => unknown): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  vi.stubEnv('CDK_VALIDATION', 'true');
  try {
    const context = { '@aws-cdk/core:validateAgainstDefaultRules': true };
    const app = new App({ outdir, analyticsReporting: false, context });
    addStacks(app);
    // The folder goes, so all is read at once.
    return read(app.synth());
  } finally {
    vi.unstubAllEnvs();
    rmSync(outdir, { recursive: true, force: true });
  }
}

function read({ stacks, directory }: CloudAssembly): Synthesized {
  const report = JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8')) as {
    readonly pluginReports: ReadonlyArray<{ readonly violations: readonly unknown[] }>;
  };
  return {
    complaints: [
      ...stacks.flatMap(({ messages }) => messages.map(({ level, entry }) => `${level}: ${entry.data}`)),
      ...report.pluginReports.flatMap(({ violations }) => violations),
    ],
    resources: new Map(stacks.map(({ stackName, template }) => [stackName, Object.values(template.Resources)])),
  };
}
