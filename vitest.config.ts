import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// The lane decides what `cdk-strongroom` means: the sources, or the package as jsii built it.
const builtPackage = process.env.STRONGROOM_LANE === 'lib';

export default defineConfig({
  resolve: {
    alias: { 'cdk-strongroom': resolve(__dirname, builtPackage ? 'lib/index.js' : 'src/index.ts') },
  },
  // jsii compiles decorators as the standard has them; Node 20 runs none, so the transformer lowers them.
  oxc: { decorator: { legacy: true } },
  test: {
    include: ['test/**/*.test.ts'],
    isolate: false,
    // A zone with a half-hour offset and daylight saving: whoever reads the local clock fails.
    env: { TZ: 'America/St_Johns' },
    setupFiles: ['test/setup/clock.ts'],
    testTimeout: 60_000,
  },
});
