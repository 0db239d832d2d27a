/** The texts of traces and their picture. */
export const traceTexts = {
  table: 'Frozen accounts',
  figure: (name: string) => `Trace from ${name} to accounts under a measure`,
  account: 'Account',
  status: 'Status',
  actor: 'Linked actor',
  sources: 'Sources of the link',
  amount: 'Amount traced',
  hops: 'Hops',
  search: 'Search',
  possible: 'possible: several customers share the wallet',
  none: 'No frozen accounts were reached, and the search was complete.',
  noneCut:
    'No frozen account was reached as far as the search went. It was not complete, so this is not “none”.',
  cut: {
    HUB_CUT:
      'Cut at hubs: a wallet with very many counterparties, or a known service, is not followed. There may be more.',
    HOP_LIMIT: 'Cut at the hop limit: funds went on beyond it. There may be more.',
    BUDGET: 'Cut at the search budget: not everything was searched. There may be more.',
  },
  cutUnknown: 'The search was not complete. There may be more.',
  unregistered: (count: number) =>
    count === 1
      ? '1 account was reached that no venue has registered: its status is unknown.'
      : `${count} accounts were reached that no venue has registered: their status is unknown.`,
  illustrative: 'Some of this is illustrative: made-up data that stands for what is private. It is marked.',
  exportSvg: 'Export SVG',
  exportPng: 'Export PNG',
  saveJson: 'Save picture (JSON)',
  loadJson: 'Load picture',
  reset: 'Reset',
  hide: 'Hide',
  note: 'Note',
  select:
    'Select a node or an edge for its details, its sources and a note. Drag a node, or move it with the arrow keys.',
  loadFailed: 'This file is not a saved picture.',
  pngFailed: 'The picture could not be drawn as PNG. Export SVG instead.',
  layoutFailed: 'The picture could not be arranged. The table below has the same facts.',
  hidden: (count: number) => `${count} hidden`,
  showHidden: 'Show all',
  laidOut: 'Arranging…',
  edge: { LINK: 'link', HOLDS: 'holds', HOP: 'transfer', DEPOSIT: 'deposit wallet of' },
  kind: { ACTOR: 'actor', WALLET: 'wallet', ACCOUNT: 'account' },
} as const;
