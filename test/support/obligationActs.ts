import type { Act } from '../../subgraphs/enforcement/obligation/duty.rules';
import type { Outflow } from '../../subgraphs/enforcement/obligation/unblockingReports.rules';

/** A block of ours, in force without an end but for what the test says. */
export const someBlock = (given: Partial<Act> & Pick<Act, '_id' | 'from'>): Act => ({
  kind: 'BLOCK',
  accountId: 'v:a',
  venueId: 'v',
  to: null,
  endReason: null,
  endProcessIds: [],
  assets: null,
  emergency: false,
  checker: 'c',
  laws: ['US'],
  jurisdictions: ['US'],
  illustrative: false,
  ...given,
});

export const someOutflow = (given: Partial<Outflow> & Pick<Outflow, 'at'>): Outflow => ({
  _id: '9.0',
  accountId: 'v:a',
  venueId: 'v',
  asset: 'eip155:1/slip44:60',
  receivedBy: [],
  endedMeasureIds: [],
  processIds: [],
  ...given,
});
