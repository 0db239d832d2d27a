import { defineWallet } from '../../../shared/subgraph/walletType';

/** The wallet as this subgraph knows it: its id says it all; what is known of it hangs on that. */
export const WalletType = defineWallet();
