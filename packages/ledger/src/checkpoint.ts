import type { PublicJwk } from './checkpointKey';
import type { LeafForm } from './merkle';

/** What the ledger was at a time, signed. Who holds one can tell whether the events that it covers are still the same. */
export interface Checkpoint {
  /** Which ledger, such as `enforcement`: one key may sign for several. */
  readonly ledger: string;
  /** How many events there were. */
  readonly sequence: number;
  /** The hash of the last of them. */
  readonly hash: string;
  /** The root of the Merkle tree over them, in hex. */
  readonly root: string;
  /** When it was signed: RFC 3339 UTC with milliseconds. */
  readonly at: string;
  /** The thumbprint of the public key (RFC 7638). */
  readonly keyId: string;
  /** How the tree's leaves were made. */
  readonly leaves: LeafForm;
  /** The signed checkpoint, as it is handed out and stored. */
  readonly text: string;
}

/** Which checkpoints count. */
export interface KnownKeys {
  readonly ledger: string;
  readonly keys: readonly PublicJwk[];
}

/** A checkpoint, or why its text does not count as one. */
export type ReadCheckpoint = { readonly checkpoint: Checkpoint } | { readonly problem: string };
