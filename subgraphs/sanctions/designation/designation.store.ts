import type { Model } from 'mongoose';
import type { DesignationRecord } from './designation.record';

/** The only place that reads designations. */
export interface DesignationStore {
  byActors(actorIds: readonly string[]): Promise<DesignationRecord[]>;
  byWallets(matchKeys: readonly string[]): Promise<DesignationRecord[]>;
  /** The actors that are or were designated under a programme. */
  actorsUnder(programme: string): Promise<string[]>;
  /** The actors with a designation in force on a day, or that may be: an undated one counts. */
  actorsListedOn(day: string): Promise<string[]>;
}

export function designationStore(designations: Model<DesignationRecord>): DesignationStore {
  return {
    byActors: (actorIds) =>
      designations
        .find({ actorId: { $in: [...actorIds] } })
        .sort({ actorId: 1, _id: 1 })
        .lean<DesignationRecord[]>(),
    byWallets: (matchKeys) =>
      designations
        .find({ 'addresses.matchKey': { $in: [...matchKeys] } })
        .sort({ _id: 1 })
        .lean<DesignationRecord[]>(),
    actorsUnder: (programme) => designations.distinct('actorId', { programmes: programme }),
    actorsListedOn: (day) =>
      designations.distinct('actorId', {
        $and: [
          { $or: [{ from: null }, { from: { $lte: day } }] },
          { $or: [{ to: null }, { to: { $gte: day } }] },
        ],
      }),
  };
}
