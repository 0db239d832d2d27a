import type { ListWallet } from '../../list/listEntry';
import { listWallet } from '../../list/listWallet';

/** OFAC's form, which other lists repeat where they name an address. */
const address = /\bDigital Currency Address - ([A-Z0-9]{2,10}):? ([A-Za-z0-9:]+)/g;

/**
 * Returns the addresses that texts name in OFAC's form, `Digital Currency Address - XBT 1A1z…`, each once. An address
 * in any other words is not looked for: what merely looks like one may be somebody else's.
 */
export function walletsInTexts(list: string, texts: readonly string[]): ListWallet[] {
  const found = new Map<string, ListWallet>();
  for (const text of texts) {
    for (const [, currency = '', published = ''] of text.matchAll(address))
      found.set(`${currency} ${published}`, listWallet(list, currency, published));
  }
  return [...found.values()];
}
