/** How a source says what it says. */
export const modalities = ['STATES', 'SUSPECTS', 'DENIES', 'PREDICTS'] as const;
