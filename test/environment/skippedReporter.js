'use strict';
const { relative } = require('node:path');

/** The reason that test/support/skipBecause.ts puts at the end of a name. */
const reasonOf = (name) => /\[(needs [^\]]+|npm run [^\]]+)\]$/.exec(name)?.[1];

/** Prints, at the end of a run, how many tests were skipped and why, with each group by its name. */
class SkippedReporter {
  constructor(globalConfig) {
    this.rootDir = globalConfig.rootDir;
  }

  onRunComplete(_contexts, { testResults }) {
    const text = describeSkipped(testResults, this.rootDir);
    if (text) process.stderr.write(`\n${text}`);
  }
}

function describeSkipped(testResults, rootDir) {
  const reasons = new Map();
  for (const { testFilePath, testResults: tests } of testResults)
    for (const { status, ancestorTitles, title } of tests) {
      if (status !== 'pending' && status !== 'todo') continue;
      const names = [...ancestorTitles, title];
      const at = names.findIndex(reasonOf);
      const reason = at < 0 ? 'no reason given' : reasonOf(names[at]);
      const group = `${relative(rootDir, testFilePath)}: ${names.slice(0, at + 1 || 1).join(' > ')}`;
      const groups = reasons.get(reason) ?? new Map();
      reasons.set(reason, groups.set(group, (groups.get(group) ?? 0) + 1));
    }
  return [...reasons].map(([reason, groups]) => blockOf(reason, groups)).join('');
}

function blockOf(reason, groups) {
  const total = [...groups.values()].reduce((sum, count) => sum + count, 0);
  const lines = [...groups].map(([group, count]) => `  ${count} in ${group.replace(` [${reason}]`, '')}\n`);
  return `Skipped: ${total} tests (${reason}), in ${groups.size} groups:\n${lines.sort().join('')}`;
}

module.exports = SkippedReporter;
