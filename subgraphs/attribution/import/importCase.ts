import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chunksOf } from '../../../shared/batch/chunks';
import { matchKey } from '../../../shared/caip/wallet';
import { CaseError } from '../../../shared/case/caseError';
import { type CaseFolder, openCaseFolder } from '../../../shared/case/caseFolder';
import {
  type CaseRecords,
  caseRecords,
  type CaseReport,
  type CaseTask,
  loadCase,
} from '../../../shared/case/loadCase';
import { readYamlFile } from '../../../shared/case/readYaml';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { AttributionRecord } from '../attribution/attribution.record';
import { confidenceLevels } from '../attribution/confidence';
import type { AttributionRecords } from '../connectAttribution';
import { attributionsForm, type CaseAttribution } from '../attribution/attribution.case';
import { readDeposits } from '../deposit/depositRows';
import { ImportFileError } from '../../../shared/rows/importFileError';
import type { NewTransfer } from '../transfer/newTransfer';
import type { RowReading } from '../../../shared/rows/rowReading';
import { storeCaseStatements } from '../attribution/storeCaseStatements.store';
import { storeDeposits } from '../deposit/storeDeposits.store';
import { type Conflict, conflictsWithStored, storeTransfers } from '../transfer/storeTransfers.store';
import { readTransfers } from '../transfer/transferRows';

/** Loads what a case says of wallets: whose they are, transfers and deposits. Throws CaseError and writes nothing. */
export function importCase(
  records: AttributionRecords,
  folder: string,
  task: CaseTask = 'store',
): Promise<CaseReport> {
  const edition = openCaseFolder(folder);
  return loadCase(edition, records.loadedCases, { collect: () => readRecords(edition, records), task });
}

async function readRecords(edition: CaseFolder, records: AttributionRecords): Promise<CaseRecords[]> {
  const deposits = join(edition.folder, 'deposits.csv');
  const ownSource = (file: string) => ({
    id: `${edition.name}:${file}`,
    title: `${file} of the case: ${edition.title}`,
    publisher: null,
    publishedOn: null,
    url: null,
    quote: null,
  });
  const transferSource = ownSource('transfers.csv');
  const sourceOf = (id: string | undefined) => (id === undefined ? transferSource : edition.source(id));
  return [
    // Stored before the transfers: a search meanwhile never goes on through a venue's deposit wallet.
    caseRecords(
      'deposits',
      await allRows(deposits, readDeposits(deposits, ownSource('deposits.csv'))),
      (batch) => storeDeposits(records.deposits, batch, 'say'),
    ),
    caseRecords('attributions', readAttributions(edition), (batch) =>
      storeCaseStatements(records.attributions, batch),
    ),
    caseRecords('transfers', await ownTransfers(edition, records, sourceOf), async (batch) => {
      const { conflicts } = await storeTransfers(records, batch, { correctOf: edition.name });
      rejectConflicts(join(edition.folder, 'transfers.csv'), conflicts);
    }),
  ];
}

/** The transfers of a case. Throws CaseError where one is there already with other facts, by another source. */
async function ownTransfers(
  edition: CaseFolder,
  records: AttributionRecords,
  sourceOf: (id: string | undefined) => SourceFacts,
): Promise<NewTransfer[]> {
  const file = join(edition.folder, 'transfers.csv');
  const rows = await allRows(file, readTransfers(file, sourceOf));
  for (const chunk of chunksOf(rows))
    rejectConflicts(file, await conflictsWithStored(records, chunk, { correctOf: edition.name }));
  return rows;
}

function rejectConflicts(file: string, conflicts: readonly Conflict[]): void {
  const [first] = conflicts;
  if (first) throw new CaseError(`${file}: ${first.problem}`);
}

function readAttributions(edition: CaseFolder): AttributionRecord[] {
  const { data, at } = readYamlFile(edition.folder, 'attributions.yaml', attributionsForm);
  const rows = data.map((attribution) => attributionRecord(attribution, edition));
  const first = new Map<string, number>();
  rows.forEach(({ _id }, i) => {
    const before = first.get(_id);
    if (before !== undefined) throw new CaseError(`${at(i)}: it repeats the statement at ${at(before)}`);
    first.set(_id, i);
  });
  return rows;
}

function attributionRecord(
  { wallet, actor, confidence, source, ...facts }: CaseAttribution,
  edition: CaseFolder,
): AttributionRecord {
  return {
    ...facts,
    _id: [edition.name, wallet.id, actor, facts.stance, source].join(' '),
    walletId: wallet.id,
    matchKey: matchKey(wallet),
    actorId: actor,
    confidenceId: confidence,
    confidence: confidenceLevels[confidence],
    source: edition.source(source),
  };
}

/** A message stays readable: this many bad rows are named, and how many more there are. */
const problemsNamed = 20;

/** All rows of a case's file; an absent file has none. One bad row, or one that is there twice, fails the case. */
async function allRows<Row extends { readonly _id: string }>(
  file: string,
  readings: AsyncIterable<RowReading<Row>>,
): Promise<Row[]> {
  if (!existsSync(file)) return [];
  const rows = new Map<string, { row: Row; line: number }>();
  const problems: string[] = [];
  try {
    for await (const reading of readings) {
      const { line } = reading;
      if ('problem' in reading) problems.push(`${file}:${line}: ${reading.problem}`);
      else {
        const before = rows.get(reading.row._id);
        if (before)
          problems.push(`${file}:${line}: it is the same as line ${before.line}: ${reading.row._id}`);
        else rows.set(reading.row._id, { row: reading.row, line });
      }
    }
  } catch (error) {
    if (error instanceof ImportFileError) throw new CaseError(error.message);
    throw error;
  }
  if (problems.length > 0) {
    const more = problems.length > problemsNamed ? [`and ${problems.length - problemsNamed} more`] : [];
    throw new CaseError([...problems.slice(0, problemsNamed), ...more].join('\n'));
  }
  return [...rows.values()].map(({ row }) => row);
}
