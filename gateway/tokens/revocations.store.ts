import { randomUUID } from 'node:crypto';
import type { Model } from 'mongoose';
import type { RevocationRecord } from './revocation.record';

export interface NewRevocation extends Pick<RevocationRecord, 'kind' | 'value' | 'issuer'> {
  /** Tokens that were issued up to this instant are revoked; undefined: up to now, by the clock of the store. */
  readonly before: Date | undefined;
}

/** The revocations of a deployment: the only place that queries them. */
export interface RevocationsStore {
  /** Returns the instant up to which tokens are revoked. */
  add(revocation: NewRevocation): Promise<Date>;
  /** Returns the revocations recorded since an instant of the store's clock. Default: all. */
  since(at: Date | undefined): Promise<readonly RevocationRecord[]>;
}

export function revocationsStore(model: Model<RevocationRecord>): RevocationsStore {
  const collection = model.db.collection<RevocationRecord>(model.collection.name);
  return {
    async add({ kind, value, issuer, before }) {
      const _id = randomUUID();
      const fields = {
        kind,
        value: { $literal: value },
        issuer: { $literal: issuer ?? null },
        before: before ?? '$$NOW',
      };
      await collection.updateOne({ _id }, [{ $set: { ...fields, at: '$$NOW' } }], {
        upsert: true,
        writeConcern: { w: 'majority', journal: true },
      });
      const added = await collection.findOne({ _id }, { readPreference: 'primary' });
      if (!added) throw new Error(`the revocation ${_id} was recorded, and cannot be read`);
      return added.before;
    },
    since: (at) =>
      collection
        .find(at ? { at: { $gte: at } } : {}, {
          readConcern: { level: 'majority' },
          // A secondary may be behind, whatever MONGODB_URL prefers.
          readPreference: 'primary',
        })
        .toArray(),
  };
}
