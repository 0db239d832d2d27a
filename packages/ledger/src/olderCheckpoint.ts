import { z } from 'zod';
import { canonicalJson } from './canonicalJson';
import type { Checkpoint, KnownKeys, ReadCheckpoint } from './checkpoint';
import { isSignedBy, keyIdOf } from './checkpointKey';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

/** The form of checkpoints before signed notes: one line of canonical JSON. It is read and not written. */
const olderForm = z.strictObject({
  form: z.literal('cordon-ledger-checkpoint/1'),
  ledger: z.string().min(1),
  sequence: z.int().positive(),
  hash: hex,
  /** Of the Merkle tree whose leaves are the events' hashes as they stand. */
  root: hex,
  at: z.iso.datetime({ precision: 3 }),
  keyId: z.string().min(1),
  /** Ed25519 over the canonical JSON of the fields above, base64url. */
  signature: z.string().min(1),
});

type OlderCheckpoint = z.infer<typeof olderForm>;

/** Parses a checkpoint of the older form; its signature is not checked. */
export function parseOlderCheckpoint(text: string): OlderCheckpoint | undefined {
  const line = text.replace(/\r?\n$/, '');
  try {
    const parsed = olderForm.safeParse(JSON.parse(line));
    return parsed.success && canonicalJson(parsed.data) === line ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a checkpoint of the older form and checks its signature. */
export function readOlderCheckpoint(text: string, { ledger, keys }: KnownKeys): ReadCheckpoint {
  const parsed = parseOlderCheckpoint(text);
  if (!parsed) return { problem: 'it does not have the form of a checkpoint' };
  const { signature, ...fields } = parsed;
  const key = keys.find((one) => keyIdOf(one) === fields.keyId);
  if (!key) return { problem: `it is signed with a key that is not known here (${fields.keyId})` };
  if (!isSignedBy(key, canonicalJson(fields), signature))
    return { problem: 'its signature does not fit: it was edited' };
  if (fields.ledger !== ledger) return { problem: `it is of the ledger ${fields.ledger}, not ${ledger}` };
  const { sequence, hash, root, at, keyId } = fields;
  const checkpoint: Checkpoint = {
    ledger,
    sequence,
    hash,
    root,
    at,
    keyId,
    leaves: 'bare',
    text: canonicalJson(parsed),
  };
  return { checkpoint };
}
