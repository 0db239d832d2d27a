// Prints "N passed, N failed" from jest's own results, summed over the files that it is given; fails where one is missing, or none
// passed.
import { existsSync, readFileSync } from 'node:fs';

const files = process.argv.slice(2);
const results = files.map((file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined));
const sum = (field) => results.reduce((total, result) => total + (result?.[field] ?? 0), 0);
const missing = results.filter((result) => result === undefined).length;
const failed = sum('numFailedTests') + sum('numRuntimeErrorTestSuites') + missing;
const passed = sum('numPassedTests');
const skipped = sum('numPendingTests');
process.stdout.write(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
