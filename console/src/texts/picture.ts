/** The texts of pictures, and of the additions to them. */
export const pictureTexts = {
  arrangement: 'Arrangement',
  timeAxis: 'Time axis',
  layers: 'Layers',
  fit: 'Fit to width',
  fullSize: 'Full size',
  madeUp: 'Dashed lines: illustrative, made-up data that stands for what is private.',
  caption: (kind: string, text: string) => `${kind}: ${text}`,
  canvas: (nodes: number, label: string) =>
    `${label}: ${nodes} nodes on a canvas. The table has the same facts.`,
  canvasHint: (nodes: number) =>
    `${nodes} nodes are drawn on a canvas: scroll to zoom, drag a node to move it, click it for its facts.`,
  noCanvas: 'This browser gives no WebGL: the picture is drawn as SVG, and may be slow.',
  transaction: 'Open the transaction',
  transactionSources: 'Sources of the transfer',
  loadedAsked: 'What was added to the picture is asked for anew: it shows what is known now.',
} as const;

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
  start: 'Choose what to follow; each answer is added to the picture.',
  reach: (direction: string, wallet: string, hops: number, asOf: string) =>
    `${direction === 'OUT' ? 'Where funds went from' : 'Where funds came from to'} ${wallet}, ${hops} hops${asOf ? `, as of ${asOf}` : ''}`,
  paths: (from: string, to: string, hops: number, asOf: string) =>
    `Paths from ${from} to ${to}, ${hops} hops${asOf ? `, as of ${asOf}` : ''}`,
  looked: (wallets: number, shown: number, total: number) =>
    `${wallets} wallets were reached; ${total} of them are custodial or have a name, ${shown} are shown.`,
  cutAt: (count: number) => `Not followed at ${count} wallet(s):`,
  none: 'No custodial wallet and none that somebody is named for was reached.',
  noneCut: 'None was reached as far as the search went. It was not complete, so this is not “none”.',
  noPath: 'There is no path, and the search was complete.',
  noPathCut: 'No path was found as far as the search went. It was not complete, so this is not “none”.',
  wallet: 'Wallet',
  what: 'What it is',
  custodial: 'custodial',
  notThen: 'not theirs at that time',
  hopsColumn: 'Path',
  amount: 'At most',
  remove: 'Remove',
  crossing: 'swap or bridge',
  moreReached: 'Show more wallets',
} as const;

export const transactionTexts = {
  title: 'Transaction',
  hash: 'Hash',
  chain: 'Chain',
  at: 'Time',
  transfers: 'Transfers',
  inputs: 'Inputs',
  outputs: 'Outputs',
  noWallet: 'pays to no address',
  minted: 'newly made coins',
  place: 'Place',
  from: 'From',
  to: 'To',
  amount: 'Amount',
  tag: 'Tag',
  sources: 'Sources',
  none: 'Nothing of this transaction is known here',
  noneHint: 'That does not say that there is none: transfers are known as far as they were imported.',
  noTransfers: 'It has inputs and outputs.',
  found: 'Transactions',
} as const;
