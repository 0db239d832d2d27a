import type { Model } from 'mongoose';
import { CordonError } from '../../../shared/errors/cordonError';
import type { AttributionRecord } from '../attribution/attribution.record';
import { insertNew } from '../../../shared/mongo/insertRows';
import { isSameStatement } from './isSameStatement.rules';

/** The only place that writes what our own analysts say. */
export interface ManualAttributionStore {
  /** Stores it once: what is there under its id and says the same is answered. Throws STATEMENT_KEY_TAKEN where it says something else. */
  add(statement: AttributionRecord): Promise<AttributionRecord>;
}

export function manualAttributionStore(attributions: Model<AttributionRecord>): ManualAttributionStore {
  return {
    async add(statement) {
      const taken = await insertNew(attributions, [statement]);
      if (taken.size === 0) return statement;
      const there = await attributions.findById(statement._id).lean<AttributionRecord>();
      if (there && isSameStatement(there, statement)) return there;
      throw new CordonError(
        'STATEMENT_KEY_TAKEN',
        'this key was used for another statement: make a new key for a new statement',
        { argument: 'input.key' },
      );
    },
  };
}
