import { defineWallet } from '../../../shared/subgraph/walletType';

/** The wallet as this subgraph knows it: its id names it wholly; all known facts refer to that. */
export const WalletType = defineWallet();
