import { createHash } from 'node:crypto';

export const findingKinds = [
  'composition',
  'breaking',
  'dangerous',
  'permission',
  'contract',
  'operation',
  'plan',
  'lint',
] as const;

export type FindingKind = (typeof findingKinds)[number];

export const levels = ['blocked', 'warning', 'info'] as const;

export type Level = (typeof levels)[number];

/** A place in a file as the user named it; line and column from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that a change of the schema does. */
export interface Finding {
  readonly kind: FindingKind;
  readonly level: Level;
  /** UPPER_CASE and stable, such as `FIELD_REMOVED`. */
  readonly code: string;
  /** GraphQL's schema coordinate, such as `Query.account(id:)`; null where it is about no one element. */
  readonly coordinate: string | null;
  readonly message: string;
  readonly location: Location | null;
  /** The clients that it concerns, where stored operations or a partner file say so. */
  readonly clients: readonly string[];
  /** Names this change and no other: an approval carries it. */
  readonly fingerprint: string;
}

export type FindingDraft = Omit<Finding, 'fingerprint'>;

/** Adds the fingerprint: what changed, from what to what, and whom it concerns; never where it stands or how grave it is. */
export function withFingerprint(draft: FindingDraft): Finding {
  const { kind, code, coordinate, message, clients } = draft;
  const identity = JSON.stringify([kind, code, coordinate, message, [...clients].sort()]);
  return { ...draft, fingerprint: createHash('sha256').update(identity).digest('hex').slice(0, 32) };
}
