import { createHash } from 'node:crypto';
import type { ListEntry } from './listEntry';
import { listWallet } from './listWallet';

/** An entry as it is stored: its content as text, under the digest of it. The same content is stored once. */
export interface StoredEntry {
  /** SHA-256 over the list and the content, base64url. */
  readonly _id: string;
  readonly list: string;
  readonly entry: string;
  /** Canonical JSON. */
  readonly content: string;
}

/**
 * Part of a version's contents: entry numbers with the digests of their contents. Versions share equal parts.
 */
export interface StoredChunk {
  /** SHA-256 over the list and the members, base64url. */
  readonly _id: string;
  readonly list: string;
  /** `entry digest` a line, sorted. */
  readonly members: string;
}

export const digestOf = (...parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64url');
};

/**
 * Returns the canonical JSON of an entry (RFC 8785), as `canonicalJson` of the ledger does. It skips the
 * checks, since an import writes every entry of a list. A test holds it to that one
 * (docs/adr/0013-one-canonical-json.md).
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // Built by appending: a list of 14,000 entries is written in a third of the time that joining takes.
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${canonicalJson(item)}`;
    return `[${text}]`;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(value).sort())
    text += `${text === '' ? '' : ','}"${key}":${canonicalJson(fields[key])}`;
  return `{${text}}`;
}

export function storedEntry(entry: ListEntry): StoredEntry {
  const content = canonicalJson(entry);
  return { _id: digestOf(entry.list, content), list: entry.list, entry: entry.entry, content };
}

/**
 * Returns the entry of a stored content. A published address that could not be parsed when it was stored is
 * parsed again. A form learnt since must not leave a listed wallet unlisted.
 */
export function entryOfContent(content: string): ListEntry {
  const entry = JSON.parse(content) as ListEntry;
  if (entry.wallets.every(({ problem }) => problem === null)) return entry;
  return {
    ...entry,
    wallets: entry.wallets.map((wallet) =>
      wallet.problem === null ? wallet : listWallet(entry.list, wallet.currency, wallet.published),
    ),
  };
}

/** Entries that are numbered together change together: 500 of them make a document of some 30 kB. */
const numbersAChunk = 500;

/**
 * Returns the part of a version that an entry belongs to: by its number, or by the digest of its name where
 * it has none.
 */
export function bucketOf(entry: string): string {
  if (/^\d{1,9}$/.test(entry)) return String(Math.floor(Number(entry) / numbersAChunk));
  return `~${digestOf(entry).slice(0, 1)}`;
}

/** A version's parts by bucket, sorted, with the digest of the whole. */
export interface VersionContent {
  readonly entries: readonly StoredEntry[];
  readonly chunks: readonly (StoredChunk & { readonly bucket: string })[];
  readonly digest: string;
}

export function versionContent(list: string, listed: readonly ListEntry[]): VersionContent {
  const entries = listed.map(storedEntry);
  const buckets = new Map<string, StoredEntry[]>();
  for (const entry of entries) {
    const bucket = bucketOf(entry.entry);
    const members = buckets.get(bucket);
    if (members) members.push(entry);
    else buckets.set(bucket, [entry]);
  }
  const chunks = [...buckets]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([bucket, inside]) => {
      const members = inside
        .map(({ entry, _id }) => `${entry} ${_id}`)
        .sort()
        .join('\n');
      return { _id: digestOf(list, members), list, bucket, members };
    });
  return { entries, chunks, digest: digestOf(list, ...chunks.map(({ _id }) => _id)) };
}

/** The members of a chunk: digests by entry number. An entry number holds no line break; a digest no space. */
export function membersOf({ members }: Pick<StoredChunk, 'members'>): Map<string, string> {
  return new Map(
    members.split('\n').map((line) => {
      const space = line.lastIndexOf(' ');
      return [line.slice(0, space), line.slice(space + 1)];
    }),
  );
}
