import { z } from 'zod';
import { tagOf } from '../../../shared/caip/paymentTag';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { type AddressReader, addressReader, amount, index, movement, needed, onChain } from './movementForms';
import type { NewTransfer } from './newTransfer';
import { readCsv } from '../../../shared/rows/readCsv';
import { problemsOf } from '../../../shared/rows/problemsOf';
import type { Columns, ReadOptions, RowReading, RowValues } from '../../../shared/rows/rowReading';

export const transferColumns = {
  needed: ['chain', 'tx', 'index', 'time', 'from', 'to', 'asset', 'amount'],
  optional: ['illustrative', 'tag'],
} as const satisfies Columns;

const form = z.object({
  ...movement,
  index,
  from: needed,
  to: needed,
  amount,
  /** A destination tag or memo; an X-address or payment URI in `to` may have it instead. */
  tag: z.union([z.string(), z.int()], { message: 'it is a text or a whole number' }).optional(),
});

/** The source of a row: of the id that it names, or where it names none. Throws for an id that is not known. */
export type SourceOf = (id: string | undefined) => SourceFacts;

export interface TransferReading {
  readonly sourceOf: SourceOf;
  readonly now: Date;
  /** The treatment of a transfer from a wallet to itself: it moves nothing. */
  readonly toItself: 'accepted' | 'rejected';
  readonly address: AddressReader;
}

/** Streams the transfers of a case's CSV file, row by row. Throws ImportFileError where it cannot be read as a whole. */
export async function* readTransfers(
  file: string,
  sourceOf: SourceOf,
  options: ReadOptions = {},
): AsyncGenerator<RowReading<NewTransfer>> {
  const columns = { ...transferColumns, optional: [...transferColumns.optional, 'source'] };
  const reading: TransferReading = {
    sourceOf,
    now: new Date(),
    toItself: 'accepted',
    address: addressReader(),
  };
  for await (const read of readCsv(file, columns, options)) {
    if ('problem' in read) yield read;
    else yield { line: read.line, ...readTransfer(read.row, reading) };
  }
}

/** Reads one row, or says what is wrong with it. */
export function readTransfer(
  values: RowValues,
  { sourceOf, now, toItself, address }: TransferReading,
): { row: NewTransfer } | { problem: string } {
  const parsed = form.safeParse(values);
  if (!parsed.success) return { problem: problemsOf(parsed.error) };
  const row = parsed.data;
  const known = onChain(row, now);
  if ('problem' in known) return known;
  const from = address(row.chain, row.from);
  if ('problem' in from) return { problem: `from: ${from.problem}` };
  const to = address(row.chain, row.to);
  if ('problem' in to) return { problem: `to: ${to.problem}` };
  if (from.id === to.id && toItself === 'rejected') {
    return { problem: 'it is from a wallet to itself: nothing is moved' };
  }
  const tagged = tagOf(row.chain, row.to, row.tag);
  if ('problem' in tagged) return { problem: `tag: ${tagged.problem}` };
  const source = values['source'];
  return {
    row: {
      _id: `${row.chain}:${known.tx}:${row.index}`,
      chain: row.chain,
      tx: known.tx,
      index: row.index,
      at: row.time,
      fromId: from.id,
      toId: to.id,
      asset: known.asset,
      amount: row.amount,
      ...(tagged.tag === null ? {} : { tag: tagged.tag }),
      illustrative: row.illustrative,
      source: sourceOf(typeof source === 'string' ? source : undefined),
    },
  };
}
