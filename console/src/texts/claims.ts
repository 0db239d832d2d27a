/** The texts of claims and contradictions. */
export const claimTexts = {
  title: 'Claims',
  hint: 'Claims that cannot all hold, side by side, each with its quote.',
  contradictions: 'Contradictions',
  noContradictions: 'No contradiction is known.',
  claims: 'All claims',
  search: 'Search claims',
  none: 'No claim matches.',
  statement: 'Statement',
  modality: 'Modality',
  status: 'Status',
  source: 'Source',
  find: 'Find',
  about: (id: string) => `About ${id}`,
} as const;
