import { matchKey, publishedWallet } from '../../../shared/caip/wallet';
import type { ListWallet } from './listEntry';

/**
 * A listed address. Its chain comes from its form, never from the ticker. One that cannot be parsed is kept to the
 * letter, with why: it is never repaired or dropped.
 */
export function listWallet(list: string, currency: string, published: string): ListWallet {
  const wallet = publishedWallet(literalNamespace(list), published);
  return {
    currency,
    published,
    walletId: wallet.id,
    matchKey: matchKey(wallet),
    problem: wallet.problem,
  };
}

/** Of `opensanctions:<dataset>`, the part before the colon: a literal's id is `literal:<one word>:<text>`. */
const literalNamespace = (list: string) => list.split(':')[0] ?? list;
