import { assetOfId } from '../../../shared/caip/assets';
import type { AssetFacts } from '../../../shared/subgraph/valueTypes';
import type { TransactionEndView } from './transactionEnd.type';
import type { TransferRecord } from './transfer.record';
import { endView, type TransferView, transferView } from './transfer.view';
import type { UtxoTransactionRecord } from './utxoTransaction.record';

/** The stored parts of one transaction: its transfers, or the whole where it has inputs and outputs. */
export interface StoredTransaction {
  readonly transfers: readonly TransferRecord[];
  readonly utxo: UtxoTransactionRecord | null;
}

/** A transaction as a client sees it. */
export interface TransactionView {
  /** `<chain>:<hash>` */
  readonly id: string;
  readonly chain: string;
  readonly txHash: string;
  readonly at: Date;
  readonly illustrative: boolean;
  readonly asset: AssetFacts | null;
  readonly inputs: readonly TransactionEndView[] | null;
  readonly outputs: readonly TransactionEndView[] | null;
  readonly sources: readonly TransferView['source'][];
  /** By their place. */
  readonly rows: readonly TransferView[];
}

/** A transaction as a client sees it; null where nothing of it is stored. */
export function transactionView({ transfers, utxo }: StoredTransaction): TransactionView | null {
  const rows = [...transfers].sort((a, b) => a.index - b.index || a.seq - b.seq);
  const facts = utxo ?? rows[0];
  if (!facts) return null;
  const all = utxo ? [utxo, ...rows] : rows;
  const sources = new Map(all.map(({ source }) => [source.id, source]));
  return {
    id: `${facts.chain}:${facts.tx}`,
    chain: facts.chain,
    txHash: facts.tx,
    at: facts.at,
    illustrative: all.some(({ illustrative }) => illustrative),
    asset: utxo && assetOfId(utxo.asset),
    inputs: utxo && utxo.inputs.map(endView),
    outputs: utxo && utxo.outputs.map(endView),
    sources: [...sources.values()],
    rows: rows.map(transferView),
  };
}
