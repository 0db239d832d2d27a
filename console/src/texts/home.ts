/** The texts of the search. */
export const homeTexts = {
  title: 'Search',
  results: (words: string) => `Results for “${words}”`,
  actors: 'Actors',
  matches: 'Similar names (screening)',
  wallets: 'Wallets',
  accounts: 'Accounts',
  processes: 'Legal processes',
  nothing: 'Nothing was found, also among similar and misspelt names.',
  nothingSearched: 'Nothing was found. Not everything was searched, so this is not “none”.',
  notSearched: (kinds: string) => `Not searched, as your role may not see them: ${kinds}`,
  cut: (shown: number, total: number) => `${shown} of ${total} are shown. Add words to narrow the search.`,
  listed: 'listed',
  score: (score: number) => `score ${Math.round(score * 100)} %`,
  start:
    'Search for a name, a wallet in any written form, a transaction’s hash, an account such as meridian:acct-1001, or a docket.',
  shortcuts: 'Start here',
  flagship: 'Frozen accounts that trace to the Technical Reconnaissance Bureau',
  screen: 'Screen names or a CSV file',
  frozen: 'Accounts under a freeze',
  waiting: 'Proposals that wait for a decision',
} as const;
