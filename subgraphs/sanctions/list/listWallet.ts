import { literalWallet, matchKey, readWallet } from '../../../shared/caip/wallet';
import type { ListWallet } from './listEntry';

/**
 * A listed address. Its chain comes from its form, never from the ticker. One that cannot be parsed is kept to the
 * letter, with why: it is never repaired or dropped.
 */
export function listWallet(list: string, currency: string, published: string): ListWallet {
  const read = readWallet(published);
  const wallet = 'wallet' in read ? read.wallet : literalWallet(list, published);
  return {
    currency,
    published,
    walletId: wallet.id,
    matchKey: matchKey(wallet),
    problem: 'problem' in read ? read.problem : null,
  };
}
