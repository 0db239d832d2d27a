import type { Completeness } from '../../../shared/subgraph/completeness';

/** The facts from which a trace is computed again. */
export interface TraceFacts {
  /** The actor whose funds it follows. */
  readonly actorId: string;
  /** The highest seq of the searched transfers. */
  readonly snapshot: number;
  /** The share of the whole that the search covered. */
  readonly completeness: Completeness;
  /** The wallet where it ends. */
  readonly walletId: string;
  /**
   * The wallet where it starts, where the first hop does not say it: an output of a UTXO transaction with several payers.
   * Else null.
   */
  readonly startId: string | null;
  /** The seqs of its hops, first to last; none where the account's own wallet is the actor's. */
  readonly seqs: readonly number[];
}

/** The forms of the ids; another form gets another number, and old ids stay readable. `t2` names where it starts as well. */
const versions = { withoutStart: 't1', withStart: 't2' } as const;

const letters = { COMPLETE: 'c', HOP_LIMIT: 'l', HUB_CUT: 'h', BUDGET: 'b' } as const satisfies Record<
  Completeness,
  string
>;

const form = /^t[12] ([clhb]) (\d{1,15}) (-|\d{1,15}(?:\.\d{1,15})*) (?:from=(\S+) )?(\S+) ([^\s\p{C}]+)$/u;

/** The id of a trace: base64url of its facts, so that it can be resolved without a search and without being stored. */
export function traceIdOf({ actorId, snapshot, completeness, walletId, startId, seqs }: TraceFacts): string {
  const hops = seqs.length === 0 ? '-' : seqs.join('.');
  const start = startId === null ? [] : [`from=${encodeURIComponent(startId)}`];
  const version = startId === null ? versions.withoutStart : versions.withStart;
  const text = [
    version,
    letters[completeness],
    snapshot,
    hops,
    ...start,
    encodeURIComponent(walletId),
    actorId,
  ].join(' ');
  return Buffer.from(text, 'utf8').toString('base64url');
}

/** The facts of an id; null for what `traceIdOf` never made. */
export function readTraceId(id: string): TraceFacts | null {
  const [, letter, snapshot, seqs, startId, walletId, actorId] =
    form.exec(Buffer.from(id, 'base64url').toString('utf8')) ?? [];
  const [completeness] = Object.entries(letters).find(([, known]) => known === letter) ?? [];
  if (!completeness || !snapshot || !seqs || !walletId || !actorId) return null;
  const facts = {
    actorId,
    snapshot: Number(snapshot),
    completeness: completeness as Completeness,
    walletId: decoded(walletId),
    startId: startId === undefined ? null : decoded(startId),
    seqs: seqs === '-' ? [] : seqs.split('.').map(Number),
  };
  return traceIdOf(facts) === id ? facts : null;
}

/** Text that is no encoding stays as it is: it does not lead back to the same id. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const snapshotId = (snapshot: number): string => `transfers:${snapshot}`;
