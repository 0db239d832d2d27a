/** The relation of a claim's value to those of other claims. */
export const valueLinkKinds = ['PART_OF', 'SHARE_OF', 'SUM_OF'] as const;
