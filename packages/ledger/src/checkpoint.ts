import { z } from 'zod';
import { canonicalJson } from './canonicalJson';
import { type CheckpointSigner, isSignedBy, keyIdOf, type PublicJwk } from './checkpointKey';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

const checkpointForm = z.strictObject({
  /** What is signed: so that a signature cannot be taken for one of something else. */
  form: z.literal('cordon-ledger-checkpoint/1'),
  /** Which ledger, such as `enforcement`: one key may sign for several. */
  ledger: z.string().min(1),
  /** So many events there were, */
  sequence: z.int().positive(),
  /** the last of them with this hash, */
  hash: hex,
  /** and this is the root of the Merkle tree over them. */
  root: hex,
  /** When it was signed: RFC 3339 UTC with milliseconds. */
  at: z.iso.datetime({ precision: 3 }),
  /** The thumbprint of the public key (RFC 7638). */
  keyId: z.string().min(1),
  /** Ed25519 over the canonical JSON of the fields above, base64url. */
  signature: z.string().min(1),
});

/** What the ledger was at a time, signed. Who holds one can tell whether the events that it covers are still the same. */
export type Checkpoint = z.infer<typeof checkpointForm>;

/** Signs what a ledger is. The text of a checkpoint is its canonical JSON. */
export function signCheckpoint(
  of: Pick<Checkpoint, 'ledger' | 'sequence' | 'hash' | 'root' | 'at'>,
  signer: CheckpointSigner,
): Checkpoint {
  const fields = { form: 'cordon-ledger-checkpoint/1', ...of, keyId: keyIdOf(signer.publicJwk) } as const;
  return { ...fields, signature: signer.sign(canonicalJson(fields)) };
}

/** A checkpoint, or why its text does not count as one. */
export type ReadCheckpoint = { readonly checkpoint: Checkpoint } | { readonly problem: string };

/** Reads a checkpoint and checks its signature: by a key that is known here, or it could be anybody's. */
export function readCheckpoint(
  text: string,
  { ledger, keys }: { readonly ledger: string; readonly keys: readonly PublicJwk[] },
): ReadCheckpoint {
  const line = text.replace(/\r?\n$/, '');
  const read = checkpointForm.safeParse(parsed(line));
  if (!read.success || canonicalJson(read.data) !== line)
    return { problem: 'it does not have the form of a checkpoint' };
  const { signature, ...fields } = read.data;
  const key = keys.find((one) => keyIdOf(one) === fields.keyId);
  if (!key) return { problem: `it is signed with a key that is not known here (${fields.keyId})` };
  if (!isSignedBy(key, canonicalJson(fields), signature))
    return { problem: 'its signature does not fit: it was edited' };
  if (fields.ledger !== ledger) return { problem: `it is of the ledger ${fields.ledger}, not ${ledger}` };
  return { checkpoint: read.data };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
