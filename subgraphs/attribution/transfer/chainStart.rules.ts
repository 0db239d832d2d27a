/**
 * The time of a chain's first block, by its CAIP-2 id: nothing moved on it before. The times are those of the
 * genesis blocks. For Bitcoin Cash it is the first block of its own. For XRP it is the first ledger that is
 * kept (32,570). For TRON it is the day on which its own chain began.
 */
const starts: Readonly<Record<string, string>> = {
  'bip122:000000000019d6689c085ae165831e93': '2009-01-03T18:15:05Z',
  'bip122:12a765e31ffd4059bada1e25190f6e98': '2011-10-07T07:31:05Z',
  'bip122:1a91e3dace36e2be3bf030a65679fe82': '2013-12-06T10:25:40Z',
  'bip122:00000ffd590b1485b3caadc19b22e637': '2014-01-19T01:40:18Z',
  'bip122:00040fe8ec8471911baa1db1266ea15d': '2016-10-28T07:56:00Z',
  'bip122:000000000000000000651ef99cb9fcbe': '2017-08-01T18:12:41Z',
  'eip155:1': '2015-07-30T15:26:13Z',
  'tron:0x2b6653dc': '2018-06-25T00:00:00Z',
  'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp': '2020-03-16T14:29:00Z',
  'xrpl:0': '2013-01-01T03:21:10Z',
};

/** No chain is older than Bitcoin, and no EVM chain than Ethereum. */
const earliest = '2009-01-03T18:15:05Z';

/** Clocks differ: a Bitcoin block's time may be two hours ahead of the network's (the rule of its validation). */
const aheadMs = 2 * 60 * 60 * 1_000;

/** Returns the problem of a transfer's time on a chain, or null. */
export function timeProblem(chain: string, at: Date, now: Date): string | null {
  const start = starts[chain] ?? (chain.startsWith('eip155:') ? starts['eip155:1'] : undefined) ?? earliest;
  if (at.getTime() < Date.parse(start)) return `${at.toISOString()} is before the chain began (${start})`;
  if (at.getTime() > now.getTime() + aheadMs) return `${at.toISOString()} is in the future`;
  return null;
}
