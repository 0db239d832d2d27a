import { resolve } from 'node:path';
import { importActorpack } from '../../subgraphs/sanctions/import/actorpack/importActorpack';
import { sanitizeForTerminal } from '../output/sanitizeForTerminal';
import type { ImportPackOptions } from './runImportTagpack';
import { withSanctions, withStore } from '../databases/withDatabases';

/** `cordon import actorpack <file>`. */
export async function runImportActorpack(file: string, options: ImportPackOptions): Promise<void> {
  const report = await withStore(options.dataDir, (target) =>
    withSanctions(target, (records) => importActorpack(records, resolve(file))),
  );
  if (options.json) {
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return;
  }
  const { read, stored, duplicates, quarantined, problems, seconds, peakMemoryMb } = report;
  const lines = [
    `${file}: ${read} actors = ${stored} stored + ${duplicates} there already + ${quarantined} quarantined`,
    ...problems.map(({ line, problem }) => `  line ${line}: ${sanitizeForTerminal(problem)}`),
    `  ${seconds} s, ${peakMemoryMb} MB`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
