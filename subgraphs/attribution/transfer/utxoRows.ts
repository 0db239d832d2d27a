import { z } from 'zod';
import { type AddressReader, amount, index, movement, needed, onChain } from './movementForms';
import type { NewUtxoTransaction } from './newTransfer';
import { problemsOf } from '../../../shared/rows/problemsOf';
import type { RowValues } from '../../../shared/rows/rowReading';
import type { TransferReading } from './transferRows';
import { isUtxoChain } from './utxoChain.rules';
import type { UtxoInput } from './utxoTransaction.record';

/**
 * One end of a transaction. Its address is null where its script has none; that must be written, not omitted.
 */
const end = z.strictObject({ address: needed.nullable(), amount, index: index.optional() });

const form = z.object({ ...movement, inputs: z.array(end), outputs: z.array(end).min(1) });

/** The columns that only a UTXO transaction has. */
export const utxoColumns = ['inputs', 'outputs'] as const;

/** Reads one UTXO transaction with all its inputs and outputs, or says what is wrong with it. */
export function readUtxoTransaction(
  values: RowValues,
  { sourceOf, now, address }: TransferReading,
): { row: NewUtxoTransaction } | { problem: string } {
  const parsed = form.safeParse(values);
  if (!parsed.success) return { problem: problemsOf(parsed.error).slice(0, 1_000) };
  const row = parsed.data;
  if (!isUtxoChain(row.chain)) return { problem: `chain: ${row.chain} has no inputs and outputs` };
  const known = onChain(row, now);
  if ('problem' in known) return known;
  const inputs = readEnds('inputs', row, address);
  if ('problem' in inputs) return inputs;
  const outputs = readEnds('outputs', row, address);
  if ('problem' in outputs) return outputs;
  const [spent, made] = [sumOf(inputs.ends), sumOf(outputs.ends)];
  if (inputs.ends.length > 0 && made > spent) {
    return { problem: `its outputs (${made}) are more than its inputs (${spent})` };
  }
  return {
    row: {
      _id: `${row.chain}:${known.tx}`,
      chain: row.chain,
      tx: known.tx,
      at: row.time,
      asset: known.asset,
      inputs: inputs.ends,
      outputs: outputs.ends,
      illustrative: row.illustrative,
      source: sourceOf(undefined),
    },
  };
}

const sumOf = (ends: readonly UtxoInput[]) =>
  ends.reduce((sum, { amount: units }) => sum + BigInt(units), 0n);

/** The ends of one side, in the order of their places: as given, or where none is given as they are written. */
function readEnds(
  side: (typeof utxoColumns)[number],
  row: z.output<typeof form>,
  address: AddressReader,
): { ends: UtxoInput[] } | { problem: string } {
  const ends: UtxoInput[] = [];
  const places = new Set<number>();
  for (const [i, written] of row[side].entries()) {
    const place = written.index ?? i;
    if (places.has(place)) return { problem: `${side}.${i}: index ${place} is there twice` };
    places.add(place);
    if (written.address === null) {
      ends.push({ index: place, walletId: null, amount: written.amount });
      continue;
    }
    const read = address(row.chain, written.address);
    if ('problem' in read) return { problem: `${side}.${i}: ${read.problem}` };
    ends.push({ index: place, walletId: read.id, amount: written.amount });
  }
  return { ends: ends.sort((a, b) => a.index - b.index) };
}
