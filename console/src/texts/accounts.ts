/** The texts of the list of accounts. */
export const accountsTexts = {
  title: 'Accounts',
  status: 'Status',
  venue: 'Venue',
  account: 'Account',
  since: 'Held since',
  all: 'All statuses',
  none: 'No account matches.',
  ending: 'Measures that end within 30 days',
  endingHint: 'In force now, the first to end first. An extended process moves the end.',
  noneEnding: 'No measure that you may see ends within 30 days.',
  ends: 'Ends',
  measure: 'Measure',
  endReason: 'End reason',
  basis: 'Basis',
} as const;
