import { tagOf } from '../../../shared/caip/paymentTag';
import { matchKey, readWallet, type WalletFacts } from '../../../shared/caip/wallet';
import { quoteInput } from '../../../shared/errors/redactSecrets';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { DepositRecord } from './deposit.record';
import { pairOf } from './registration.rules';

/** The wallet that a venue names: no literal, which nothing can be paid to. */
export function depositWallet(
  address: string,
  chain: string | null | undefined,
  tag: string | null | undefined,
): DepositPlace | { readonly problem: string } {
  const read = readWallet(chain && !address.startsWith(`${chain}:`) ? `${chain}:${address}` : address);
  const written = quoteInput(address);
  if (!('wallet' in read)) return { problem: `${written} is not an address: ${read.problem}` };
  if (read.wallet.id.startsWith('literal:')) return { problem: `${written} is not an address` };
  const tagged = tagOf(read.wallet.chain, address, tag);
  return 'problem' in tagged ? tagged : { wallet: read.wallet, tag: tagged.tag };
}

/** The deposit address of a venue, and the tag that tells an account's deposits from others'. */
interface DepositPlace {
  readonly wallet: WalletFacts;
  readonly tag: string | null;
}

interface DepositClaim extends Pick<
  DepositRecord,
  'venueId' | 'illustrative' | 'word' | 'stance' | 'endedAt'
> {
  readonly account: string;
  readonly source: SourceFacts;
}

export function depositOf({ account, ...claim }: DepositClaim, { wallet, tag }: DepositPlace): DepositRecord {
  const accountId = `${claim.venueId}:${account}`;
  return {
    ...claim,
    // Until it is stored: then it is numbered.
    _id: pairOf({ accountId, walletId: wallet.id, tag }),
    accountId,
    walletId: wallet.id,
    matchKey: matchKey(wallet),
    ...(tag === null ? {} : { tag }),
  };
}
