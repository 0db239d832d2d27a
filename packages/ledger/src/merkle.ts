import { hash } from 'node:crypto';

/**
 * The form of an event's leaf. `rfc6962`: SHA-256(0x00 || the 32 bytes of the event's hash), as RFC 6962 has
 * it for an entry that is the event's hash. `bare`: the event's hash as it stands, which checkpoints of the
 * older form signed.
 */
export type LeafForm = 'rfc6962' | 'bare';

/**
 * The Merkle tree of RFC 6962, section 2.1 (RFC 9162 has the same), over the hashes of a ledger's events. Its
 * root binds all events. A path of some twenty hashes proves that one of a million is among them.
 *
 * Only the roots of complete subtrees are kept, one a level at most: it grows event by event, in little
 * memory. All hashes are SHA-256 in hex.
 */
export class MerkleTree {
  /** By level, from the leaves up: the root of the complete subtree of 2^level events that is not in a larger one yet. */
  private readonly peaks: (string | undefined)[] = [];

  constructor(readonly leaves: LeafForm = 'rfc6962') {}

  add(eventHash: string): void {
    let grown = leafHash(eventHash, this.leaves);
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

  /** Returns the roots from which the tree can continue: null for a level without a subtree. */
  toPeaks(): (string | null)[] {
    return this.peaks.map((peak) => peak ?? null);
  }

  static fromPeaks(peaks: readonly (string | null)[], leaves: LeafForm = 'rfc6962'): MerkleTree {
    const tree = new MerkleTree(leaves);
    tree.peaks.push(...peaks.map((peak) => peak ?? undefined));
    return tree;
  }
}

const leaf = Buffer.alloc(33, 0);
const node = Buffer.alloc(65, 1);

/** SHA-256(0x00 || the event's hash), or the event's hash. */
function leafHash(eventHash: string, leaves: LeafForm): string {
  if (leaves === 'bare') return eventHash;
  leaf.write(eventHash, 1, 'hex');
  return hash('sha256', leaf, 'hex');
}

/** SHA-256(0x01 || left || right). */
function nodeHash(left: string, right: string): string {
  node.write(left, 1, 'hex');
  node.write(right, 33, 'hex');
  return hash('sha256', node, 'hex');
}

interface Subtree {
  readonly root: string;
  readonly size: number;
  readonly isOnPath: boolean;
}

/**
 * The audit path of one event, from its sibling up to the root (RFC 6962, section 2.1.1). The hashes of all events come in
 * order and are not kept.
 */
export async function auditPath(
  hashes: AsyncIterable<string>,
  sequence: number,
  leaves: LeafForm = 'rfc6962',
): Promise<string[]> {
  const path: string[] = [];
  const join = (left: Subtree, right: Subtree): Subtree => {
    if (left.isOnPath) path.push(right.root);
    if (right.isOnPath) path.push(left.root);
    const isOnPath = left.isOnPath || right.isOnPath;
    return { root: nodeHash(left.root, right.root), size: left.size + right.size, isOnPath };
  };
  const subtrees: Subtree[] = [];
  let seen = 0;
  for await (const eventHash of hashes) {
    let grown: Subtree = { root: leafHash(eventHash, leaves), size: 1, isOnPath: ++seen === sequence };
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
  { sequence, size, leaves = 'rfc6962' }: { sequence: number; size: number; leaves?: LeafForm },
  path: readonly string[],
): string | undefined {
  let at = sequence - 1;
  let last = size - 1;
  if (at < 0 || at > last) return undefined;
  let root = leafHash(eventHash, leaves);
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
