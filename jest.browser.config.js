/** The console in a browser (`npm run test:browser`): a real server and the machine's Chromium. */
const { projects, ...settings } = require('./jest.config.js');
const [e2e] = projects.slice(-1);

module.exports = {
  ...settings,
  projects: [
    {
      ...e2e,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      testTimeout: 120_000,
    },
  ],
  maxWorkers: 1,
  testTimeout: 180_000,
};
