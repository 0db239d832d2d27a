/**
 * The 50 percent rule: 31 CFR 510.411, and OFAC's "Revised Guidance on Entities Owned by Persons Whose
 * Property and Interests in Property Are Blocked" of 13 August 2014. Property is itself blocked where blocked
 * persons own 50 percent or more of it, in the aggregate, directly or indirectly. Indirectly means through
 * entities that are themselves owned so to 50 percent or more. Such an entity counts with all that it holds,
 * and one below counts with nothing (FAQ 401). The rule is about ownership, not control.
 */

/** Shares are in millionths, so that they add up exactly. */
export const wholeShare = 1_000_000;
export const blockingShare = wholeShare / 2;

/** The share of one owner in one entity: two sources that differ make a range. */
export interface Stake {
  readonly ownerId: string;
  readonly ownedId: string;
  readonly least: number;
  readonly most: number;
}

/** By actor: true where it is blocked by a listing of its own, and null where no source decides. */
export type ListedAsBlocked = ReadonlyMap<string, boolean | null>;

export type OwnershipStatus = 'BLOCKED' | 'NOT_SHOWN' | 'UNKNOWN';

/** The sums that a status rests on, in millionths of the whole. */
export interface OwnershipSums {
  readonly status: OwnershipStatus;
  /** The least that blocked persons own. */
  readonly blockedLeast: number;
  /** The maximum that they may own, with unaccounted shares and those of owners whose status is unknown. */
  readonly blockedMost: number;
  /** The share that no stake accounts for. */
  readonly unaccounted: number;
}

/** One range a pair of owner and owned: where sources differ, from the least that any says to the most. */
export function mergeStakes(stakes: readonly Stake[]): Stake[] {
  const merged = new Map<string, Stake>();
  for (const { ownerId, ownedId, least, most } of stakes) {
    const key = `${ownerId} ${ownedId}`;
    const known = merged.get(key);
    merged.set(key, {
      ownerId,
      ownedId,
      least: Math.min(least, known?.least ?? least),
      most: Math.max(most, known?.most ?? most),
    });
  }
  return [...merged.values()];
}

/**
 * Decides for every entity that somebody has a stake in. BLOCKED: blocked persons surely own half or more. NOT_SHOWN:
 * even with all that is open they own less. UNKNOWN: what is open could make the half, or no stake is known at all.
 * Circles of owners are no proof by themselves: an entity is blocked only as far as it follows from listings.
 */
export function decideOwnership(
  stakes: readonly Stake[],
  listed: ListedAsBlocked,
): (entityId: string) => OwnershipSums {
  const byOwned = new Map<string, Stake[]>();
  for (const stake of mergeStakes(stakes))
    byOwned.set(stake.ownedId, [...(byOwned.get(stake.ownedId) ?? []), stake]);
  const held = (entity: string) => byOwned.get(entity) ?? [];
  const unaccounted = (entity: string) =>
    Math.max(0, wholeShare - held(entity).reduce((total, { least }) => total + least, 0));

  const surely = (owners: ReadonlySet<string>) => (entity: string) =>
    Math.min(
      wholeShare,
      sum(held(entity), owners, ({ least }) => least),
    );
  const atMost = (owners: ReadonlySet<string>) => (entity: string) =>
    Math.min(wholeShare, sum(held(entity), owners, ({ most }) => most) + unaccounted(entity));

  const everybody = new Set([
    ...byOwned.keys(),
    ...[...byOwned.values()].flat().map(({ ownerId }) => ownerId),
  ]);
  const blocked = grow(
    idsThat(everybody, (id) => listed.get(id) === true),
    byOwned.keys(),
    surely,
  );
  const possible = grow(
    idsThat(everybody, (id) => listed.get(id) !== false),
    byOwned.keys(),
    atMost,
  );
  return (entity) => {
    const blockedLeast = surely(blocked)(entity);
    const blockedMost = atMost(new Set([...possible, ...blocked]))(entity);
    return {
      status: statusOf(held(entity).length, blockedLeast, blockedMost),
      blockedLeast,
      blockedMost,
      unaccounted: unaccounted(entity),
    };
  };
}

function statusOf(stakes: number, least: number, most: number): OwnershipStatus {
  if (least >= blockingShare) return 'BLOCKED';
  return stakes === 0 || most >= blockingShare ? 'UNKNOWN' : 'NOT_SHOWN';
}

const idsThat = (ids: ReadonlySet<string>, holds: (id: string) => boolean) => new Set([...ids].filter(holds));

const sum = (stakes: readonly Stake[], owners: ReadonlySet<string>, share: (stake: Stake) => number) =>
  stakes.filter(({ ownerId }) => owners.has(ownerId)).reduce((total, stake) => total + share(stake), 0);

/** Adds entities that reach the half, until none is added: each may be the owner that makes another reach it. */
function grow(
  start: ReadonlySet<string>,
  entities: Iterable<string>,
  share: (owners: ReadonlySet<string>) => (entity: string) => number,
): Set<string> {
  const owners = new Set(start);
  const all = [...entities];
  for (let before = -1; before !== owners.size;) {
    before = owners.size;
    for (const entity of all) if (share(owners)(entity) >= blockingShare) owners.add(entity);
  }
  return owners;
}

/** The stakes of an entity, of its owners, of theirs and so on. */
export function stakesAbove<Row extends Stake>(
  entityId: string,
  stakesIn: (ownedId: string) => readonly Row[],
): Row[] {
  const seen = new Set([entityId]);
  const found: Row[] = [];
  for (let level = [entityId]; level.length > 0;) {
    const stakes = level.flatMap((id) => stakesIn(id));
    found.push(...stakes);
    level = [...new Set(stakes.map(({ ownerId }) => ownerId))].filter((id) => !seen.has(id));
    for (const id of level) seen.add(id);
  }
  return found;
}

/** A share in percent, exactly, such as `49.9999`. */
export const asPercent = (share: number): string => String(Number((share / 10_000).toFixed(4)));
