import type { Json } from './canonicalJson';

/** Somebody other than the maker agreed to exactly this. */
export interface Approval {
  /** The subject of the approver's token. */
  readonly approver: string;
  /** RFC 3339 UTC with milliseconds. */
  readonly at: string;
  /** SHA-256, in hex, of the canonical bytes of the approved content. */
  readonly digest: string;
}

/** One event as it stands in the ledger. It is never changed: what was wrong is corrected by another event. */
export interface LedgerEvent {
  /** 1, 2, 3 ... without a gap. */
  readonly sequence: number;
  /** The time at which it held in the world: RFC 3339 UTC with milliseconds, `2022-05-12T00:00:00.000Z`. */
  readonly happenedAt: string;
  /**
   * The time at which the ledger recorded it, in the same form: never goes backwards along the sequence, and
   * may be equal.
   */
  readonly recordedAt: string;
  /** The kind of event, such as `MEASURE_OBSERVED`: capital letters, digits and underscores. */
  readonly type: string;
  /** All facts of it. Numbers in it are whole and safe (to 2^53 - 1); amounts are decimal strings. */
  readonly payload: Json;
  /** The maker: the subject of a token, or `import:<kind>` for machine imports. */
  readonly maker: string;
  readonly approvals: readonly Approval[];
  /** The idempotency key: unique in its ledger. Null where a retry would be a second event. */
  readonly key: string | null;
  /** The hash of the event before; 64 zeros for the first. */
  readonly previousHash: string;
  /** SHA-256, in hex, over the canonical bytes of all fields above. */
  readonly hash: string;
}

/** An event that is to be appended: the ledger gives it its place, its time of recording and its hash. */
export interface NewEvent {
  readonly happenedAt: string;
  readonly type: string;
  readonly payload: Json;
  readonly maker: string;
  readonly approvals?: readonly Approval[];
  readonly key?: string;
}

/** The last event of a ledger; of an empty one sequence 0, 64 zeros, and a time before all others. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
  readonly recordedAt: string;
}

/** The head before the first event. */
export const genesis: Head = {
  sequence: 0,
  hash: '0'.repeat(64),
  recordedAt: '0000-01-01T00:00:00.000Z',
};
