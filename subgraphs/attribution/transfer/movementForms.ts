import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { parseAsset } from '../../../shared/caip/assets';
import { chainById, isEvm } from '../../../shared/caip/chains';
import { quoteInput } from '../../../shared/errors/redactSecrets';
import { baseUnits, instant } from '../../../shared/case/forms';
import { timeProblem } from './chainStart.rules';
import { flag, walletOnChain } from '../rows/rowForms';

/** Forms of what rows of transfers and UTXO transactions share. */

/** The digits of an unsigned 256-bit number: no chain's amounts are longer. */
const maxAmountDigits = 78;

export const needed = z.string({ message: 'it is missing' });

/** JSON's numbers lose digits above 2^53: such an amount is to be written as a string. */
export const amount = z
  .preprocess(
    (given) => (typeof given === 'number' && Number.isSafeInteger(given) ? String(given) : given),
    z.string({ message: 'it is missing, or a number that is not whole or longer than JSON keeps exactly' }),
  )
  .pipe(baseUnits)
  .refine((units) => units.length <= maxAmountDigits, {
    message: `it has at most ${maxAmountDigits} digits`,
  });

export const index = z
  .preprocess((given) => (typeof given === 'number' ? String(given) : given), needed)
  .pipe(z.string().regex(/^\d{1,9}$/, 'it is a whole number, from 0'))
  .transform(Number);

export const chain = needed.refine((id) => chainById(id) !== undefined, {
  message: 'it is not a chain that Cordon knows (CAIP-2)',
});

/** The fields that transfers and UTXO transactions share. */
export const movement = {
  chain,
  tx: needed.max(128),
  time: needed.pipe(instant),
  asset: needed,
  illustrative: flag,
};

interface Written {
  readonly chain: string;
  readonly tx: string;
  readonly time: Date;
  readonly asset: string;
}

/** A transaction's hash, asset and time as its chain has them, or what is wrong with them. */
export function onChain(
  { chain, tx, time, asset }: Written,
  now: Date,
): { readonly tx: string; readonly asset: string } | { readonly problem: string } {
  const hash = readHash(chain, tx);
  if (hash === null) return { problem: `tx: ${quoteInput(tx)} is not a transaction of ${chain}` };
  const outOfTime = timeProblem(chain, time, now);
  if (outOfTime !== null) return { problem: `time: ${outOfTime}` };
  const read = parseAsset(chain, asset);
  if ('problem' in read) {
    return {
      problem: `asset: ${quoteInput(asset)} is not an asset that is known on ${chain}: ${read.problem}`,
    };
  }
  return { tx: hash, asset: read.asset.id };
}

/** A transaction as its chain spells it; null where it is none. Hexadecimal hashes have one spelling, in lower case. */
export function readHash(chain: string, written: string): string | null {
  if (isEvm(chain)) return /^0x[0-9a-f]{64}$/i.test(written) ? written.toLowerCase() : null;
  if (chain.startsWith('bip122:') || chain.startsWith('tron:')) {
    return /^[0-9a-f]{64}$/i.test(written) ? written.toLowerCase() : null;
  }
  return /^[0-9A-Za-z]{32,128}$/.test(written) ? written : null;
}

/**
 * Returns the spellings by which a hash may be stored; none where it is not one. The hashes of some chains are
 * stored as their source spelled them: the XRP Ledger writes them in upper case, others in lower.
 */
export function hashSpellings(chain: string, written: string): string[] {
  const hash = readHash(chain, written);
  if (hash === null) return [];
  const isHexadecimal = /^[0-9a-f]{64}$/i.test(hash);
  return isHexadecimal ? [...new Set([hash, hash.toLowerCase(), hash.toUpperCase()])] : [hash];
}

/** So many addresses are remembered, some 20 MB: a file names the same ones again and again. */
const maxAddresses = 50_000;

export type AddressReader = (
  chain: string,
  written: string,
) => { readonly id: string } | { readonly problem: string };

/** Reads addresses, each once: to check an EVM address's case takes longer than all the rest of its row. */
export function addressReader(): AddressReader {
  const known = new LRUCache<string, { readonly id: string }>({ max: maxAddresses });
  return (chain, written) => {
    const key = `${chain} ${written}`;
    const before = known.get(key);
    if (before) return before;
    const read = walletOnChain(chain, written.slice(0, 512));
    if ('problem' in read) return read;
    known.set(key, read);
    return read;
  };
}
