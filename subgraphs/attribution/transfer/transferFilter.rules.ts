import { canonicalAssetId } from '../../../shared/caip/assets';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { badUserInput } from '../../../shared/errors/cordonError';
import { quoteInput } from '../../../shared/errors/redactSecrets';
import type { Direction } from '../../../shared/subgraph/direction';
import { writtenWallet } from '../wallet/writtenWallet';
import type { TransferView } from './transfer.view';

/** The maximum of transfers that a page of a filter examines: some 20 MB, and a fraction of a second. */
export const maxRowsRead = 20_000;

/** The filter of a wallet's transfers. Null: all. */
export interface TransferFilter {
  readonly walletId: string;
  readonly direction: Direction;
  /** Included. */
  readonly from: Date | null;
  /** Not included. */
  readonly until: Date | null;
  readonly assetId: string | null;
  /** In base units. */
  readonly minAmount: bigint | null;
  readonly counterpartyId: string | null;
}

interface WrittenFilter {
  readonly direction: Direction;
  readonly from?: Date | null;
  readonly until?: Date | null;
  readonly asset?: string | null;
  readonly minAmount?: bigint | null;
  readonly counterparty?: string | null;
}

/** Reads a filter. Throws BAD_USER_INPUT for an asset or address that cannot be read, and for an amount of no asset. */
export function readFilter(
  { direction, from, until, asset, minAmount, counterparty }: WrittenFilter,
  wallet: WalletFacts,
): TransferFilter {
  if (from && until && from >= until) {
    throw badUserInput('from is not before until: no transfer can be between them', { argument: 'from' });
  }
  if (typeof minAmount === 'bigint' && !asset) {
    throw badUserInput('minAmount needs asset: amounts of different assets do not compare', {
      argument: 'minAmount',
    });
  }
  return {
    walletId: wallet.id,
    direction,
    from: from ?? null,
    until: until ?? null,
    assetId: asset ? readAssetId(asset) : null,
    minAmount: minAmount ?? null,
    counterpartyId: counterparty ? writtenWallet(counterparty, wallet, 'counterparty').id : null,
  };
}

function readAssetId(written: string): string {
  const id = canonicalAssetId(written.trim());
  if (id === null) {
    throw badUserInput(`${quoteInput(written)} is not an asset: write its CAIP-19 id`, { argument: 'asset' });
  }
  return id;
}

/** Tells if rows have to be tested one by one: the index has only the wallet and the time. */
export const isSieve = ({ assetId, counterpartyId }: TransferFilter): boolean =>
  assetId !== null || counterpartyId !== null;

/** Tells if a transfer of the filter's time matches. */
export const isWanted = (transfer: TransferView, filter: TransferFilter): boolean =>
  (filter.assetId === null || transfer.asset.id === filter.assetId) &&
  (filter.minAmount === null || transfer.amount >= filter.minAmount) &&
  (filter.counterpartyId === null || isWith(filter.counterpartyId, transfer, filter));

/** Tells if a wallet is at the other end, by the direction. */
function isWith(
  counterpartyId: string,
  { from, to, inputs, outputs }: TransferView,
  { walletId, direction }: TransferFilter,
): boolean {
  const isAmong = (ends: TransferView['inputs']) =>
    ends?.some(({ wallet }) => wallet?.id === counterpartyId) ?? false;
  const isPayer = inputs ? isAmong(inputs) : to?.id === walletId && from?.id === counterpartyId;
  const isPayee = outputs ? isAmong(outputs) : from?.id === walletId && to?.id === counterpartyId;
  return (direction !== 'OUT' && isPayer) || (direction !== 'IN' && isPayee);
}
