import { registerEnumType } from 'type-graphql';

/**
 * The share of the whole that an answer covers, from the best to the worst. An empty list that is not
 * COMPLETE is not "none".
 */
export const Completeness = {
  COMPLETE: 'COMPLETE',
  HOP_LIMIT: 'HOP_LIMIT',
  HUB_CUT: 'HUB_CUT',
  BUDGET: 'BUDGET',
} as const;

export type Completeness = (typeof Completeness)[keyof typeof Completeness];

registerEnumType(Completeness, {
  name: 'Completeness',
  description:
    'The share of the whole that an answer covers. An empty list that is not COMPLETE is not "none".',
  valuesConfig: {
    COMPLETE: {
      description: 'Everything was examined: more hops would find nothing more.',
    },
    HOP_LIMIT: {
      description:
        'Everything within the hops was examined (those asked for, or the 5 of the policy). Funds move on beyond them.',
    },
    HUB_CUT: {
      description:
        'Hubs, such as busy wallets and services, were not followed: there may be more behind them. With `asOf` also custodial wallets.',
    },
    BUDGET: { description: 'The search ended at its budget: there may be more.' },
  },
});

/** An answer says the worst that is true of it. */
const worstFirst = Object.values(Completeness).reverse();

/** The weakest of several: what a whole may claim that is made of these. */
export function lowestCompleteness(parts: Iterable<Completeness>): Completeness {
  const all = new Set(parts);
  return worstFirst.find((one) => all.has(one)) ?? 'COMPLETE';
}

/** Tells if everything within the hops was examined. Funds that are not found there have left. */
export const isWholeWithinHops = (completeness: Completeness): boolean =>
  completeness === 'COMPLETE' || completeness === 'HOP_LIMIT';
