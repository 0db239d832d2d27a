/** Packages that are published only as ES modules: jest's own module system needs them as CommonJS. */
const esOnly = ['jose', '@scure', '@noble', 'altair-static', 'any-ascii'];

const project = (name) => ({
  displayName: name,
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/environment/workerEnvironment.js',
  runtime: '<rootDir>/test/environment/packagesRuntime.js',
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`, `<rootDir>/packages/*/test/${name}/**/*.test.ts`],
  transform: { '^.+\\.(t|j|mj)s$': '@swc/jest' },
  transformIgnorePatterns: [`/node_modules/(?!(${esOnly.join('|')})/)`],
  moduleNameMapper: {
    // A module that is imported when it is needed has the name of its build.
    '^(\\.{1,2}/.+)\\.js$': '$1',
    // The packages' sources, so that a test never meets an older build.
    '^@cordon/([^/]+)$': '<rootDir>/packages/$1/src/index.ts',
  },
  setupFiles: ['<rootDir>/test/support/propertySeed.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/packages/[^/]+/dist/', '<rootDir>/data/'],
});

module.exports = {
  projects: ['unit', 'contract', 'integration', 'e2e'].map(project),
  testSequencer: '<rootDir>/test/environment/longestFirst.js',
  reporters: ['default', '<rootDir>/test/environment/skippedReporter.js'],
  // Only ends a test that hangs: a busy machine may take ten times as long.
  testTimeout: 300_000,
  // Jest does not give back all that a test file takes: two processes, renewed in time.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1200MB',
};
