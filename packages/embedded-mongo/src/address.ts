import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeWhole } from './writeWhole';

/** The kernel keeps the path of a socket in 104 (macOS) or 108 bytes; a path on the way to it is a little longer. */
const maxSocketPathBytes = 95;
const addressFile = 'address.json';

/**
 * The address at which the store of a folder is served. It is written to the folder for other processes of
 * the same user.
 */
export interface Address {
  readonly url: string;
  readonly pid: number;
  /** The path of the socket where it is not in the folder. */
  readonly socketPath?: string;
}

/** A place for the socket: in the folder, or where its path would be too long, in a private folder of its own. */
export function placeSocket(folder: string): string {
  const path = join(folder, 'store.sock');
  if (Buffer.byteLength(path) <= maxSocketPathBytes) return path;
  return join(mkdtempSync(join(tmpdir(), 'cordon-')), 'store.sock');
}

/** Takes away a socket, with its private folder where it has one. */
export function removeSocket(folder: string, socketPath: string): void {
  if (dirname(socketPath) === folder) rmSync(socketPath, { force: true });
  else rmSync(dirname(socketPath), { recursive: true, force: true });
}

export function socketUrl(socketPath: string): string {
  return `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true`;
}

export function loopbackUrl(port: number, user: string, password: string): string {
  const query = 'directConnection=true&authMechanism=PLAIN&authSource=$external';
  return `mongodb://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/?${query}`;
}

export function writeAddress(folder: string, address: Address): void {
  writeWhole(join(folder, addressFile), `${JSON.stringify(address)}\n`);
}

export function readAddress(folder: string): Address | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, addressFile), 'utf8')) as Address;
  } catch {
    return undefined;
  }
}

export function removeAddress(folder: string): void {
  rmSync(join(folder, addressFile), { force: true });
}
