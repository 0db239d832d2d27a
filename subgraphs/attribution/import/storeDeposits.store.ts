import type { Model } from 'mongoose';
import type { DepositRecord } from '../deposit/deposit.record';
import { insertNew } from './insertNew.store';

export interface DepositsStored {
  /** Places in the batch. */
  readonly stored: readonly number[];
  readonly duplicates: readonly number[];
  /** Those that are there with another `illustrative`: what is there stays. */
  readonly conflicts: readonly { readonly place: number; readonly problem: string }[];
}

/** Stores deposit wallets, each once; what is there is never changed. Two imports at once come to the same. */
export async function storeDeposits(
  deposits: Model<DepositRecord>,
  batch: readonly DepositRecord[],
): Promise<DepositsStored> {
  const byId = new Map<string, boolean>();
  const there = await deposits
    .find({ _id: { $in: batch.map(({ _id }) => _id) } }, { illustrative: 1 })
    .lean<Pick<DepositRecord, '_id' | 'illustrative'>[]>();
  for (const { _id, illustrative } of there) byId.set(_id, illustrative);
  const stored: number[] = [];
  const duplicates: number[] = [];
  const conflicts: { place: number; problem: string }[] = [];
  batch.forEach(({ _id, illustrative }, place) => {
    const before = byId.get(_id);
    if (before === undefined) {
      byId.set(_id, illustrative);
      stored.push(place);
    } else if (before === illustrative) duplicates.push(place);
    else {
      const problem = `it is stored already as ${before ? 'made up' : 'real'} (illustrative: ${before}): what is there stays`;
      conflicts.push({ place, problem });
    }
  });
  const lost = await insertNew(
    deposits,
    stored.flatMap((place) => batch[place] ?? []),
  );
  return {
    stored: stored.filter((place) => !lost.has(batch[place]?._id ?? '')),
    duplicates: [...duplicates, ...stored.filter((place) => lost.has(batch[place]?._id ?? ''))],
    conflicts,
  };
}

/** Wallets of a batch that more than one venue says are its own, with the venues. */
export async function contestedWallets(
  deposits: Model<DepositRecord>,
  batch: readonly DepositRecord[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await deposits
    .find(
      { matchKey: { $in: [...new Set(batch.map(({ matchKey }) => matchKey))] } },
      { matchKey: 1, venueId: 1 },
    )
    .lean<Pick<DepositRecord, '_id' | 'matchKey' | 'venueId'>[]>();
  const venues = new Map<string, Set<string>>();
  for (const { matchKey, venueId } of found) {
    venues.set(matchKey, (venues.get(matchKey) ?? new Set()).add(venueId));
  }
  return new Map(
    [...venues].flatMap(([key, claimed]) => (claimed.size > 1 ? [[key, [...claimed].sort()] as const] : [])),
  );
}
