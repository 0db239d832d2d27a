import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import { z } from 'zod';
import { CommandError } from '../command/commandError';
import { writeTemporaryFile, makeKeyFile } from '../config/keyFile';

const algorithm = 'ES256';

/** The keys of a development server: made once in its data folder, never in the repo. */
export interface DevelopmentKeys {
  /** The public keys, as the gateway reads them. */
  readonly jwksFile: string;
  readonly keyId: string;
  readonly algorithm: string;
  signingKey(): Promise<Awaited<ReturnType<typeof importJWK>>>;
}

/**
 * Opens the development keys of a data folder, and makes them at first. Only their owner can read the private one.
 * Throws CommandError where they are damaged.
 */
export async function developmentKeys(dataDir: string): Promise<DevelopmentKeys> {
  const folder = join(dataDir, 'keys');
  const privateFile = join(folder, 'development.private.json');
  const jwksFile = join(folder, 'development.jwks.json');
  if (!existsSync(privateFile)) await makePrivateKey(privateFile);
  const { kid, ...privateKey } = readPrivateKey(privateFile);
  // The public keys follow from the private one: two commands at once on a new folder end with keys that fit.
  const { d: _private, ...publicKey } = privateKey;
  const jwks = JSON.stringify({ keys: [{ ...publicKey, kid, use: 'sig' }] }, null, 2);
  if (!existsSync(jwksFile) || readFileSync(jwksFile, 'utf8') !== jwks) {
    const fresh = writeTemporaryFile(jwksFile, jwks);
    renameSync(fresh, jwksFile);
  }
  return { jwksFile, keyId: kid, algorithm, signingKey: () => importJWK(privateKey, algorithm) };
}

async function makePrivateKey(privateFile: string): Promise<void> {
  const pair = await generateKeyPair(algorithm, { extractable: true });
  const kid = await calculateJwkThumbprint(await exportJWK(pair.publicKey));
  const key = { ...(await exportJWK(pair.privateKey)), kid, alg: algorithm };
  makeKeyFile(privateFile, JSON.stringify(key, null, 2));
}

const privateKeyForm = z.looseObject({
  kid: z.string().min(1),
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  alg: z.literal(algorithm),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

function readPrivateKey(file: string): z.infer<typeof privateKeyForm> {
  try {
    return privateKeyForm.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new CommandError(`the development key ${file} is damaged: remove it, and a new one is made`);
  }
}
