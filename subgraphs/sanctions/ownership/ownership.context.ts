import type { StakeStore } from './stake.store';

/** What the resolvers of ownership need of a request. */
export interface HasStakes {
  readonly stores: { readonly stakes: StakeStore };
}
