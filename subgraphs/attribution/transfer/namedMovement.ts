import { assetOfId } from '../../../shared/caip/assets';
import type { TransferRecord } from './transfer.record';
import type { TransferStore } from './transfer.store';
import type { UtxoOutput, UtxoTransactionRecord } from './utxoTransaction.record';

/**
 * The movement of a seq: a transfer, or an output of a UTXO transaction, which any of its inputs may have
 * paid.
 */
export interface NamedMovement {
  readonly seq: number;
  readonly tx: string;
  readonly at: Date;
  readonly asset: string;
  readonly amount: string;
  readonly illustrative: boolean;
  /** Of a transfer: the destination tag or memo. */
  readonly tag?: string | null;
  /** The wallets that it may come from: of a transfer the one. */
  readonly payerIds: readonly string[];
  readonly toId: string;
}

/** Returns the movements of seqs, in any order; one that nobody paid, or without a wallet to, is omitted. */
export async function movementsBySeqs(
  transfers: Pick<TransferStore, 'bySeqs' | 'utxoByOutputSeqs'>,
  seqs: readonly number[],
): Promise<NamedMovement[]> {
  const found = (await transfers.bySeqs(seqs)).filter(isTransfer).map(ofTransfer);
  const known = new Set(found.map(({ seq }) => seq));
  const others = new Set(seqs.filter((seq) => !known.has(seq)));
  if (others.size === 0) return found;
  const transactions = await transfers.utxoByOutputSeqs([...others]);
  return [...found, ...transactions.flatMap(ofOutputs).filter(({ seq }) => others.has(seq))];
}

/** A record that only keeps a seq from being used again has nothing else. */
const isTransfer = (record: Partial<TransferRecord>) => record.toId !== undefined;

export const ofTransfer = ({ fromId, asset, ...transfer }: TransferRecord): NamedMovement => ({
  ...transfer,
  asset: assetOfId(asset).id,
  payerIds: [fromId],
});

const ofOutputs = (transaction: UtxoTransactionRecord): NamedMovement[] =>
  transaction.outputs.flatMap((output) => ofOutput(transaction, output) ?? []);

/** An output of a transaction; null where it pays to no wallet. */
export function ofOutput(
  { inputs, tx, at, asset, illustrative }: UtxoTransactionRecord,
  { seq, walletId, amount }: UtxoOutput,
): NamedMovement | null {
  if (walletId === null) return null;
  const payers = inputs.filter((input) => input.amount !== '0').map((input) => input.walletId);
  const payerIds = [...new Set(payers)].filter((id) => id !== null);
  return { seq, tx, at, asset: assetOfId(asset).id, amount, illustrative, payerIds, toId: walletId };
}
