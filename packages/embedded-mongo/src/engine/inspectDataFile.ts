import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StoreError } from '../storeError';

const magic = 0xbeefc0de;
const dataVersion = 2;
const pageHeaderBytes = 24;
const flagBranch = 1;
const flagLeaf = 2;
const nodeIsOverflow = 1;
const noPage = 0xffffffffffffffffn;

interface Meta {
  readonly pageSize: number;
  readonly roots: bigint[];
  readonly lastPage: bigint;
  readonly transaction: bigint;
}

class Damage extends Error {}

/**
 * Inspects the data file by plain reads before it is mapped into memory, where a page beyond its end would
 * kill the process. It reads both heads, and every branch of the tree down to the numbers of its leaves. A
 * file that is shorter than its head says is read through to the leaves. A file that is missing or empty is a
 * new store.
 * @throws StoreError `STORE_DAMAGED`, `STORE_FOLDER_UNUSABLE`
 */
export function inspectDataFile(folder: string, file: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new StoreError(
      'STORE_FOLDER_UNUSABLE',
      `The files in the data folder ${folder} cannot be opened for writing: check who owns them.`,
      { cause: error },
    );
  }
  try {
    const { size } = fstatSync(descriptor);
    if (size > 0) inspectPages(descriptor, size);
  } catch (error) {
    throw new StoreError(
      'STORE_DAMAGED',
      `The store in ${folder} is damaged (${error instanceof Damage ? error.message : 'it cannot be read'}): ` +
        'restore the folder from a backup, or use another one.',
      { cause: error },
    );
  } finally {
    closeSync(descriptor);
  }
}

function inspectPages(descriptor: number, size: number): void {
  const first = readMeta(readAt(descriptor, 0, 200));
  const second = readMeta(readAt(descriptor, first.pageSize, 200));
  const meta = second.transaction > first.transaction ? second : first;
  const pages = BigInt(Math.floor(size / meta.pageSize));
  // Pages that were freed at the end need not have been written, so that a shorter file may still be whole.
  const readLeaves = pages <= meta.lastPage;
  for (const root of meta.roots) if (root !== noPage) inspectTree(descriptor, meta, root, pages, readLeaves);
}

function readAt(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(descriptor, bytes, 0, length, position) !== length)
    throw new Damage('its data file is cut short');
  return bytes;
}

function readMeta(page: Buffer): Meta {
  const at = pageHeaderBytes;
  if (page.readUInt32LE(at) !== magic) throw new Damage('its data file does not begin as one');
  if (page.readUInt32LE(at + 4) !== dataVersion) throw new Damage('its data file has an unknown layout');
  const free = at + 24;
  const main = free + 48;
  const pageSize = page.readUInt32LE(free);
  if (pageSize < 512 || pageSize > 65536 || (pageSize & (pageSize - 1)) !== 0) {
    throw new Damage('its data file has an impossible page size');
  }
  return {
    pageSize,
    roots: [page.readBigUInt64LE(free + 40), page.readBigUInt64LE(main + 40)],
    lastPage: page.readBigUInt64LE(main + 48),
    transaction: page.readBigUInt64LE(main + 56),
  };
}

function inspectTree(descriptor: number, meta: Meta, root: bigint, pages: bigint, readLeaves: boolean): void {
  const pending: { page: bigint; level: number }[] = [{ page: root, level: 0 }];
  // The height of the branches is that of the first path down: all leaves are equally deep.
  let leafLevel = Number.MAX_SAFE_INTEGER;
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.page >= pages) throw new Damage('its data file is cut short');
    if (next.level >= leafLevel && !readLeaves) continue;
    const page = readAt(descriptor, Number(next.page) * meta.pageSize, meta.pageSize);
    const flags = page.readUInt16LE(18);
    if (page.readBigUInt64LE(0) !== next.page) throw new Damage('a page is not where it should be');
    if ((flags & flagLeaf) !== 0) {
      leafLevel = Math.min(leafLevel, next.level);
      if (readLeaves) inspectLeaf(page, pages);
    } else if ((flags & flagBranch) !== 0 && next.level < 64) {
      for (const child of childrenOf(page)) pending.push({ page: child, level: next.level + 1 });
    } else throw new Damage('a page is not of its tree');
  }
}

function* nodesOf(page: Buffer): Generator<number> {
  // In this layout all places within a page count from the end of its header.
  const end = page.readUInt16LE(20) + pageHeaderBytes;
  if (end > page.length || end % 2 !== 0) throw new Damage('a page has an impossible size');
  for (let at = pageHeaderBytes; at < end; at += 2) {
    const node = page.readUInt16LE(at) + pageHeaderBytes;
    if (node < end || node + 8 > page.length) throw new Damage('an entry lies outside of its page');
    yield node;
  }
}

function* childrenOf(page: Buffer): Generator<bigint> {
  for (const node of nodesOf(page)) {
    yield BigInt(page.readUInt32LE(node)) | (BigInt(page.readUInt16LE(node + 4)) << 32n);
  }
}

function inspectLeaf(page: Buffer, pages: bigint): void {
  for (const node of nodesOf(page)) {
    if ((page.readUInt16LE(node + 4) & nodeIsOverflow) === 0) continue;
    const size = page.readUInt32LE(node);
    const at = node + 8 + page.readUInt16LE(node + 6);
    if (at + 8 > page.length) throw new Damage('an entry lies outside of its page');
    const last = page.readBigUInt64LE(at) + BigInt(Math.ceil((size + pageHeaderBytes) / page.length)) - 1n;
    if (last >= pages) throw new Damage('its data file is cut short');
  }
}
