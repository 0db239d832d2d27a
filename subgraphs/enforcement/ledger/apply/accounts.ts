import type { AccountRecord } from '../../account/account.record';
import { retractions, stamp, type ViewOf } from '../view';

export const accountsView: ViewOf<AccountRecord> = (event) => [
  ...(event.payload.accounts ?? []).map((fact) => ({
    id: fact.id,
    apply(row: AccountRecord | null): AccountRecord {
      const { id, ...rest } = fact;
      return { ...rest, _id: id, ...stamp(event, fact, row) };
    },
  })),
  ...retractions<AccountRecord>(event, 'accounts'),
];
