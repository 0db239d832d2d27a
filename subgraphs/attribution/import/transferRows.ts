import { z } from 'zod';
import { readAsset } from '../../../shared/caip/assets';
import { chainById, isEvm } from '../../../shared/caip/chains';
import { baseUnits, instant } from '../../../shared/case/forms';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { NewTransfer } from './storeTransfers';
import { type CsvColumns, readCsv, type RowReading } from './readCsv';
import { flag, problemsOf, walletOnChain } from './rowForms';

const columns: CsvColumns = {
  needed: ['chain', 'tx', 'index', 'time', 'from', 'to', 'asset', 'amount'],
  optional: ['illustrative', 'source'],
};

/** What an unsigned 256-bit number takes: no chain's amounts are longer. */
const longestAmount = 78;

const needed = z.string({ message: 'it is missing' });

const form = z.object({
  chain: needed.refine((id) => chainById(id) !== undefined, {
    message: 'it is not a chain that Cordon knows (CAIP-2)',
  }),
  tx: needed.max(128),
  index: needed.regex(/^\d{1,9}$/, 'it is a whole number, from 0').transform(Number),
  time: needed.pipe(instant),
  from: needed,
  to: needed,
  asset: needed,
  amount: needed.pipe(baseUnits).refine((amount) => amount.length <= longestAmount, {
    message: `it has at most ${longestAmount} digits`,
  }),
  illustrative: flag,
  source: z.string().optional(),
});

/** The source of a row: of the id that it names, or where it names none. Throws for an id that is not known. */
export type SourceOf = (id: string | undefined) => SourceFacts;

/** Streams the transfers of a CSV file, row by row. Throws CsvFileError where the file as a whole cannot be read. */
export async function* readTransfers(
  file: string,
  sourceOf: SourceOf,
): AsyncGenerator<RowReading<NewTransfer>> {
  for await (const reading of readCsv(file, columns)) {
    if ('problem' in reading) yield reading;
    else yield { line: reading.line, ...readRow(reading.row, sourceOf) };
  }
}

function readRow(
  values: Readonly<Record<string, string>>,
  sourceOf: SourceOf,
): { row: NewTransfer } | { problem: string } {
  const parsed = form.safeParse(values);
  if (!parsed.success) return { problem: problemsOf(parsed.error) };
  const { chain, index, time, amount, illustrative } = parsed.data;
  const tx = readHash(chain, parsed.data.tx);
  if (tx === null)
    return { problem: `tx: ${JSON.stringify(parsed.data.tx)} is not a transaction of ${chain}` };
  const from = walletOnChain(chain, parsed.data.from);
  if ('problem' in from) return { problem: `from: ${from.problem}` };
  const to = walletOnChain(chain, parsed.data.to);
  if ('problem' in to) return { problem: `to: ${to.problem}` };
  const asset = readAsset(chain, parsed.data.asset);
  if (!asset)
    return {
      problem: `asset: ${JSON.stringify(parsed.data.asset)} is not an asset that is known on ${chain}`,
    };
  return {
    row: {
      _id: `${chain}:${tx}:${index}`,
      chain,
      tx,
      index,
      at: time,
      fromId: from.id,
      toId: to.id,
      asset: asset.id,
      amount,
      illustrative,
      source: sourceOf(parsed.data.source),
    },
  };
}

/** A transaction as its chain spells it; null where it is none. Hexadecimal hashes have one spelling, in lower case. */
function readHash(chain: string, written: string): string | null {
  if (isEvm(chain)) return /^0x[0-9a-f]{64}$/i.test(written) ? written.toLowerCase() : null;
  if (chain.startsWith('bip122:') || chain.startsWith('tron:')) {
    return /^[0-9a-f]{64}$/i.test(written) ? written.toLowerCase() : null;
  }
  return /^[0-9A-Za-z]{32,128}$/.test(written) ? written : null;
}
