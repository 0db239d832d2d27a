/** What cannot be so where claims contradict each other by rule. */
export const contradictionRules = ['VALUES', 'PERIODS', 'MODALITY', 'ARITHMETIC'] as const;

export type ContradictionRule = (typeof contradictionRules)[number];
