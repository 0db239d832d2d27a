import type { TaintMethod } from './taintMethod';

/** A claim that a wallet was an owner's in a time: an exposure rests on claims. */
export interface Claim {
  /** The owner, by the caller's name for it: an actor's id, or a label of nobody known. */
  readonly owner: string;
  /** The owner's categories, by the caller's names for them; may be empty. */
  readonly categories: readonly string[];
  /** The first and the last millisecond; -Infinity and Infinity where nobody says. */
  readonly from: number;
  readonly until: number;
}

/** By the number of a wallet; a wallet without a named owner has none, or is omitted. */
export type Claims = ReadonlyMap<number, readonly Claim[]>;

/** The question for the origin, or the destination, of a wallet's funds. */
export interface ExposureQuestion {
  /** The number of the wallet that is asked about. */
  readonly subject: number;
  readonly direction: 'IN' | 'OUT';
  /** The maximum distance of a named wallet, in hops. */
  readonly maxHops: number;
  /** Only what happened up to then, in milliseconds. */
  readonly until: number;
  /** The maximum of examined rows of the wallets in between. */
  readonly budget: number;
  /** The number of the one asset that is asked about; omitted: all. */
  readonly asset?: number;
  /** The maximum of the subject's rows that are examined, the newest. Default: all. The rest is BUDGET. */
  readonly maxSubjectRows?: number;
}

/** The reason why a wallet's own funds were not examined. */
export type CutCause = 'HUB' | 'BUDGET' | 'HOPS';

/** A wallet within the region of one asset: examined, or the cause of its cut. */
export type Role = 'OPEN' | CutCause;

/** The part of one asset's transfers that a question examines (region.ts). */
export interface Region {
  /** The number of the asset. */
  readonly asset: number;
  /** By the number of the wallet; the subject and wallets that are claimed at all times are not in it. */
  readonly roles: ReadonlyMap<number, Role>;
}

/** The input of a worker: everything that does not need the database. */
export interface ExposureTask extends ExposureQuestion {
  readonly method: TaintMethod;
  readonly regions: readonly Region[];
  readonly claims: Claims;
}

export const holdsAt = ({ from, until }: Claim, at: number): boolean => from <= at && at <= until;

/** Tells if some claim holds whatever the time. */
export const isAlwaysClaimed = (claims: readonly Claim[] = []): boolean =>
  claims.some(({ from, until }) => from === -Infinity && until === Infinity);
