import config from './vitest.config.mts';

// Mutants are judged by the unit tests alone: what a comparison of whole templates notices, they have to notice too.
export default { ...config, test: { ...config.test, include: ['test/{service,declare}/**/*.test.ts'] } };
