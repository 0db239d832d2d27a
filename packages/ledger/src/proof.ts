import { z } from 'zod';
import type { Checkpoint } from './checkpoint';
import type { EventRecords } from './eventRecords.store';
import { checkedLine, lineOf } from './exportedLine';
import { LedgerDamaged } from './ledgerErrors';
import { auditPath, rootOfPath } from './merkle';
import { hasItsKey } from './storedEvent';

const proofForm = z.strictObject({
  form: z.literal('cordon-ledger-proof/1'),
  /** The event as a line of an exported ledger. */
  event: z.string(),
  /** The audit path (RFC 6962, section 2.1.1), from the event's sibling up. */
  path: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(64),
  /** The text of the checkpoint that it leads to. */
  checkpoint: z.string(),
});

/** Proves offline that one event is in the ledger that a checkpoint signed, without showing another event. */
export type Proof = z.infer<typeof proofForm>;

/**
 * Makes the proof of one stored event, and checks it as its recipient does: nothing false is proved.
 * @throws RangeError where the checkpoint does not cover the event
 * @throws LedgerDamaged where the stored event was edited, or the events do not give the root of the
 * checkpoint
 */
export async function proveEvent(
  events: EventRecords,
  sequence: number,
  checkpoint: Checkpoint,
): Promise<Proof> {
  if (sequence > checkpoint.sequence)
    throw new RangeError(
      `the checkpoint covers ${checkpoint.sequence} events, and event ${sequence} is not among them`,
    );
  const event = await events.at(sequence);
  if (!event)
    throw new LedgerDamaged(sequence, `event ${sequence} is missing or does not have the form of an event`);
  if (!hasItsKey(event))
    throw new LedgerDamaged(sequence, `event ${sequence} was edited: its key is not that of its text`);
  const proof: Proof = {
    form: 'cordon-ledger-proof/1',
    event: lineOf(event),
    path: await auditPath(hashesOf(events, checkpoint.sequence), sequence, checkpoint.leaves),
    checkpoint: checkpoint.text,
  };
  const problem = problemOfProof(proof, checkpoint);
  if (problem) throw new LedgerDamaged(problem.sequence ?? sequence, problem.reason);
  return proof;
}

async function* hashesOf(events: EventRecords, upTo: number): AsyncGenerator<string> {
  for await (const batch of events.batches(0, upTo)) for (const event of batch) yield event?.hash ?? '';
}

/** The proof of a text; undefined where it does not have the form of one. */
export function readProof(text: string): Proof | undefined {
  try {
    return proofForm.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export type ProofProblem = { readonly sequence: number | null; readonly reason: string } | undefined;

/**
 * Returns the reason why a proof does not show that its event is under a checkpoint, whose signature has been
 * checked.
 */
export function problemOfProof(proof: Proof, checkpoint: Checkpoint): ProofProblem {
  const { link, recorded, computed } = checkedLine(Buffer.from(proof.event));
  if (!link) return { sequence: null, reason: 'the event in the proof does not have the form of one' };
  const { sequence } = link;
  if (recorded !== computed)
    return { sequence, reason: `event ${sequence} was edited: its text does not give its hash` };
  const { leaves, sequence: size } = checkpoint;
  const root = rootOfPath(recorded, { sequence, size, leaves }, proof.path);
  if (root !== checkpoint.root)
    return {
      sequence,
      reason: `event ${sequence} is not among the ${checkpoint.sequence} events of the checkpoint of ${checkpoint.at}, or the proof was made for another`,
    };
  return undefined;
}
