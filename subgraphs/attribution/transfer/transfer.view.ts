import { assetOfId } from '../../../shared/caip/assets';
import { type WalletFacts, walletOfId } from '../../../shared/caip/wallet';
import type { AssetFacts, SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { TransferRecord } from './transfer.record';
import type { TransactionEndView } from './transactionEnd.type';
import type { UtxoInput, UtxoTransactionRecord } from './utxoTransaction.record';

/** A movement of funds from one wallet to another, such as a hop of a trace, as a client sees it. */
export interface MovementView {
  readonly txHash: string;
  readonly from: WalletFacts;
  readonly to: WalletFacts;
  readonly amount: bigint;
  readonly asset: AssetFacts;
  readonly at: Date;
  readonly illustrative: boolean;
  readonly tag: string | null;
}

type Movement = Pick<
  TransferRecord,
  'tx' | 'fromId' | 'toId' | 'amount' | 'asset' | 'at' | 'illustrative' | 'tag'
>;

export function movementView({
  tx,
  fromId,
  toId,
  amount,
  asset,
  at,
  illustrative,
  tag,
}: Movement): MovementView {
  return {
    txHash: tx,
    from: walletOfId(fromId),
    to: walletOfId(toId),
    amount: BigInt(amount),
    asset: assetOfId(asset),
    at,
    illustrative,
    tag: tag ?? null,
  };
}

/** A transfer of a wallet, as a client sees it. */
export interface TransferView extends Omit<MovementView, 'from' | 'to'> {
  readonly id: string;
  readonly index: number;
  readonly from: WalletFacts | null;
  readonly to: WalletFacts | null;
  readonly inputs: readonly TransactionEndView[] | null;
  readonly outputs: readonly TransactionEndView[] | null;
  readonly source: SourceFacts;
}

export const transferView = (transfer: TransferRecord): TransferView => ({
  ...movementView(transfer),
  id: transfer._id,
  index: transfer.index,
  inputs: null,
  outputs: null,
  source: transfer.source,
});

/** A transaction with inputs and outputs as a wallet sees it that is on one of its sides, or on both. */
export function utxoView(
  transaction: UtxoTransactionRecord,
  walletId: string,
  side: 'inputs' | 'outputs',
): TransferView {
  const own = transaction[side].filter((end) => end.walletId === walletId);
  const wallet = walletOfId(walletId);
  return {
    id: transaction._id,
    txHash: transaction.tx,
    index: own[0]?.index ?? 0,
    from: side === 'inputs' ? wallet : onlyWallet(transaction.inputs),
    to: side === 'outputs' ? wallet : onlyWallet(transaction.outputs),
    amount: own.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
    asset: assetOfId(transaction.asset),
    at: transaction.at,
    inputs: transaction.inputs.map(endView),
    outputs: transaction.outputs.map(endView),
    illustrative: transaction.illustrative,
    tag: null,
    source: transaction.source,
  };
}

/** An input or output as a client sees it. */
export const endView = ({ index, walletId, amount }: UtxoInput): TransactionEndView => ({
  index,
  wallet: walletId === null ? null : walletOfId(walletId),
  amount: BigInt(amount),
});

/** The one wallet of a side, where it has one and nothing else. */
function onlyWallet(ends: readonly UtxoInput[]): WalletFacts | null {
  const [first, ...others] = new Set(ends.map(({ walletId }) => walletId));
  return typeof first === 'string' && others.length === 0 ? walletOfId(first) : null;
}
