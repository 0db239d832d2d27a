import type { AccountRecord } from './account/account.record';
import type { AccountStore } from './account/account.store';
import type { MeasureRecord } from './measure/measure.record';
import type { MeasureStore } from './measure/measure.store';
import { KeptRows } from './rows/keptRows';
import type { VenueRecord } from './venue/venue.record';
import type { VenueStore } from './venue/venue.store';

/** The stores whose rows requests read again and again. */
export interface KeptStores {
  readonly accounts: AccountStore;
  readonly measures: MeasureStore;
  readonly venues: VenueStore;
}

/** The same stores, with the rows of a moment ago kept for the loaders of requests. Decisions read the stores themselves. */
export function keptStores({ accounts, measures, venues }: KeptStores, state: () => string): KeptStores {
  const accountRows = new KeptRows<AccountRecord>({ state });
  const measureRows = new KeptRows<MeasureRecord>({ state });
  const venueRows = new KeptRows<VenueRecord>({ state });
  return {
    accounts: {
      ...accounts,
      byIds: (tenant, ids) =>
        accountRows.read(ids, {
          scope: tenant,
          read: (missing) => accounts.byIds(tenant, missing),
          keyOf: ({ _id }) => _id,
        }),
    },
    measures: {
      ...measures,
      byAccounts: (tenant, ids) =>
        measureRows.read(ids, {
          scope: tenant,
          read: (missing) => measures.byAccounts(tenant, missing),
          keyOf: ({ accountId }) => accountId,
        }),
    },
    venues: {
      byIds: (ids) =>
        venueRows.read(ids, {
          scope: null,
          read: (missing) => venues.byIds(missing),
          keyOf: ({ _id }) => _id,
        }),
    },
  };
}
