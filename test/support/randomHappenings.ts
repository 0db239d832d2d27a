import type { NamedWallet, Happening } from './taintOracle';

/** Whole numbers from 0 up to and without `below`, the same for the same seed (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export const someAsset = 'bip122:000000000019d6689c085ae165831e93/slip44:0';

/** The magnitudes of amounts in one graph: small ones meet every remainder, long ones every carry. */
const scales = [
  1n,
  1n,
  7n,
  10n ** 18n,
  (1n << 53n) + 1n,
  (1n << 90n) / 3n,
  1n << 94n,
  1n << 127n,
  1n << 200n,
];

interface RandomGraph {
  readonly happenings: readonly Happening[];
  readonly wallets: readonly string[];
  readonly claims: ReadonlyMap<string, readonly NamedWallet[]>;
  readonly hubs: ReadonlySet<string>;
}

/** A few wallets and what happened between them: transfers and UTXO transactions, often at one time. */
export function randomGraph(seed: number): RandomGraph {
  const any = seeded(seed);
  const wallets = Array.from({ length: 3 + any(7) }, (_, i) => `w${i}`);
  const scale = scales[any(scales.length)] ?? 1n;
  const span = 1 + any(12);
  const utxoShare = any(4);
  const wallet = () => wallets[any(wallets.length)] ?? 'w0';
  const amount = () => BigInt(any(13)) * scale + BigInt(any(3)) * (scale > 1n ? 1n : 0n);
  const end = (value = amount()) => ({ wallet: any(12) === 0 ? null : wallet(), amount: value });
  const happenings: Happening[] = [];
  let seq = 1;
  for (let left = 2 + any(24); left > 0; left--) {
    const at = 1000 + any(span);
    if (any(4) >= utxoShare) {
      const moved = amount();
      const ends = {
        inputs: [{ wallet: wallet(), amount: moved }],
        outputs: [{ wallet: wallet(), amount: moved }],
      };
      happenings.push({ seq: seq++, at, asset: someAsset, isUtxo: false, ...ends });
      continue;
    }
    const outputs = Array.from({ length: 1 + any(4) }, () => end());
    let due = outputs.reduce((sum, each) => sum + each.amount, 0n) + (any(2) === 0 ? 0n : amount());
    const inputs = [];
    while (due > 0n && inputs.length < 3) {
      const part = any(3) === 0 ? due : due / BigInt(1 + any(3));
      inputs.push(end(part));
      due -= part;
    }
    if (due > 0n) inputs.push(end(due));
    happenings.push({ seq, at, asset: someAsset, isUtxo: true, inputs: any(8) === 0 ? [] : inputs, outputs });
    seq += outputs.length;
  }
  return { happenings, wallets, ...randomNames(any, wallets) };
}

function randomNames(any: (below: number) => number, wallets: readonly string[]) {
  const owners = ['mixer', 'thief', 'exchange'];
  const claims = new Map<string, NamedWallet[]>();
  for (const wallet of wallets) {
    if (any(3) > 0) continue;
    const claim = (): NamedWallet => ({
      owner: owners[any(owners.length)] ?? 'thief',
      categories: ['abuse', 'service', 'mixing'].slice(any(3), 1 + any(3)),
      from: any(4) === 0 ? 1000 + any(6) : -Infinity,
      until: any(4) === 0 ? 1004 + any(6) : Infinity,
    });
    claims.set(wallet, any(3) === 0 ? [claim(), claim()] : [claim()]);
  }
  return { claims, hubs: new Set(wallets.filter(() => any(9) === 0)) };
}
