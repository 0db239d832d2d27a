/** How a claim's value hangs together with those of other claims. */
export const valueLinkKinds = ['PART_OF', 'SHARE_OF', 'SUM_OF'] as const;
