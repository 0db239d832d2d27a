import type { ControlEventRecord } from '../../control/controlEvent.record';
import type { ControlEventFact } from '../facts';
import { stamp, type ViewOf } from '../view';

/** The row of a control event: its place in its transaction is unique on its chain. */
export const controlEventId = ({
  asset,
  transaction,
  logIndex,
}: Pick<ControlEventFact, 'asset' | 'transaction' | 'logIndex'>) => `${asset}/${transaction}/${logIndex}`;

export const controlEventsView: ViewOf<ControlEventRecord> = (event) => {
  const fact = event.payload.control;
  if (!fact) return [];
  const id = controlEventId(fact);
  return [{ id, apply: (row) => ({ ...fact, _id: id, at: new Date(fact.at), ...stamp(event, fact, row) }) }];
};
