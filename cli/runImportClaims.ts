import { resolve } from 'node:path';
import { claimStore } from '../subgraphs/enforcement/claim/claim.store';
import { passageStore } from '../subgraphs/enforcement/claim/passage.store';
import { contradictionStore } from '../subgraphs/enforcement/contradiction/contradiction.store';
import { type ClaimsReport, importClaims } from '../subgraphs/enforcement/import/claims/importClaims';
import { ImportError } from '../subgraphs/enforcement/import/importError';
import { connectEnforcement } from '../subgraphs/enforcement/openEnforcement';
import { CommandError } from './commandError';
import { readCliConfig } from './config';
import { openStoreForCommand } from './openStoreFor';

export interface ImportClaimsOptions {
  readonly sources: string;
  readonly json?: boolean;
  readonly dataDir?: string;
}

/** `cordon import claims <file> --sources <folder>`. */
export async function runImportClaims(file: string, options: ImportClaimsOptions): Promise<void> {
  const config = readCliConfig(process.env);
  const store = await openStoreForCommand(options.dataDir ? { ...config, dataDir: options.dataDir } : config);
  try {
    const { connection, records } = await connectEnforcement({
      mongoUrl: store.url,
      databasePrefix: config.databasePrefix,
    });
    try {
      const stores = {
        claims: claimStore(records.claims),
        passages: passageStore(records.passages),
        contradictions: contradictionStore(records.contradictions),
      };
      const report = await importClaims(stores, { file: resolve(file), sources: resolve(options.sources) });
      process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : asText(report));
    } catch (error) {
      throw error instanceof ImportError ? new CommandError(error.message) : error;
    } finally {
      await connection.close();
    }
  } finally {
    await store.close();
  }
}

/** Words of a file are shown as JSON strings: they may hold what moves a terminal's cursor. */
function asText(report: ClaimsReport): string {
  const { read, verified, stored, duplicates, quarantined, groups } = report;
  const lines = [
    `${read} claims read: ${verified} verified (${stored} stored, ${duplicates} there already), ${quarantined} quarantined`,
    `${groups} groups of claims that cannot all hold`,
    ...report.quarantine.flatMap(({ id, reason, expected, found, standsAt }) => [
      `  quarantined ${JSON.stringify(id)}: ${JSON.stringify(reason).slice(1, -1)}`,
      ...(expected === undefined ? [] : [`    expected ${JSON.stringify(expected)}`]),
      ...(found === undefined ? [] : [`    found    ${JSON.stringify(found)}`]),
      ...(typeof standsAt === 'number' ? [`    its words stand at ${standsAt}`] : []),
    ]),
    ...report.groupsLeftOut.map(
      ({ id, reason }) => `  group ${JSON.stringify(id)} is left out: ${JSON.stringify(reason).slice(1, -1)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
