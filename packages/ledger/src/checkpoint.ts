import type { PublicJwk } from './checkpointKey';
import type { LeafForm } from './merkle';

/**
 * The signed state of the ledger at a time. With a copy, anybody can tell whether the events that it covers
 * are still the same.
 */
export interface Checkpoint {
  /** The name of the ledger, such as `enforcement`: one key may sign for several. */
  readonly ledger: string;
  /** The number of events. */
  readonly sequence: number;
  /** The hash of the last of them. */
  readonly hash: string;
  /** The root of the Merkle tree over them, in hex. */
  readonly root: string;
  /** The time of signing: RFC 3339 UTC with milliseconds. */
  readonly at: string;
  /** The thumbprint of the public key (RFC 7638). */
  readonly keyId: string;
  /** The form of the tree's leaves. */
  readonly leaves: LeafForm;
  /** The signed checkpoint, as it is handed out and stored. */
  readonly text: string;
}

/** The keys whose checkpoints count. */
export interface KnownKeys {
  readonly ledger: string;
  readonly keys: readonly PublicJwk[];
}

/** A checkpoint, or why its text does not count as one. */
export type ReadCheckpoint = { readonly checkpoint: Checkpoint } | { readonly problem: string };
