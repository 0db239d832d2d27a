import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { SourceFact } from './factForms';

/** Returns a source as the ledger keeps it: an unknown field is null, never omitted. */
export const sourceFact = ({ id, title, publisher, publishedOn, url, quote }: SourceFacts): SourceFact => ({
  id,
  title,
  publisher: publisher ?? null,
  publishedOn: publishedOn ?? null,
  url: url ?? null,
  quote: quote ?? null,
});
