import { z } from 'zod';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { type CrossingRecord, crossingKinds } from './crossing.record';
import { chain, index, needed, readHash } from '../transfer/movementForms';
import { readCsv } from '../../../shared/rows/readCsv';
import { readJsonLines } from '../../../shared/rows/readJsonLines';
import { isJsonLines } from '../../../shared/rows/isJsonLines';
import { problemsOf } from '../../../shared/rows/problemsOf';
import { flag } from '../rows/rowForms';
import type { Columns, ReadOptions, RowReading, RowValues } from '../../../shared/rows/rowReading';

/** A crossing as a file has it: its seqs are found when it is stored. */
export type NewCrossing = Omit<CrossingRecord, 'seq' | 'inSeq' | 'outSeq'>;

const columns: Columns = {
  needed: ['kind', 'inChain', 'inTx', 'inIndex', 'outChain', 'outTx', 'outIndex', 'source'],
  optional: ['illustrative'],
};

const tx = needed.max(128);

const form = z.object({
  kind: z.enum(crossingKinds, { message: 'it is SWAP or BRIDGE' }),
  inChain: chain,
  inTx: tx,
  inIndex: index,
  outChain: chain,
  outTx: tx,
  outIndex: index,
  /** Its source, in words or as a URL: required for a crossing. */
  source: needed.max(2_000),
  illustrative: flag,
});

/** Streams the crossings of a CSV or JSON lines file. Throws ImportFileError where the file as a whole is neither. */
export async function* readCrossings(
  file: string,
  options: ReadOptions = {},
): AsyncGenerator<RowReading<NewCrossing>> {
  const rows = (await isJsonLines(file))
    ? readJsonLines(file, columns, options)
    : readCsv(file, columns, options);
  for await (const read of rows) {
    if ('problem' in read) yield read;
    else yield { line: read.line, ...readCrossing(read.row) };
  }
}

function readCrossing(values: RowValues): { row: NewCrossing } | { problem: string } {
  const parsed = form.safeParse(values);
  if (!parsed.success) return { problem: problemsOf(parsed.error) };
  const { kind, source, illustrative, ...row } = parsed.data;
  const inId = movementId(row.inChain, row.inTx, row.inIndex);
  if (inId === null) return { problem: `inTx: it is not a transaction of ${row.inChain}` };
  const outId = movementId(row.outChain, row.outTx, row.outIndex);
  if (outId === null) return { problem: `outTx: it is not a transaction of ${row.outChain}` };
  return { row: { _id: `${inId} ${outId}`, kind, inId, outId, illustrative, source: sourceOf(source) } };
}

/** Returns the id of a transfer, or of an output of a UTXO transaction. */
function movementId(chainId: string, written: string, place: number): string | null {
  const hash = readHash(chainId, written);
  return hash === null ? null : `${chainId}:${hash}:${place}`;
}

const sourceOf = (written: string): SourceFacts => ({
  id: `crossing:${written}`,
  title: written,
  publisher: null,
  publishedOn: null,
  url: /^https?:\/\/\S+$/.test(written) ? written : null,
  quote: null,
});
