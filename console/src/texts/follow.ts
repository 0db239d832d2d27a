/** The texts of following funds from a wallet. */
export const followTexts = {
  title: 'Follow the funds',
  hint: 'Where funds of this wallet went or came from, hop by hop, and paths to another wallet, in one picture.',
  reachOut: 'Follow where funds went',
  reachIn: 'Follow where funds came from',
  hops: 'Hops at most',
  asOf: 'As of (YYYY-MM-DD)',
  asOfProblem: 'Write a day as YYYY-MM-DD',
  to: 'Path to wallet',
  find: 'Find paths',
  figure: (name: string) => `Funds of ${name}`,
  reach: (direction: string, wallet: string, hops: number, asOf: string) =>
    `${direction === 'OUT' ? 'Where funds went from' : 'Where funds came from to'} ${wallet}, ${hops} hops${asOf ? `, as of ${asOf}` : ''}`,
  paths: (from: string, to: string, hops: number, asOf: string) =>
    `Paths from ${from} to ${to}, ${hops} hops${asOf ? `, as of ${asOf}` : ''}`,
  looked: (wallets: number, shown: number, total: number) =>
    `${wallets} wallets were reached; ${total} of them are custodial or have a name, ${shown} are shown.`,
  cutAt: (count: number) => (count === 1 ? 'Not followed at 1 wallet:' : `Not followed at ${count} wallets:`),
  none: 'No custodial wallet and no wallet with a named owner was reached.',
  noneCut: 'None was reached as far as the search went. It was not complete, so this is not “none”.',
  noPath: 'There is no path, and the search was complete.',
  noPathCut: 'No path was found as far as the search went. It was not complete, so this is not “none”.',
  wallet: 'Wallet',
  owner: 'Owner and category',
  custodial: 'custodial',
  notThen: 'not the owner at that time',
  hopsColumn: 'Path',
  amount: 'At most',
  remove: 'Remove',
  crossing: 'swap or bridge',
  moreReached: 'Show more wallets',
} as const;
