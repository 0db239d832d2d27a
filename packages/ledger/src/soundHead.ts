import type { Model } from 'mongoose';
import { parseClaim } from './checkpointNote';
import type { EventRecords } from './eventRecords.store';
import type { LedgerCheckpointRecord } from './ledgerCheckpoint.record';
import { LedgerDamaged } from './ledgerErrors';
import type { Head } from './ledgerEvent';

/** The claim of a stored checkpoint about the ledger, whoever signed it. */
interface Claim {
  readonly id: string;
  readonly sequence: number;
  readonly hash: string;
}

/** Counting takes this share of the time at most: an event that is missing before the head is found within seconds. */
const countShare = 1 / 200;

/**
 * Reads the head of a ledger, and rejects one with missing events: below the last stored checkpoint, whose
 * event must be there as signed, or in between. Signatures are left to `cordon ledger verify`. A checkpoint
 * that does not fit is a reason to stop, whoever wrote it.
 * @throws LedgerDamaged
 */
export function soundHead(
  events: EventRecords,
  checkpoints: Model<LedgerCheckpointRecord>,
): () => Promise<Head> {
  let confirmed: string | undefined;
  let countAgainAt = -Infinity;

  const confirm = async (claim: Claim, head: Head): Promise<void> => {
    // A checkpoint signed after the head was read may cover more.
    const end = claim.sequence > head.sequence ? (await events.head()).sequence : head.sequence;
    if (claim.sequence > end) {
      throw new LedgerDamaged(
        end + 1,
        `it ends at event ${end}, and a stored checkpoint covers ${claim.sequence}: its tail was removed`,
      );
    }
    const there = await events.hashesOf([claim.sequence]);
    if (there.get(claim.sequence) !== claim.hash)
      throw new LedgerDamaged(
        claim.sequence,
        `event ${claim.sequence} is not the one that the last checkpoint signed`,
      );
  };

  const count = async (head: Head): Promise<void> => {
    const begun = performance.now();
    const missing = await firstMissing(events, head.sequence);
    if (missing !== undefined) throw new LedgerDamaged(missing, `event ${missing} is missing`);
    const now = performance.now();
    countAgainAt = now + (now - begun) / countShare;
  };

  return async () => {
    const { head, last } = await events.headBeside(checkpoints);
    const claim = last && claimOf(last);
    if (claim && (claim.sequence > head.sequence || claim.id !== confirmed)) {
      await confirm(claim, head);
      confirmed = claim.id;
    }
    if (performance.now() >= countAgainAt) await count(head);
    return head;
  };
}

/** @throws LedgerDamaged where what is stored as the last checkpoint cannot be read: nobody can tell what it covered */
function claimOf(last: LedgerCheckpointRecord): Claim {
  const claim = parseClaim(last.text);
  if (claim) return { id: last.text, sequence: claim.sequence, hash: claim.hash };
  throw new LedgerDamaged(
    last.sequence ?? 0,
    `the stored checkpoint ${last._id} does not have the form of a checkpoint`,
  );
}

/** Returns the first sequence without an event, up to a sequence; undefined where all are stored. */
async function firstMissing(events: EventRecords, upTo: number): Promise<number | undefined> {
  if ((await events.count(upTo)) >= upTo) return undefined;
  let [whole, broken] = [0, upTo];
  while (broken - whole > 1) {
    const middle = Math.floor((whole + broken) / 2);
    if ((await events.count(middle)) >= middle) whole = middle;
    else broken = middle;
  }
  return broken;
}
