import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checkpointSigner, type CheckpointSigner, type PublicJwk, publicJwk } from '@cordon/ledger';
import { CommandError } from '../command/commandError';
import type { CliConfig } from '../config/config';
import { prepareDataFolder } from '../config/dataFolder';
import { makeKeyFile } from '../config/keyFile';

type KeySource = Pick<CliConfig, 'dataDir' | 'ledgerKey' | 'retiredLedgerKeys'>;

const fileOf = (dataDir: string) => join(dataDir, 'keys', 'ledger.private.json');

const privateForm = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  /** 32 bytes, base64url (RFC 8037). */
  d: z.string().regex(/^[\w-]{43}$/),
});

/** The private key, in hex: that of the environment, else that of the data folder, which is made at first. */
export function ledgerKeyOf({ ledgerKey, dataDir }: KeySource): string {
  if (ledgerKey !== undefined) return ledgerKey;
  const file = fileOf(dataDir);
  if (!existsSync(file)) {
    prepareDataFolder(dataDir);
    const seed = randomBytes(32);
    const signer = checkpointSigner(seed.toString('hex'));
    makeKeyFile(file, JSON.stringify({ ...signer.publicJwk, d: seed.toString('base64url') }, null, 2));
  }
  try {
    const { d } = privateForm.parse(JSON.parse(readFileSync(file, 'utf8')));
    return Buffer.from(d, 'base64url').toString('hex');
  } catch {
    throw new CommandError(
      `the ledger's key ${file} is damaged: restore it from a backup of the data folder`,
    );
  }
}

export const ledgerSigner = (source: KeySource): CheckpointSigner => checkpointSigner(ledgerKeyOf(source));

/** The public keys whose checkpoints count here: this deployment's, now and before. None is made for the asking. */
export function ownPublicKeys(source: KeySource): PublicJwk[] {
  const hasOne = source.ledgerKey !== undefined || existsSync(fileOf(source.dataDir));
  const retired = source.retiredLedgerKeys.map(publicJwk);
  return hasOne ? [ledgerSigner(source).publicJwk, ...retired] : retired;
}

const publicForm = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
});

/** Reads a public key from a file, as `cordon ledger key` prints it, for verification elsewhere. */
export function readPublicKey(file: string): PublicJwk {
  try {
    return publicForm.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new CommandError(`${file} is not a public key: give what \`cordon ledger key\` prints`);
  }
}
