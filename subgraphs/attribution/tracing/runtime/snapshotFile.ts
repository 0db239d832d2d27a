import { createHash, type Hash } from 'node:crypto';
import { mkdir, open, type FileHandle, rename, rm } from 'node:fs/promises';
import { endianness } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { graphOfColumns } from '../engine/graph/buildGraph';
import type { TransferGraph } from '../engine/graph/transferGraph';
import { indexedWallets, type WalletTable } from '../engine/graph/walletTable';

/** The store of a snapshot, and the state of it: the snapshot counts for no other. */
export interface SnapshotOwner {
  readonly store: number;
  readonly corrections: number;
}

/** A snapshot that cannot be used: it says why, and the store is read instead. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

const magic = 'cordon-transfers';
/** Of the form of the file; another form gets another number. */
const version = 3;
const digestLength = 32;
/** So much is read, written and digested at a time: some 20 ms, so that the server answers in between. */
const chunk = 8 << 20;

const whole = z.int().min(0);

const headerForm = z.strictObject({
  version: z.literal(version, 'it is of another version'),
  endianness: z.literal(endianness(), 'it is of another kind of machine'),
  store: whole,
  corrections: whole,
  seq: whole,
  rows: whole,
  wallets: whole,
  walletBytes: whole,
  crossings: whole,
  assets: z.array(z.string()),
  /** Amounts above 128 bits: row, decimal. */
  longer: z.array(z.tuple([whole, z.string().regex(/^\d+$/)])),
});

type Header = z.infer<typeof headerForm>;

/**
 * Writes the columns of a graph: magic, length of the header, header (JSON), arrays, SHA-256 of it all. In a temporary
 * file that takes the place of the one before in one step, on disk when this resolves.
 */
export async function writeSnapshot(file: string, graph: TransferGraph, owner: SnapshotOwner): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(temporary, 'w', 0o600);
  try {
    const digest = createHash('sha256');
    for (const part of [prologueOf(graph, owner), ...arraysOf(graph)]) await writePart(handle, part, digest);
    await handle.write(digest.digest());
    await handle.sync();
    await handle.close();
    await rename(temporary, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Reads a snapshot back, for the same store in the same state of corrections. Null without one. Throws
 * SnapshotError for one that is damaged, or of another store, machine or version.
 */
export async function readSnapshot(file: string, owner: SnapshotOwner): Promise<TransferGraph | null> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (!handle) return null;
  try {
    const digest = createHash('sha256');
    const header = await readHeader(handle, digest, owner);
    return await readGraph(handle, header, digest);
  } finally {
    await handle.close();
  }
}

function prologueOf(graph: TransferGraph, owner: SnapshotOwner): Uint8Array {
  const { columns, wallets, assets, seq } = graph;
  const header: Header = {
    version,
    endianness: endianness(),
    store: owner.store,
    corrections: owner.corrections,
    seq,
    rows: columns.count,
    wallets: wallets.count,
    walletBytes: walletParts(graph).bytes.length,
    crossings: graph.crossings.columns.seq.length,
    assets: [...assets],
    longer: [...columns.amounts.longer].map(([row, amount]) => [row, String(amount)]),
  };
  const text = Buffer.from(JSON.stringify(header), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([Buffer.from(magic, 'latin1'), length, text]);
}

function walletParts({ wallets }: TransferGraph) {
  const { count, bytes, ends } = (wallets as WalletTable).parts;
  return { bytes: bytes.subarray(0, count === 0 ? 0 : ends[count - 1]), ends: ends.subarray(0, count) };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: NodeJS.TypedArray) =>
  new Uint8Array(buffer, byteOffset, byteLength);

function arraysOf(graph: TransferGraph): Uint8Array[] {
  const { from, to, at, asset, seq, amounts, transaction } = graph.columns;
  const { bytes, ends } = walletParts(graph);
  const { crossings } = graph;
  const { seq: crossingSeq, inSeq, outSeq } = crossings.columns;
  return [
    ...[from, to, at, asset, seq, amounts.limbs, transaction, ends, bytes],
    ...[crossingSeq, inSeq, outSeq],
  ].map(bytesOf);
}

async function writePart(handle: FileHandle, part: Uint8Array, digest: Hash): Promise<void> {
  for (let at = 0; at < part.length; at += chunk) {
    // A copy: neither the digest nor the disk may read shared memory.
    const piece = Buffer.from(part.subarray(at, at + chunk));
    digest.update(piece);
    await handle.write(piece);
  }
}

async function readHeader(handle: FileHandle, digest: Hash, owner: SnapshotOwner): Promise<Header> {
  const start = await readExactly(handle, magic.length + 4, digest);
  if (start.toString('latin1', 0, magic.length) !== magic) throw new SnapshotError('it is no snapshot');
  const { size } = await handle.stat();
  const length = start.readUInt32LE(magic.length);
  if (length > size) throw new SnapshotError('it is cut short');
  const header = parsed(await readExactly(handle, length, digest));
  if (header.store !== owner.store) throw new SnapshotError('it is of another store');
  if (header.corrections !== owner.corrections) throw new SnapshotError('transfers were corrected since');
  const expected = start.length + length + arrayBytes(header) + digestLength;
  if (size !== expected) throw new SnapshotError(`it has ${size} bytes in place of ${expected}`);
  return header;
}

function parsed(text: Buffer): Header {
  try {
    return headerForm.parse(JSON.parse(text.toString('utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? (error.issues[0]?.message ?? '') : 'it is no JSON';
    throw new SnapshotError(`its header cannot be read: ${why}`);
  }
}

/** A row is 42 bytes: 4 + 4 + 8 + 2 + 4 + 16 + 4; a crossing three numbers. */
const arrayBytes = ({ rows, wallets, walletBytes, crossings }: Header) =>
  rows * 42 + wallets * 4 + walletBytes + crossings * 12;

async function readGraph(handle: FileHandle, header: Header, digest: Hash): Promise<TransferGraph> {
  const { rows, wallets, walletBytes, assets, longer, seq } = header;
  const read = async <T extends NodeJS.TypedArray>(array: T): Promise<T> => {
    await readInto(handle, bytesOf(array), digest);
    return array;
  };
  const shared = (bytes: number) => new SharedArrayBuffer(bytes);
  const columns = {
    count: rows,
    from: await read(new Int32Array(shared(rows * 4))),
    to: await read(new Int32Array(shared(rows * 4))),
    at: await read(new Float64Array(shared(rows * 8))),
    asset: await read(new Uint16Array(shared(rows * 2))),
    seq: await read(new Uint32Array(shared(rows * 4))),
    amounts: {
      limbs: await read(new Uint32Array(shared(rows * 16))),
      longer: new Map(longer.map(([row, amount]) => [row, BigInt(amount)])),
    },
    transaction: await read(new Int32Array(shared(rows * 4))),
  };
  const ends = await read(new Uint32Array(shared(wallets * 4)));
  const bytes = await read(new Uint8Array(shared(walletBytes)));
  const crossings = {
    seq: await read(new Uint32Array(shared(header.crossings * 4))),
    inSeq: await read(new Uint32Array(shared(header.crossings * 4))),
    outSeq: await read(new Uint32Array(shared(header.crossings * 4))),
  };
  const expected = Buffer.alloc(digestLength);
  await handle.read(expected, 0, digestLength);
  if (!digest.digest().equals(expected)) throw new SnapshotError('its checksum is wrong');
  return graphOfColumns({ columns, wallets: indexedWallets(wallets, bytes, ends), assets, seq, crossings });
}

async function readExactly(handle: FileHandle, length: number, digest: Hash): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  await readInto(handle, bytes, digest);
  return bytes;
}

async function readInto(handle: FileHandle, target: Uint8Array, digest: Hash): Promise<void> {
  const piece = Buffer.allocUnsafe(Math.min(chunk, target.length));
  for (let at = 0; at < target.length;) {
    const { bytesRead } = await handle.read(piece, 0, Math.min(piece.length, target.length - at));
    if (bytesRead === 0) throw new SnapshotError('it is cut short');
    const part = piece.subarray(0, bytesRead);
    digest.update(part);
    target.set(part, at);
    at += bytesRead;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no such call, and needs none.
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
