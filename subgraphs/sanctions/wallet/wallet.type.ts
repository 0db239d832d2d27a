import { defineWallet } from '../../../shared/subgraph/walletType';

/** The wallet as this subgraph knows it; who it belongs to is for the attribution subgraph to say. */
export const WalletType = defineWallet();
