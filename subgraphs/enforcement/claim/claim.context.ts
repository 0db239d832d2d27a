import type DataLoader from 'dataloader';
import { loadOne } from '../../../shared/batch/loaders';
import { claimLoader } from './claim.loader';
import type { ClaimRecord } from './claim.record';
import type { ClaimView } from './claim.rules';
import type { ClaimStore } from './claim.store';
import type { QuotationRecord } from './quotation.record';
import type { QuotationStore } from './quotation.store';

/** The part of the context that the resolvers of claims use. */
export interface HasClaims {
  readonly stores: { readonly claims: ClaimStore; readonly quotations: QuotationStore };
  readonly claimView: ClaimView;
  readonly claimById: DataLoader<string, ClaimRecord | null>;
  readonly quotationById: DataLoader<string, QuotationRecord | null>;
}

export const claimLoaders = (
  { claims, quotations }: HasClaims['stores'],
  claimView: ClaimView,
): Omit<HasClaims, 'stores'> => ({
  claimView,
  claimById: claimLoader(claims, claimView),
  quotationById: loadOne(quotations.byIds, (quotation) => quotation._id),
});
