import type { EventDraft } from '../../subgraphs/enforcement/ledger/events';
import type { AccountFact } from '../../subgraphs/enforcement/account/account.facts';
import type { HoldingFact } from '../../subgraphs/enforcement/holding/holding.facts';
import type { MeasureFact } from '../../subgraphs/enforcement/measure/measure.facts';
import type { ProcessFact } from '../../subgraphs/enforcement/legalProcess/legalProcess.facts';
import type { VenueFact } from '../../subgraphs/enforcement/venue/venue.facts';

/** Facts and events of a test, complete but for what the test is about. */

export const someSource = {
  id: 's',
  title: 'A source',
  publisher: null,
  publishedOn: null,
  url: null,
  quote: null,
};

export const venueFact = (id: string): VenueFact => ({
  id,
  name: id,
  illustrative: true,
  source: someSource,
});

export const accountFact = (id: string): AccountFact => ({
  id,
  venueId: id.slice(0, id.indexOf(':')),
  illustrative: true,
  source: someSource,
});

export const measureFact = (
  given: Pick<MeasureFact, 'id' | 'accountId' | 'kind' | 'from'> & Partial<MeasureFact>,
): MeasureFact => ({
  venueId: given.accountId.slice(0, given.accountId.indexOf(':')),
  to: null,
  endReason: null,
  assets: null,
  processIds: [],
  claimIds: [],
  reason: 'a test',
  maker: null,
  checker: null,
  emergency: false,
  observed: true,
  illustrative: true,
  source: someSource,
  ...given,
});

export const processFact = (
  given: Pick<ProcessFact, 'id' | 'scope'> & Partial<ProcessFact>,
): ProcessFact => ({
  kind: 'SEIZURE_WARRANT',
  authority: 'A court',
  docket: null,
  issued: null,
  served: '2024-01-01T00:00:00.000Z',
  effective: null,
  expiry: null,
  withdrawn: false,
  assets: null,
  disclosure: 'OPEN',
  mayNotify: true,
  audience: [],
  illustrative: true,
  source: someSource,
  ...given,
});

/** A designation by OFAC, `ofac`, that a block rests on. */
export const designationFact = (scope: string[], given: Partial<ProcessFact> = {}): ProcessFact =>
  processFact({
    id: 'ofac',
    kind: 'OFAC_DESIGNATION',
    authority: 'OFAC',
    effective: '2020-01-01T00:00:00.000Z',
    scope,
    ...given,
  });

/** So much of an asset is held, all of it since the first measure. */
export const heldFact = (accountId: string, asset: string, held: string): HoldingFact => ({
  accountId,
  venueId: accountId.slice(0, accountId.indexOf(':')),
  asset,
  illustrative: true,
  amounts: { frozen: held, inflow: '0', held, seized: '0', released: '0', destroyed: '0' },
  source: someSource,
});

/** An event of a test, at a time that is of no matter. */
export const draft = (type: EventDraft['type'], payload: EventDraft['payload']): EventDraft => ({
  type,
  payload,
  maker: 'test',
  happenedAt: '2022-01-01T00:00:00.000Z',
});
