import { randomUUID } from 'node:crypto';
import type { Model } from 'mongoose';
import type { RevocationRecord } from './revocation.record';

export type NewRevocation = Omit<RevocationRecord, '_id' | 'at'>;

/** The revocations of a deployment: the only place that queries them. */
export interface RevocationsStore {
  add(revocation: NewRevocation): Promise<void>;
  /** Those recorded since an instant of the store's clock; all, where none is given. */
  since(at: Date | undefined): Promise<readonly RevocationRecord[]>;
}

export function revocationsStore({ collection }: Model<RevocationRecord>): RevocationsStore {
  return {
    async add({ kind, value, issuer, before }) {
      const fields = { kind, value: { $literal: value }, issuer: { $literal: issuer ?? null }, before };
      await collection.updateOne({ _id: randomUUID() as never }, [{ $set: { ...fields, at: '$$NOW' } }], {
        upsert: true,
        writeConcern: { w: 'majority', journal: true },
      });
    },
    since: (at) =>
      collection
        .find(at ? { at: { $gte: at } } : {}, {
          readConcern: { level: 'majority' },
          // A secondary may be behind, whatever MONGODB_URL prefers.
          readPreference: 'primary',
        })
        .toArray() as unknown as Promise<readonly RevocationRecord[]>,
  };
}
