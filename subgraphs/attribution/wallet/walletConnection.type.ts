import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo } from '../vocabulary/valueTypes';
import { WalletType } from './wallet.type';

export const WalletConnection = defineConnection({
  name: 'Wallet',
  node: () => WalletType,
  pageInfo: PageInfo,
});
