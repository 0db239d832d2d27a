import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { auditPath, MerkleTree, rootOfPath } from '../../src/merkle';

const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaves = (size: number) =>
  Array.from({ length: size }, (_, n) => sha256(Buffer.from(String(n))).toString('hex'));

/** MTH of RFC 6962, section 2.1, word for word; an entry is 32 bytes. */
function rootByDefinition(hashes: readonly string[]): Buffer {
  if (hashes.length === 0) return sha256();
  if (hashes.length === 1) return sha256(Buffer.of(0), Buffer.from(hashes[0]!, 'hex'));
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return sha256(Buffer.of(1), rootByDefinition(hashes.slice(0, k)), rootByDefinition(hashes.slice(k)));
}

/** PATH of RFC 6962, section 2.1.1. */
function pathByDefinition(m: number, hashes: readonly string[]): string[] {
  if (hashes.length === 1) return [];
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  const [left, right] = [hashes.slice(0, k), hashes.slice(k)];
  return m < k
    ? [...pathByDefinition(m, left), rootByDefinition(right).toString('hex')]
    : [...pathByDefinition(m - k, right), rootByDefinition(left).toString('hex')];
}

async function* streamed(hashes: readonly string[]) {
  yield* hashes;
}

it('its root is that of RFC 6962, also where it was gone on with from its peaks', () => {
  for (let size = 0; size <= 70; size++) {
    const hashes = leaves(size);
    let tree = new MerkleTree();
    for (const [n, hash] of hashes.entries()) {
      if (n % 7 === 3) tree = MerkleTree.fromPeaks(tree.toPeaks());
      tree.add(hash);
    }
    expect(tree.root()).toBe(rootByDefinition(hashes).toString('hex'));
  }
});

it('every event of every small ledger has the path of RFC 6962, and it leads to the root', async () => {
  for (let size = 1; size <= 33; size++) {
    const hashes = leaves(size);
    const root = rootByDefinition(hashes).toString('hex');
    for (const [n, hash] of hashes.entries()) {
      const path = await auditPath(streamed(hashes), n + 1);
      expect(path).toEqual(pathByDefinition(n, hashes));
      expect(rootOfPath(hash, { sequence: n + 1, size }, path)).toBe(root);
    }
  }
});

it('a path proves no other event, place, size or root', async () => {
  const cases = fc.integer({ min: 2, max: 200 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      sequence: fc.integer({ min: 1, max: size }),
      wrong: fc.integer({ min: 1, max: size }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ size, sequence, wrong }) => {
      const hashes = leaves(size);
      const root = rootByDefinition(hashes).toString('hex');
      const path = await auditPath(streamed(hashes), sequence);
      const leads = (hash: string, place: { sequence: number; size: number }, by = path) =>
        rootOfPath(hash, place, by) === root;
      const hash = hashes[sequence - 1]!;
      expect(leads(hash, { sequence, size })).toBe(true);
      if (wrong !== sequence) {
        expect(leads(hashes[wrong - 1]!, { sequence, size })).toBe(false);
        expect(leads(hash, { sequence: wrong, size })).toBe(false);
      }
      expect(leads(hash, { sequence, size }, path.slice(1))).toBe(false);
      expect(leads(hash, { sequence, size }, [...path, hash])).toBe(false);
      expect(leads(hash, { sequence: size + 1, size })).toBe(false);
      expect(leads(hash, { sequence: 0, size })).toBe(false);
    }),
    { numRuns: 60 },
  );
});

it('an event that is missing has no path', async () => {
  await expect(auditPath(streamed(leaves(3)), 4)).rejects.toThrow(RangeError);
  await expect(auditPath(streamed([]), 1)).rejects.toThrow(RangeError);
});

it('has the roots that Certificate Transparency publishes for its test entries', () => {
  const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'];
  entries.push('606162636465666768696a6b6c6d6e6f');
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  // Its entries are not 32 bytes long, so that their leaves are given.
  const tree = new MerkleTree('bare');
  const grown = entries.map((entry) => {
    tree.add(sha256(Buffer.of(0), Buffer.from(entry, 'hex')).toString('hex'));
    return tree.root();
  });
  expect(grown).toEqual(roots);
});
