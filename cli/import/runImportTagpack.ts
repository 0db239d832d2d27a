import { resolve } from 'node:path';
import {
  importTagpacks,
  type TagpackReport,
} from '../../subgraphs/attribution/import/tagpack/importTagpacks';
import { registerLabelActors } from '../../subgraphs/sanctions/import/actorpack/storeActors.store';
import { sanitizeForTerminal } from '../output/sanitizeForTerminal';
import { progressBar } from '../output/progressBar';
import { openReport } from './quarantineReport';
import { withAttribution, withSanctions, withStore } from '../databases/withDatabases';

export interface ImportPackOptions {
  readonly json?: boolean;
  readonly dataDir?: string;
  /** A file that gets every quarantined tag, as JSON lines. */
  readonly report?: string;
}

const progress =
  'importing {bar} {value} of {total} packs | {stored} stored, {duplicates} there already, {quarantined} quarantined';

/** `cordon import tagpack <file or folder>`. Actors that the tags name are made known to sanctions, which owns them. */
export async function runImportTagpack(path: string, options: ImportPackOptions): Promise<void> {
  const counts = { stored: 0, duplicates: 0, quarantined: 0 };
  const bar = options.json ? undefined : progressBar(progress, 1, counts);
  const quarantine = options.report === undefined ? undefined : await openReport(options.report);
  const report = await withStore(options.dataDir, (target) =>
    withSanctions(target, (sanctions) =>
      withAttribution(target, (attribution) =>
        importTagpacks(attribution, resolve(path), {
          registerActors: (actors) => registerLabelActors(sanctions.actors, actors),
          ...(quarantine ? { onRejected: (row) => quarantine.add([row]) } : {}),
          onFile(done, all, { stored, duplicates, quarantined }) {
            bar?.setTotal(all);
            bar?.update(done, { stored, duplicates, quarantined });
          },
        }),
      ),
    ),
  ).finally(() => {
    bar?.stop();
    return quarantine?.close();
  });
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : asText(path, report));
}

function asText(path: string, report: TagpackReport): string {
  const { read, stored, duplicates, quarantined, problems } = report;
  const more = quarantined - problems.length;
  const lines = [
    `${path}: ${read} tags in ${report.files} packs = ${stored} stored + ${duplicates} there already + ${quarantined} quarantined`,
    ...(report.retracted > 0
      ? [`  ${report.retracted} tags of earlier versions are gone from the pack: they are retracted`]
      : []),
    ...problems.map(({ file, line, problem }) => `  ${file}:${line}: ${problem}`),
    ...(more > 0
      ? [
          `  and ${more} more: --report <file> writes them all, and they are kept in the store under the import's id`,
        ]
      : []),
    `  ${report.seconds} s, ${report.peakMemoryMb} MB; import ${report.import}`,
  ];
  return lines.map((line) => `${sanitizeForTerminal(line)}\n`).join('');
}
