import { resolve } from 'node:path';
import { claimStore } from '../../subgraphs/enforcement/claim/claim.store';
import { quotationStore } from '../../subgraphs/enforcement/claim/quotation.store';
import { contradictionStore } from '../../subgraphs/enforcement/contradiction/contradiction.store';
import { type ClaimsReport, importClaims } from '../../subgraphs/enforcement/import/claims/importClaims';
import { ImportError } from '../../subgraphs/enforcement/import/importError';
import { CommandError } from '../command/commandError';
import { withEnforcement, withStore } from '../databases/withDatabases';

export interface ImportClaimsOptions {
  readonly sources: string;
  readonly json?: boolean;
  readonly dataDir?: string;
}

/** `cordon import claims <file> --sources <folder>`. */
export async function runImportClaims(file: string, options: ImportClaimsOptions): Promise<void> {
  const input = { file: resolve(file), sources: resolve(options.sources) };
  try {
    const report = await withStore(options.dataDir, (target) =>
      withEnforcement(target, ({ records }) =>
        importClaims(
          {
            claims: claimStore(records.claims),
            quotations: quotationStore(records.quotations),
            contradictions: contradictionStore(records.contradictions),
          },
          input,
        ),
      ),
    );
    process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : asText(report));
  } catch (error) {
    throw error instanceof ImportError ? new CommandError(error.message) : error;
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
      ({ id, reason }) => `  group ${JSON.stringify(id)} is omitted: ${JSON.stringify(reason).slice(1, -1)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
