/** The kind of contradiction that a rule finds between claims. */
export const contradictionRules = ['VALUES', 'PERIODS', 'MODALITY', 'ARITHMETIC'] as const;

export type ContradictionRule = (typeof contradictionRules)[number];
