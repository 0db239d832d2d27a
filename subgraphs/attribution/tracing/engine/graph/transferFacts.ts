/** A transfer as the graph takes it in. */
export interface TransferFacts {
  readonly seq: number;
  /** Milliseconds since 1970-01-01. */
  readonly at: number;
  /** CAIP-10 */
  readonly fromId: string;
  readonly toId: string;
  /** CAIP-19 */
  readonly asset: string;
  /** Base units; as text a decimal. */
  readonly amount: bigint | string;
}

/** One input or output; without a wallet where its script pays to no address. */
export interface UtxoEndFacts {
  readonly walletId: string | null;
  readonly amount: bigint | string;
}

/** A UTXO transaction as the graph takes it in. The outputs have the seqs from its own on, in their order. */
export interface UtxoFacts {
  readonly seq: number;
  readonly at: number;
  readonly asset: string;
  readonly inputs: readonly UtxoEndFacts[];
  readonly outputs: readonly UtxoEndFacts[];
}
