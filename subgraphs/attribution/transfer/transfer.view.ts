import { assetOfId } from '../../../shared/caip/assets';
import { type WalletFacts, walletOfId } from '../../../shared/caip/wallet';
import type { AssetFacts } from '../../../shared/subgraph/valueTypes';
import type { TransferRecord } from './transfer.record';

/** What a client sees of a movement of funds: as a transfer of a wallet, or as a hop of a trace. */
export interface MovementView {
  readonly txHash: string;
  readonly from: WalletFacts;
  readonly to: WalletFacts;
  readonly amount: bigint;
  readonly asset: AssetFacts;
  readonly at: Date;
  readonly illustrative: boolean;
}

export function movementView({
  tx,
  fromId,
  toId,
  amount,
  asset,
  at,
  illustrative,
}: TransferRecord): MovementView {
  return {
    txHash: tx,
    from: walletOfId(fromId),
    to: walletOfId(toId),
    amount: BigInt(amount),
    asset: assetOfId(asset),
    at,
    illustrative,
  };
}
