import type { Checkpoint, KnownKeys, ReadCheckpoint } from './checkpoint';
import { type CheckpointSigner, keyIdOf, type PublicJwk } from './checkpointKey';
import { parseOlderCheckpoint, readOlderCheckpoint } from './olderCheckpoint';
import { openNote, signNote, verifierKey } from './signedNote';

/** The origin line of a ledger's checkpoints, and the name of the key that signs them. */
const originOf = (ledger: string): string => `cordon/${ledger}`;

/** Encodes the public key that signs a ledger's checkpoints, for verifiers of C2SP signed notes. */
export const checkpointVerifierKey = (ledger: string, key: PublicJwk): string =>
  verifierKey(originOf(ledger), key);

/**
 * Signs what a ledger is: a C2SP tlog-checkpoint, which is a signed note. Two extension lines have the hash of the last
 * event and the time.
 */
export function signCheckpoint(
  of: Pick<Checkpoint, 'ledger' | 'sequence' | 'hash' | 'root' | 'at'>,
  signer: CheckpointSigner,
): Checkpoint {
  const { ledger, sequence, hash, root, at } = of;
  const origin = originOf(ledger);
  const root64 = Buffer.from(root, 'hex').toString('base64');
  const body = `${origin}\n${sequence}\n${root64}\nhash ${hash}\nat ${at}\n`;
  const text = signNote(body, origin, signer);
  return { ledger, sequence, hash, root, at, keyId: keyIdOf(signer.publicJwk), leaves: 'rfc6962', text };
}

/** Reads a checkpoint, also of the older form, and checks its signature: by a key that is known here. */
export function readCheckpoint(text: string, known: KnownKeys): ReadCheckpoint {
  if (text.startsWith('{')) return readOlderCheckpoint(text, known);
  const note = text.endsWith('\n') ? text : `${text}\n`;
  const opened = openNote(note, known.keys);
  if ('problem' in opened) return opened;
  const body = parseBody(opened.text);
  if (!body || opened.name !== body.origin) return { problem: 'it does not have the form of a checkpoint' };
  const { origin, ...fields } = body;
  const { ledger } = known;
  if (origin !== originOf(ledger))
    return { problem: `it is of the ledger ${origin.replace(/^cordon\//, '')}, not ${ledger}` };
  return { checkpoint: { ledger, ...fields, keyId: keyIdOf(opened.key), leaves: 'rfc6962', text: note } };
}

/**
 * Parses the claim of a checkpoint about its last event, whoever signed it; undefined where the text does not
 * have the form of one.
 */
export function parseClaim(text: string): Pick<Checkpoint, 'sequence' | 'hash'> | undefined {
  return text.startsWith('{')
    ? parseOlderCheckpoint(text)
    : parseBody(text.slice(0, text.lastIndexOf('\n\n') + 1));
}

const bodyForm =
  /^(\S+)\n([1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\nhash ([0-9a-f]{64})\nat (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\n$/;

function parseBody(
  body: string,
): ({ readonly origin: string } & Pick<Checkpoint, 'sequence' | 'hash' | 'root' | 'at'>) | undefined {
  const [whole, origin = '', size = '', root64 = '', hash = '', at = ''] = bodyForm.exec(body) ?? [];
  const root = Buffer.from(root64, 'base64');
  const isCanonical = root.toString('base64') === root64 && Number.isSafeInteger(Number(size));
  if (whole === undefined || !isCanonical) return undefined;
  return { origin, sequence: Number(size), root: root.toString('hex'), hash, at };
}
