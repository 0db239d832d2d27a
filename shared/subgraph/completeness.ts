import { registerEnumType } from 'type-graphql';

/** How much of the whole an answer covers, from the best to the worst. An empty list that is not COMPLETE is not "none". */
export const Completeness = {
  COMPLETE: 'COMPLETE',
  HOP_LIMIT: 'HOP_LIMIT',
  HUB_CUT: 'HUB_CUT',
  BUDGET: 'BUDGET',
} as const;

export type Completeness = (typeof Completeness)[keyof typeof Completeness];

registerEnumType(Completeness, {
  name: 'Completeness',
  description: 'How much of the whole an answer covers. An empty list that is not COMPLETE is not "none".',
  valuesConfig: {
    COMPLETE: {
      description: 'Everything was looked at: more hops would find nothing more.',
    },
    HOP_LIMIT: {
      description:
        'Everything within the hops was looked at (those asked for, or the 5 of the policy), and funds move on beyond them.',
    },
    HUB_CUT: {
      description: 'Wallets too busy to follow (hubs) were not followed: there may be more behind them.',
    },
    BUDGET: { description: 'The search was ended at its budget: there may be more.' },
  },
});

/** An answer says the worst that is true of it. */
const worstFirst = Object.values(Completeness).reverse();

/** The weakest of several: what a whole may claim that is made of these. */
export function leastComplete(parts: Iterable<Completeness>): Completeness {
  const all = new Set(parts);
  return worstFirst.find((one) => all.has(one)) ?? 'COMPLETE';
}

/** Whether everything within the hops was looked at: what is not there any more has gone. */
export const isWholeWithinHops = (completeness: Completeness): boolean =>
  completeness === 'COMPLETE' || completeness === 'HOP_LIMIT';
