import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The lane decides what `cdk-strongroom` means: the sources, or the package as jsii built it.
const builtPackage = process.env.STRONGROOM_LANE === 'lib';
// CI adds up the tests of its lanes from these files.
const results = process.env.STRONGROOM_RESULTS;

export default defineConfig({
  resolve: {
    alias: {
      'cdk-strongroom': fileURLToPath(new URL(builtPackage ? 'lib/index.js' : 'src/index.ts', import.meta.url)),
    },
  },
  // jsii compiles decorators as the standard has them; Node 20 runs none, so the transformer lowers them.
  oxc: { decorator: { legacy: true } },
  test: {
    include: ['test/**/*.test.ts'],
    isolate: false,
    env: {
      // A zone with a half-hour offset and daylight saving: whoever reads the local clock fails.
      TZ: 'America/St_Johns',
      // CDK's own template validation costs more than all the rest; the tests that want it switch it on.
      CDK_VALIDATION: 'false',
      // The CDK's own deprecations are no news here.
      JSII_DEPRECATED: 'quiet',
    },
    globalSetup: ['test/setup/temporary.ts'],
    setupFiles: ['test/setup/clock.ts', 'test/setup/seed.ts'],
    testTimeout: 60_000,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
});
