import { controlEventId } from '../../control/controlEvent.projection';
import { type FrozenSpan, spanChanges } from '../../control/control.rules';
import type { EventDraft, EventPayload } from '../../ledger/events';
import type { ControlEventFact } from '../../control/controlEvent.facts';
import type { MeasureFact } from '../../measure/measure.facts';
import type { SourceFact } from '../../vocabulary/factForms';
import { unknownAmounts } from '../../holding/holding.rules';
import { issuer } from './controlRow';

const maker = 'import:freezes';

export const controlKey = (fact: ControlEventFact) => `control:${controlEventId(fact)}`;

/** As the fold of spans takes it. */
export const stepOf = (fact: ControlEventFact) => ({ ...fact, id: controlEventId(fact) });

/** Returns the record of an event: everybody can read it on the chain. */
function sourceOf({ transaction, block, at, act }: ControlEventFact): SourceFact {
  return {
    id: `eip155:1:${transaction}`,
    title: `Ethereum transaction ${transaction}, block ${block}: ${act.toLowerCase()} by the contract of USDT`,
    publisher: issuer.name,
    publishedOn: at.slice(0, 10),
    url: null,
    quote: null,
  };
}

export function venueDraft(happenedAt: string): EventDraft {
  const source = {
    id: 'eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7',
    title: 'The contract of USDT on Ethereum',
    publisher: issuer.name,
    publishedOn: null,
    url: null,
    quote: null,
  };
  return {
    type: 'VENUE_REGISTERED',
    happenedAt,
    maker,
    key: `venue:${issuer.id}`,
    payload: { venues: [{ ...issuer, illustrative: false, source }] },
  };
}

export interface Before {
  /** The control events of the account that are known, in any order. */
  readonly known: readonly ControlEventFact[];
  readonly isRegistered: boolean;
}

/**
 * Returns the event that records a control event: its changes of the measures on its account, whatever was
 * known before. It registers the account with its first measure, so that nobody sees the one without the
 * other.
 */
export function controlDraft(fact: ControlEventFact, { known, isRegistered }: Before): EventDraft {
  const common = { happenedAt: fact.at, maker, key: controlKey(fact) };
  const first = isRegistered ? {} : registered(fact);
  if (fact.act === 'DESTROY')
    return { ...common, type: 'AMOUNT_DESTROYED', payload: { ...first, ...destroyed(fact) } };
  const { changed, gone } = spanChanges(known.map(stepOf), stepOf(fact));
  const origins = new Map([...known, fact].map((one) => [controlEventId(one), one]));
  const [only] = changed;
  if (
    fact.act === 'UNFREEZE' &&
    isRegistered &&
    only?.to === fact.at &&
    changed.length === 1 &&
    gone.length === 0
  ) {
    const change = { measureId: measureId(only), to: only.to, endReason: 'WITHDRAWAL' as const };
    const reason = 'the issuer took the address off its list';
    return { ...common, type: 'MEASURE_ENDED', payload: { control: fact, measureChanges: [change], reason } };
  }
  const measures = changed.map((span) => measureOf(span, origins.get(span.by) ?? fact));
  const retracted = gone.map((by) => ({ view: 'measures' as const, id: `${issuer.id}:${by}` }));
  return {
    ...common,
    type: 'MEASURE_OBSERVED',
    payload: {
      control: fact,
      ...first,
      ...(measures.length > 0 ? { measures } : {}),
      ...(retracted.length > 0 ? { retracted } : {}),
    },
  };
}

const place = ({ accountId }: ControlEventFact) => ({ accountId, venueId: issuer.id, illustrative: false });

/** Returns the account of an address, with its holding of the token: the amount is unknown yet. */
function registered(fact: ControlEventFact): Pick<EventPayload, 'accounts' | 'holdings'> {
  const source = sourceOf(fact);
  const account = { id: fact.accountId, venueId: issuer.id, illustrative: false, source };
  if (fact.act === 'DESTROY') return { accounts: [account] };
  const amounts = { ...unknownAmounts };
  return { accounts: [account], holdings: [{ ...place(fact), asset: fact.asset, amounts, source }] };
}

function destroyed(fact: ControlEventFact): EventPayload {
  const amount = fact.amount ?? '0';
  const source = sourceOf(fact);
  return {
    control: fact,
    movements: [{ ...place(fact), asset: fact.asset, column: 'destroyed', amount, source }],
  };
}

const measureId = ({ by }: FrozenSpan) => `${issuer.id}:${by}`;

function measureOf(span: FrozenSpan, origin: ControlEventFact): MeasureFact {
  return {
    id: measureId(span),
    accountId: origin.accountId,
    venueId: issuer.id,
    kind: 'FREEZE',
    from: span.from,
    to: span.to,
    endReason: span.to === null ? null : 'WITHDRAWAL',
    assets: [origin.asset],
    processIds: [],
    claimIds: [],
    reason: "the issuer put the address on the token contract's list of frozen addresses",
    maker: null,
    checker: null,
    emergency: false,
    observed: true,
    illustrative: false,
    source: sourceOf(origin),
  };
}
