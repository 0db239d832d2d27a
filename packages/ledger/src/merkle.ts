import { hash } from 'node:crypto';

/**
 * The Merkle tree over the hashes of a ledger's events, in the shape of RFC 6962, section 2.1 (RFC 9162 has the same): its
 * root binds all events, and a path of some twenty hashes proves that one of a million is among them. A leaf is the
 * event's hash as it stands. What RFC 6962 puts in front of a leaf to keep leaves and nodes apart is not needed: the text
 * behind a leaf begins with `{`, that behind a node with the byte 1.
 *
 * Of the tree only the roots of its complete subtrees are kept, one a level at most: it grows event by event, in little
 * memory. All hashes are SHA-256 in hex.
 */
export class MerkleTree {
  /** By level, from the leaves up: the root of the complete subtree of 2^level events that is not in a larger one yet. */
  private readonly peaks: (string | undefined)[] = [];

  add(eventHash: string): void {
    let grown = eventHash;
    let level = 0;
    for (let peak = this.peaks[0]; peak !== undefined; peak = this.peaks[level]) {
      grown = nodeHash(peak, grown);
      this.peaks[level++] = undefined;
    }
    this.peaks[level] = grown;
  }

  /** Of no events, SHA-256 of nothing (RFC 6962, section 2.1). */
  root(): string {
    let root: string | undefined;
    for (const peak of this.peaks) {
      if (peak !== undefined) root = root === undefined ? peak : nodeHash(peak, root);
    }
    return root ?? hash('sha256', '', 'hex');
  }

  /** What the tree can be gone on with: null for a level without a subtree. */
  toPeaks(): (string | null)[] {
    return this.peaks.map((peak) => peak ?? null);
  }

  static fromPeaks(peaks: readonly (string | null)[]): MerkleTree {
    const tree = new MerkleTree();
    tree.peaks.push(...peaks.map((peak) => peak ?? undefined));
    return tree;
  }
}

const node = Buffer.alloc(65, 1);

/** SHA-256(0x01 || left || right). */
function nodeHash(left: string, right: string): string {
  node.write(left, 1, 'hex');
  node.write(right, 33, 'hex');
  return hash('sha256', node, 'hex');
}

interface Subtree {
  readonly root: string;
  readonly size: number;
  readonly holdsIt: boolean;
}

/**
 * The audit path of one event, from its sibling up to the root (RFC 6962, section 2.1.1). The hashes of all events come in
 * order and are not kept.
 */
export async function auditPath(hashes: AsyncIterable<string>, sequence: number): Promise<string[]> {
  const path: string[] = [];
  const join = (left: Subtree, right: Subtree): Subtree => {
    if (left.holdsIt) path.push(right.root);
    if (right.holdsIt) path.push(left.root);
    const holdsIt = left.holdsIt || right.holdsIt;
    return { root: nodeHash(left.root, right.root), size: left.size + right.size, holdsIt };
  };
  const subtrees: Subtree[] = [];
  let seen = 0;
  for await (const root of hashes) {
    let grown: Subtree = { root, size: 1, holdsIt: ++seen === sequence };
    while (subtrees.at(-1)?.size === grown.size) grown = join(subtrees.pop() ?? grown, grown);
    subtrees.push(grown);
  }
  if (sequence < 1 || sequence > seen) throw new RangeError(`there is no event ${sequence} among ${seen}`);
  subtrees.reduceRight((right, left) => join(left, right));
  return path;
}

/** The root that a path leads to (RFC 9162, section 2.1.3.2); undefined where it does not fit the size of the tree. */
export function rootOfPath(
  eventHash: string,
  { sequence, size }: { sequence: number; size: number },
  path: readonly string[],
): string | undefined {
  let at = sequence - 1;
  let last = size - 1;
  if (at < 0 || at > last) return undefined;
  let root = eventHash;
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      root = nodeHash(sibling, root);
      // A subtree that has no sibling at its level is carried up as it is.
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else root = nodeHash(root, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
}
