'use strict';
const { relative, sep } = require('node:path');
const TestSequencer = require('@jest/test-sequencer').default;

/** From what takes longest to what takes least, so that no worker is left alone with a long file at the end. */
const kinds = ['browser', 'e2e', 'integration', 'contract', 'unit'];

/** Files that take far longer than their size tells. A clean checkout has no durations of an earlier run. */
const long = [
  'test/unit/cli/schema/mutationTable.test.ts',
  'test/unit/enforcement/commands/sequences.test.ts',
];

/** Orders test files by kind, and within a kind as jest does: by the durations of the last run, else by size. */
class LongestFirst extends TestSequencer {
  sort(tests) {
    return super.sort([...tests]).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ path, context: { config } }) {
  if (long.includes(relative(config.rootDir, path).replaceAll(sep, '/'))) return -1;
  return kinds.indexOf(config.displayName?.name);
}

module.exports = LongestFirst;
