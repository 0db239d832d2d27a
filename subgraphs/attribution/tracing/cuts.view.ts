import { type WalletFacts, walletOfId } from '../../../shared/caip/wallet';
import type { TransferGraph } from './engine/graph/transferGraph';
import type { CutsFound } from './engine/search/cuts';
import type { CutReason } from './engine/search/marks';

/** The cuts of a search, as a client sees them. */
export interface CutsView {
  readonly cutCount: number;
  readonly cuts: readonly { readonly wallet: WalletFacts; readonly reason: CutReason }[];
}

export const cutsView = ({ count, first }: CutsFound, { wallets }: TransferGraph): CutsView => ({
  cutCount: count,
  cuts: first.map(({ wallet, reason }) => ({ wallet: walletOfId(wallets.idOf(wallet)), reason })),
});
