import type { LegalProcessRecord } from './legalProcess.record';
import type { ProcessFact } from './legalProcess.facts';
import { contentOf, type ProjectionOf, recordings, retractions } from '../projection/projection';

const at = (instant: string | null) => (instant === null ? null : new Date(instant));

/** Returns the row of a process, without what it says of the ledger. */
export function processContent({ id, issued, served, effective, expiry, ...rest }: ProcessFact) {
  return contentOf<LegalProcessRecord>()({
    ...rest,
    _id: id,
    issued: at(issued),
    served: at(served),
    effective: at(effective),
    expiry: at(expiry),
  });
}

export const processesProjection: ProjectionOf<
  LegalProcessRecord,
  { readonly processes?: readonly ProcessFact[] }
> = (event) => [
  ...recordings<LegalProcessRecord, ProcessFact>(event, event.payload.processes, processContent),
  ...retractions<LegalProcessRecord>(event, 'processes'),
];
