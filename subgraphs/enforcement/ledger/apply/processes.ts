import type { LegalProcessRecord } from '../../legalProcess/legalProcess.record';
import type { ProcessFact } from '../facts';
import { retractions, stamp, type ViewOf } from '../view';

const at = (instant: string | null) => (instant === null ? null : new Date(instant));

/** A process as its view has it, but for what the view says of the ledger. */
export function processContent({
  id,
  issued,
  served,
  effective,
  expiry,
  reportRequired,
  law,
  ...rest
}: ProcessFact) {
  return {
    ...rest,
    ...(reportRequired === undefined ? {} : { reportRequired }),
    ...(law === undefined ? {} : { law }),
    _id: id,
    issued: at(issued),
    served: at(served),
    effective: at(effective),
    expiry: at(expiry),
  };
}

export const processesView: ViewOf<LegalProcessRecord> = (event) => [
  ...(event.payload.processes ?? []).map((fact) => ({
    id: fact.id,
    apply: (row: LegalProcessRecord | null): LegalProcessRecord => ({
      ...processContent(fact),
      ...stamp(event, fact, row),
    }),
  })),
  ...retractions<LegalProcessRecord>(event, 'processes'),
];
