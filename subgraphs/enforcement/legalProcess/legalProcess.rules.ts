import type { LegalProcessRecord } from './legalProcess.record';
import { designationKinds, type LegalProcessKind } from '../vocabulary/legalProcessKinds';

/** The terms of a process that the rules read. */
export type ProcessTerms = Pick<
  LegalProcessRecord,
  'kind' | 'effective' | 'served' | 'expiry' | 'withdrawn' | 'scope' | 'assets'
>;

/** The measure that a process has to carry. */
export interface Burden {
  readonly accountId: string;
  /** CAIP-19; null: the account whole. */
  readonly assets?: readonly string[] | null;
  /** The kinds of process that can carry it. */
  readonly kinds: readonly LegalProcessKind[];
}

/** The reason why a process does not carry a measure: the code of the rejection (errors.ts). */
export type BasisLack =
  | 'BASIS_CANNOT_CARRY'
  | 'BASIS_NOT_SERVED'
  | 'BASIS_NOT_IN_FORCE'
  | 'BASIS_WITHDRAWN'
  | 'BASIS_EXPIRED'
  | 'NOT_IN_SCOPE';

/**
 * Returns what a process lacks to carry a measure at an instant, or null where it carries it. It must be of
 * the right kind, served, and in force, with the account in its scope and all of the assets within its reach
 * (DOMAIN, invariant 1). It is the one test of a basis: for imports, for commands, and for the effect of a
 * process's change on measures.
 */
export function lackOf(
  process: ProcessTerms,
  { accountId, assets, kinds }: Burden,
  at: Date,
): BasisLack | null {
  const { kind, served, effective, expiry, withdrawn, scope, assets: reached } = process;
  const begins = effective ?? served;
  if (!kinds.includes(kind)) return 'BASIS_CANNOT_CARRY';
  // Nobody serves a designation: it binds from the moment at which it is in force.
  if (!designationKinds.includes(kind) && (!served || served > at)) return 'BASIS_NOT_SERVED';
  if (!begins || begins > at) return 'BASIS_NOT_IN_FORCE';
  if (expiry && expiry <= at) return withdrawn ? 'BASIS_WITHDRAWN' : 'BASIS_EXPIRED';
  if (!scope.includes(accountId)) return 'NOT_IN_SCOPE';
  // A measure on the whole account is on assets that a process of some assets does not reach.
  return reached && !assets?.every((asset) => reached.includes(asset)) ? 'NOT_IN_SCOPE' : null;
}
