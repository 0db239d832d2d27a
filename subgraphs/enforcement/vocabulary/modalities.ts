/** The manner of a source's statement. */
export const modalities = ['STATES', 'SUSPECTS', 'DENIES', 'PREDICTS'] as const;
