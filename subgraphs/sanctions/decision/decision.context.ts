import type DataLoader from 'dataloader';
import type { DecisionRecord } from './decision.record';
import type { DecisionStore } from './decision.store';

/** The part of the context that the resolvers of decisions use. */
export interface HasDecisions {
  /** Today, YYYY-MM-DD. */
  readonly today: string;
  readonly stores: { readonly decisions: DecisionStore };
  /** The last decision on a match; null without one. */
  readonly decisionOfMatch: DataLoader<string, DecisionRecord | null>;
}
