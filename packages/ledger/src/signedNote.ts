import { type CheckpointSigner, isSignedBy, type PublicJwk } from './checkpointKey';
import { hashOf } from './sealedEvent';

/** The type of a signature that is Ed25519 over the text (C2SP signed-note). */
const ed25519 = 1;
const maxSignatures = 100;
const signatureBytes = 64;
const signatureLine = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;

const typedKey = ({ x }: PublicJwk): Buffer =>
  Buffer.concat([Buffer.of(ed25519), Buffer.from(x, 'base64url')]);

/** The key ID of C2SP signed-note: the first 4 bytes of SHA-256(name || LF || type || key), in hex. */
function keyHash(name: string, key: PublicJwk): string {
  return hashOf(Buffer.concat([Buffer.from(`${name}\n`), typedKey(key)])).slice(0, 8);
}

/** Encodes a public key as a verifier key of C2SP signed-note: `<name>+<key ID>+<base64>`. */
export const verifierKey = (name: string, key: PublicJwk): string =>
  `${name}+${keyHash(name, key)}+${typedKey(key).toString('base64')}`;

/** Signs a text as a C2SP signed note. The text ends with a line feed. */
export function signNote(text: string, name: string, signer: CheckpointSigner): string {
  const signature = Buffer.from(signer.sign(text), 'base64url');
  const signed = Buffer.concat([Buffer.from(keyHash(name, signer.publicJwk), 'hex'), signature]);
  return `${text}\n\u2014 ${name} ${signed.toString('base64')}\n`;
}

export interface OpenedNote {
  /** The signed text, with its last line feed. */
  readonly text: string;
  /** The name and the key of the first signature that a known key made. */
  readonly name: string;
  readonly key: PublicJwk;
}

interface NoteSignature {
  readonly name: string;
  readonly keyHash: string;
  readonly signature: string;
}

/**
 * Opens a C2SP signed note. Ignores signatures of unknown keys, such as those of witnesses, and rejects a note with a
 * signature of a known key that does not fit.
 */
export function openNote(
  note: string,
  keys: readonly PublicJwk[],
): OpenedNote | { readonly problem: string } {
  const end = note.lastIndexOf('\n\n') + 1;
  const text = note.slice(0, end);
  const lines = note.slice(end + 1).split('\n');
  // eslint-disable-next-line no-control-regex -- C2SP signed-note allows no control character but the line feed
  if (end === 0 || lines.pop() !== '' || /[\0-\x09\x0b-\x1f]/.test(note))
    return { problem: 'it does not have the form of a signed note' };
  const signatures = lines.map(parseSignature);
  if (signatures.length === 0 || signatures.length > maxSignatures || signatures.includes(undefined))
    return { problem: 'its signatures do not have the form of those of a signed note' };
  let opened: OpenedNote | undefined;
  for (const one of signatures) {
    const key = one && keys.find((key) => keyHash(one.name, key) === one.keyHash);
    if (!key) continue;
    if (!isSignedBy(key, text, one.signature))
      return { problem: 'its signature does not fit: it was edited' };
    opened ??= { text, name: one.name, key };
  }
  const names = signatures.map((one) => `${one?.name}+${one?.keyHash}`).join(', ');
  return opened ?? { problem: `it is signed with a key that is not known here (${names})` };
}

/** Parses a signature line; undefined where it does not have the form, or its base64 is not the canonical one. */
function parseSignature(line: string): NoteSignature | undefined {
  const [, name = '', base64 = ''] = signatureLine.exec(line) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length <= 4 || bytes.toString('base64') !== base64) return undefined;
  const signature = bytes.subarray(4, 4 + signatureBytes);
  return {
    name,
    keyHash: bytes.toString('hex', 0, 4),
    // A longer one, of a type that is not known here, never fits.
    signature: bytes.length === 4 + signatureBytes ? signature.toString('base64url') : '',
  };
}
