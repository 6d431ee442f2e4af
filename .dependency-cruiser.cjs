/** The walls of the house: who may lean on whom, and why. */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'two files that need each other are one thing in two places',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'service-leans-on-nothing',
      comment: 'facts and rules about AWS Backup are pure values: no other room, no CDK, no file system',
      severity: 'error',
      from: { path: '^src/service/' },
      to: { pathNot: '^src/service/' },
    },
    {
      name: 'read-leans-on-service',
      comment: 'the reader turns templates into plain data; whoever judges that data comes later',
      severity: 'error',
      from: { path: '^src/read/' },
      to: { pathNot: ['^src/(read|service)/', 'node_modules'] },
    },
    {
      name: 'check-leans-on-read-and-service',
      comment:
        'a check judges what was read; it neither loads constructs nor touches the machine, nor leans on another judge',
      severity: 'error',
      from: { path: '^src/check/' },
      to: { path: '^src/', pathNot: '^src/(check|read|service)/' },
    },
    {
      name: 'permit-leans-on-read-and-service',
      comment: 'what a deployment may do follows from what was read; it judges nothing, and leans on no judge',
      severity: 'error',
      from: { path: '^src/permit/' },
      to: { path: '^src/', pathNot: '^src/(permit|read|service)/' },
    },
    {
      name: 'cover-leans-on-read-and-service',
      comment: 'coverage is found out from what was read alone, so that no check can make it say more than that',
      severity: 'error',
      from: { path: '^src/cover/' },
      to: { path: '^src/', pathNot: '^src/(cover|read|service)/' },
    },
    {
      name: 'report-reads-results',
      comment: 'reports are pure functions of a result, so that the same answer always looks the same',
      severity: 'error',
      from: { path: '^src/report/' },
      to: { path: '^src/(declare|verify|cli)/' },
    },
    {
      name: 'only-constructs-load-the-cdk',
      comment: 'the command must start fast and work where aws-cdk-lib is not installed',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(declare|verify)/|^src/index\\.ts$' },
      to: { path: 'node_modules/(aws-cdk-lib|constructs)/' },
    },
    {
      name: 'only-cli-touches-the-machine',
      comment:
        'everything between reading and reporting gives the same output for the same input, byte for byte; a plugin has to read what the CDK wrote, and the package has to see whether its peers are there, each in one file that does nothing else',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/|^src/verify/files\\.ts$|^src/declare/peers\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'verify-bridges-checks-and-constructs',
      comment:
        'it judges an app by the templates of its synth, and knows of the constructs only what they have annotated; it prints nothing',
      severity: 'error',
      from: { path: '^src/verify/' },
      to: { path: '^src/', pathNot: '^src/(verify|check|cover|permit|read|service)/|^src/declare/annotated\\.ts$' },
    },
    {
      name: 'declare-leans-on-service',
      comment: 'constructs declare and check values; whoever reads templates or reports is not loaded with them',
      severity: 'error',
      from: { path: '^src/declare/', pathNot: '^src/declare/checked\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(declare|service)/' },
    },
    {
      name: 'one-door-to-the-checks',
      comment:
        'the file that arranges for checks at synth knows which plugin to add, and nothing else of the rooms behind',
      severity: 'error',
      from: { path: '^src/declare/checked\\.ts$' },
      to: { path: '^src/', pathNot: '^src/service/|^src/verify/(automatic-checks|strictness)\\.ts$' },
    },
    {
      name: 'the-front-door-only-exports',
      comment: 'nothing inside the house goes out through the front door and in again',
      severity: 'error',
      from: { path: '^src/.+/' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'no-test-in-the-product',
      comment: 'what users install holds no test, no example and no benchmark',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|examples|bench|languages)/' },
    },
    {
      name: 'no-undeclared-dependency',
      comment: 'what users install must not lean on what only we have installed',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'unknown'],
        pathNot: 'node_modules/(aws-cdk-lib|constructs)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
