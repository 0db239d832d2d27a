import { z } from 'zod';
import { quoteInput } from '../../../shared/errors/redactSecrets';
import { readWallet, type WalletFacts } from '../../../shared/caip/wallet';

/** Forms of values in the rows of the files that are imported. */

/** An address in any written form. */
export const wallet = z.string({ message: 'it is missing' }).transform((written, context): WalletFacts => {
  const read = readWallet(written);
  if ('wallet' in read) return read.wallet;
  context.addIssue({
    code: 'custom',
    message: `${quoteInput(written)} is not an address: ${read.problem}`,
  });
  return z.NEVER;
});

/** The wallet of an address of a chain, plain or its CAIP-10 id; or what is wrong with it. */
export function walletOnChain(chain: string, written: string): { id: string } | { problem: string } {
  const read = readWallet(written.startsWith(`${chain}:`) ? written : `${chain}:${written}`);
  return 'wallet' in read ? { id: read.wallet.id } : { problem: `${quoteInput(written)}: ${read.problem}` };
}

/** `true` or `false`, in CSV as text; absent it is false. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false'])], { message: 'it is true or false' })
  .default(false)
  .transform((written) => written === true || written === 'true');
