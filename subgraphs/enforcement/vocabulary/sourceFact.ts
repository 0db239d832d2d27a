import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { SourceFact } from './factForms';

/** A source as the ledger keeps it: what is not known is null, never left out. */
export const sourceFact = ({ id, title, publisher, publishedOn, url, quote }: SourceFacts): SourceFact => ({
  id,
  title,
  publisher: publisher ?? null,
  publishedOn: publishedOn ?? null,
  url: url ?? null,
  quote: quote ?? null,
});
