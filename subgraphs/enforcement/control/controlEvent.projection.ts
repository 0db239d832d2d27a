import type { ControlEventRecord } from './controlEvent.record';
import type { ControlEventFact } from './controlEvent.facts';
import { contentOf, type ProjectionOf, stamp } from '../projection/projection';

/** The row of a control event: its place in its transaction is unique on its chain. */
export const controlEventId = ({
  asset,
  transaction,
  logIndex,
}: Pick<ControlEventFact, 'asset' | 'transaction' | 'logIndex'>) => `${asset}/${transaction}/${logIndex}`;

export const controlEventsProjection: ProjectionOf<
  ControlEventRecord,
  { readonly control?: ControlEventFact }
> = (event) => {
  const fact = event.payload.control;
  if (!fact) return [];
  const id = controlEventId(fact);
  const content = contentOf<ControlEventRecord>()({ ...fact, _id: id, at: new Date(fact.at) });
  return [{ id, apply: (row) => ({ ...content, ...stamp(event, fact, row) }) }];
};
