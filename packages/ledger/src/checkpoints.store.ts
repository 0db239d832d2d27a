import type { Model } from 'mongoose';
import { ChainCheck } from './chainCheck';
import type { Checkpoint } from './checkpoint';
import { readCheckpoint, signCheckpoint } from './checkpointNote';
import type { CheckpointSigner, PublicJwk } from './checkpointKey';
import type { EventRecords } from './eventRecords.store';
import { checkpointId, type LedgerCheckpointRecord } from './ledgerCheckpoint.record';
import { LedgerDamaged } from './ledgerErrors';
import { genesis } from './ledgerEvent';
import { MerkleTree } from './merkle';
import { takeStored } from './verifyStore';

export interface CheckpointParts {
  /** The name of the ledger, which its checkpoints carry: `enforcement`. */
  readonly ledger: string;
  readonly events: EventRecords;
  readonly records: Model<LedgerCheckpointRecord>;
  /** The public keys whose checkpoints count. */
  readonly keys: readonly PublicJwk[];
}

/** A stored checkpoint as it was found. */
export interface StoredCheckpoint {
  readonly sequence: number;
  readonly read: ReturnType<typeof readCheckpoint>;
}

export interface Checkpoints {
  /**
   * Signs the ledger as it is, and stores that. Only what goes on from the last checkpoint, unbroken, is signed: the
   * events since are checked on the way. Undefined for an empty ledger.
   * @throws LedgerDamaged
   */
  take(signer: CheckpointSigner, now: Date): Promise<Checkpoint | undefined>;
  /** The last that was signed with a known key. */
  latest(): Promise<Checkpoint | undefined>;
  all(): Promise<StoredCheckpoint[]>;
}

export function checkpointStore(parts: CheckpointParts): Checkpoints {
  const { records } = parts;
  const read = ({ _id, sequence = Number(_id), text }: LedgerCheckpointRecord) => ({
    sequence,
    read: readCheckpoint(text, parts),
  });
  return {
    take: (signer, now) => take(parts, signer, now),
    latest: async () => (await latestValid(parts))?.checkpoint,
    all: async () => (await records.find().sort({ _id: 1 }).lean<LedgerCheckpointRecord[]>()).map(read),
  };
}

async function take(
  parts: CheckpointParts,
  signer: CheckpointSigner,
  now: Date,
): Promise<Checkpoint | undefined> {
  const { events, ledger, records } = parts;
  const last = await latestValid(parts);
  if (last) await confirm(events, last.checkpoint);
  const { check, tree, after } = goOnFrom(last);
  for await (const batch of events.batches(after)) {
    for (const event of batch) if (!takeStored(check, event)) throw check.damage();
  }
  if (!check.result().ok) throw check.damage();
  const { sequence, hash } = check.soFar();
  if (sequence === 0 || hash === undefined) return undefined;
  const checkpoint = signCheckpoint(
    { ledger, sequence, hash, root: tree.root(), at: now.toISOString() },
    signer,
  );
  const stored = { sequence, text: checkpoint.text, peaks: tree.toPeaks() };
  // Another server may have signed the same head with this key: the first stays.
  await records.updateOne(
    { _id: checkpointId(sequence, checkpoint.keyId) },
    { $setOnInsert: stored },
    { upsert: true, writeConcern: { w: 'majority' } },
  );
  return checkpoint;
}

/**
 * Continues behind the last checkpoint. Where its tree has other leaves, the tree is built anew from the
 * first event on, and the events have to match the signed root.
 */
function goOnFrom(last: { checkpoint: Checkpoint; tree: MerkleTree } | undefined): {
  check: ChainCheck;
  tree: MerkleTree;
  after: number;
} {
  if (last?.tree.leaves === 'rfc6962') {
    const { checkpoint, tree } = last;
    return { check: new ChainCheck([], { ...checkpoint, tree }), tree, after: checkpoint.sequence };
  }
  const tree = new MerkleTree();
  const from = { sequence: 0, hash: genesis.hash, tree };
  return { check: new ChainCheck(last ? [last.checkpoint] : [], from), tree, after: 0 };
}

/** The last checkpoint that a known key signed, and whose peaks give the root that was signed. */
async function latestValid(
  parts: CheckpointParts,
): Promise<{ checkpoint: Checkpoint; tree: MerkleTree } | undefined> {
  const newestFirst = parts.records.find().sort({ _id: -1 }).lean<LedgerCheckpointRecord[]>().cursor();
  try {
    for await (const { text, peaks } of newestFirst as AsyncIterable<LedgerCheckpointRecord>) {
      const read = readCheckpoint(text, parts);
      if (!('checkpoint' in read)) continue;
      const tree = MerkleTree.fromPeaks(peaks, read.checkpoint.leaves);
      if (tree.root() === read.checkpoint.root) return { checkpoint: read.checkpoint, tree };
    }
    return undefined;
  } finally {
    await newestFirst.close();
  }
}

/** The event that was signed has to be there still. */
async function confirm(events: EventRecords, { sequence, hash }: Checkpoint): Promise<void> {
  const there = await events.hashesOf([sequence]);
  if (there.get(sequence) !== hash)
    throw new LedgerDamaged(sequence, `event ${sequence} is not the one that the last checkpoint signed`);
}
