import { createHash } from 'node:crypto';
import type { Model } from 'mongoose';
import type { AttributionRecord } from '../attribution/attribution.record';
import type { DepositRecord } from '../deposit/deposit.record';
import type { ActorStatusRecord, ListingSyncRecord } from '../listing/actorStatus.record';
import { monitoringPolicy } from './monitoringPolicy';

/** The signals that something arrived, and the statuses of actors. */
export interface SignalStore {
  /**
   * Returns a text of the state beside transfers; it differs where something arrived. It is read before an
   * evaluation, so that this sees at least that. 100 characters, however many lists there are.
   */
  news(now: Date): Promise<string>;
  statuses(actorIds: readonly string[]): Promise<ActorStatusRecord[]>;
  /** All actors that are designated. */
  designatedIds(): Promise<string[]>;
}

interface SignalModels {
  readonly attributions: Model<AttributionRecord>;
  readonly deposits: Model<DepositRecord>;
  readonly actorStatuses: Model<ActorStatusRecord>;
  readonly listingSyncs: Model<ListingSyncRecord>;
}

export function signalStore(models: SignalModels): SignalStore {
  const { attributions, deposits, actorStatuses, listingSyncs } = models;
  return {
    async news(now) {
      const [statements, wallets, synced] = await Promise.all([
        // Statements and deposit wallets are only ever added.
        attributions.estimatedDocumentCount(),
        deposits.estimatedDocumentCount(),
        listingSyncs.findById('lists').lean<ListingSyncRecord>(),
      ]);
      const period = Math.floor(now.getTime() / monitoringPolicy.evenWithoutNewsMs);
      const editions = createHash('sha256')
        .update(synced?.editions ?? '')
        .digest('base64url');
      return [statements, wallets, period, editions].join(' ');
    },
    statuses: (actorIds) =>
      actorStatuses
        .find({ _id: { $in: [...actorIds] } })
        .sort({ _id: 1 })
        .lean<ActorStatusRecord[]>(),
    async designatedIds() {
      const found = await actorStatuses
        .find({ 'designationIds.0': { $exists: true } }, { _id: 1 })
        .lean<Pick<ActorStatusRecord, '_id'>[]>();
      return found.map(({ _id }) => _id).sort();
    },
  };
}
