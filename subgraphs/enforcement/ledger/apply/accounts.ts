import type { AccountRecord } from '../../account/account.record';
import type { AccountFact } from '../facts';
import { statedView } from '../view';

export const accountsView = statedView<AccountFact, AccountRecord>(
  'accounts',
  ({ payload }) => payload.accounts,
);
