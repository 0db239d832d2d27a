import type DataLoader from 'dataloader';
import { loadMany } from '../../../shared/batch/loaders';
import type { HasObligations } from './obligation.context';
import { obligationsOfAccounts, type ShownObligation } from './obligationPage';

/** The part of the context that resolves the obligations of accounts. */
export interface HasAccountObligations {
  readonly obligationsByAccount: DataLoader<string, readonly ShownObligation[]>;
}

export const obligationLoaders = (context: HasObligations): HasAccountObligations => ({
  obligationsByAccount: loadMany(
    (ids) => obligationsOfAccounts(ids, context),
    ({ accountId }) => [accountId],
  ),
});
