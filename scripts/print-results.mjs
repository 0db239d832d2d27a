// Prints "N passed, N failed" from jest's own results; fails where there are none, or none passed.
import { existsSync, readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const results = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
const {
  numPassedTests = 0,
  numFailedTests = 0,
  numPendingTests = 0,
  numRuntimeErrorTestSuites = 0,
} = results;
const failed = numFailedTests + numRuntimeErrorTestSuites;
process.stdout.write(
  `${numPassedTests} passed, ${failed} failed${numPendingTests ? `, ${numPendingTests} skipped` : ''}\n`,
);
process.exitCode = numPassedTests > 0 && failed === 0 ? 0 : 1;
