import { registerEnumType } from 'type-graphql';

/** How much of the whole an answer covers. An empty list that is not COMPLETE is not "none". */
export const Completeness = { COMPLETE: 'COMPLETE', HUB_CUT: 'HUB_CUT', BUDGET: 'BUDGET' } as const;

export type Completeness = (typeof Completeness)[keyof typeof Completeness];

registerEnumType(Completeness, {
  name: 'Completeness',
  description: 'How much of the whole an answer covers. An empty list that is not COMPLETE is not "none".',
  valuesConfig: {
    COMPLETE: {
      description:
        'Everything within the hops of the question was looked at: those asked for, or the 5 of the policy.',
    },
    HUB_CUT: {
      description: 'Wallets too busy to follow (hubs) were not followed: there may be more behind them.',
    },
    BUDGET: { description: 'The search was ended at its budget: there may be more.' },
  },
});

/** The weakest of several: what a whole may claim that is made of these. */
export function leastComplete(parts: Iterable<Completeness>): Completeness {
  const all = new Set(parts);
  if (all.has('BUDGET')) return 'BUDGET';
  return all.has('HUB_CUT') ? 'HUB_CUT' : 'COMPLETE';
}
