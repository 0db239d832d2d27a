import type { AccountRecord } from '../../account/account.record';
import { statedView } from '../view';

export const accountsView = statedView<AccountRecord>('accounts', ({ payload }) => payload.accounts);
