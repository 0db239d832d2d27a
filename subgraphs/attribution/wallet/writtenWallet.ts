import { readWallet, type WalletFacts } from '../../../shared/caip/wallet';
import { badUserInput } from '../../../shared/errors/cordonError';
import { quoteInput } from '../../../shared/errors/redactSecrets';

/**
 * Reads another wallet that an argument of a wallet's field names, in any written form. An EVM address that names no chain
 * is meant on the chain of the wallet itself. Throws BAD_USER_INPUT.
 */
export function writtenWallet(written: string, beside: WalletFacts, argument: string): WalletFacts {
  const isBareEvm = /^\s*0x[0-9a-f]{40}\s*$/i.test(written) && beside.chain.startsWith('eip155:');
  const read = readWallet(isBareEvm ? `${beside.chain}:${written.trim()}` : written);
  if ('wallet' in read) return read.wallet;
  throw badUserInput(`${quoteInput(written)} is not an address: ${read.problem}`, { argument });
}
