import type { RowsLoader } from '../../../shared/batch/loaders';
import type { CustomerMatchRecord } from './customerMatch.record';
import type { CustomerMatchStore } from './customerMatch.store';

/** The part of the context that the resolvers of matches use. */
export interface HasCustomerMatches {
  readonly stores: { readonly customerMatches: CustomerMatchStore };
  /** The matches of customers that are present, the highest score first. */
  readonly matchesOfCustomer: RowsLoader<string, CustomerMatchRecord>;
}
