import config from './vitest.config.mts';

// Mutants are judged by the unit tests alone: what a comparison of whole templates notices, they have to notice too.
// Types do not mutate, and reading them takes longer than all the rest. Nor do whole CDK programs judge the checks.
export default {
  ...config,
  test: {
    ...config.test,
    include: ['test/{service,declare,check}/**/*.test.ts'],
    exclude: [
      'test/declare/exported-types.test.ts',
      'test/check/documentation/**',
      'test/check/least-privilege-roles.test.ts',
    ],
  },
};
