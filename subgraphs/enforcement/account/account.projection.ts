import { contentOf, type ProjectionOf, recordings, retractions } from '../projection/projection';
import type { AccountFact } from './account.facts';
import type { AccountRecord } from './account.record';

export const accountsProjection: ProjectionOf<
  AccountRecord,
  { readonly accounts?: readonly AccountFact[] }
> = (event) => [
  ...recordings<AccountRecord, AccountFact>(event, event.payload.accounts, ({ id, ...fact }) =>
    contentOf<AccountRecord>()({ ...fact, _id: id }),
  ),
  ...retractions<AccountRecord>(event, 'accounts'),
];
