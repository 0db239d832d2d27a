import type { Model } from 'mongoose';
import type { AttributionRecord } from '../attribution/attribution.record';
import type { DepositRecord } from '../deposit/deposit.record';
import type { ActorStandingRecord, ListingSyncRecord } from '../listing/actorStanding.record';
import type { TransferStore } from '../transfer/transfer.store';
import { monitoringPolicy } from './monitoringPolicy';

/** What is asked to find out whether anything arrived, and how actors stand. */
export interface SignalStore {
  /** What is there by now: read before an evaluation, so that this sees at least that. */
  news(now: Date): Promise<News>;
  standings(actorIds: readonly string[]): Promise<ActorStandingRecord[]>;
  /** All actors that are designated. */
  designatedIds(): Promise<string[]>;
}

export interface News {
  /** Another one where something arrived. */
  readonly text: string;
  /** The highest seq of the transfers that are published. */
  readonly seq: number;
}

interface SignalModels {
  readonly attributions: Model<AttributionRecord>;
  readonly deposits: Model<DepositRecord>;
  readonly actorStandings: Model<ActorStandingRecord>;
  readonly listingSyncs: Model<ListingSyncRecord>;
}

export function signalStore(models: SignalModels, transfers: TransferStore): SignalStore {
  const { attributions, deposits, actorStandings, listingSyncs } = models;
  return {
    async news(now) {
      const [published, statements, wallets, synced] = await Promise.all([
        transfers.published(),
        // Statements and deposit wallets are only ever added.
        attributions.estimatedDocumentCount(),
        deposits.estimatedDocumentCount(),
        listingSyncs.findById('lists').lean<ListingSyncRecord>(),
      ]);
      const { seq, corrections } = published;
      const period = Math.floor(now.getTime() / monitoringPolicy.evenWithoutNewsMs);
      const parts = [seq, corrections, statements, wallets, period, synced?.editions ?? ''];
      return { text: parts.join(' '), seq };
    },
    standings: (actorIds) =>
      actorStandings
        .find({ _id: { $in: [...actorIds] } })
        .sort({ _id: 1 })
        .lean<ActorStandingRecord[]>(),
    async designatedIds() {
      const found = await actorStandings
        .find({ 'designationIds.0': { $exists: true } }, { _id: 1 })
        .lean<Pick<ActorStandingRecord, '_id'>[]>();
      return found.map(({ _id }) => _id).sort();
    },
  };
}
