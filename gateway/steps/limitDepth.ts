import { requestError } from '../request/requestError';
import type { ParsedOperation } from './parseRequest';

/** Throws QUERY_TOO_DEEP where a document nests more fields than its client may. */
export function limitDepth({ stored }: Pick<ParsedOperation, 'stored'>, maxDepth: number | undefined): void {
  if (maxDepth === undefined || stored.depth <= maxDepth) return;
  throw requestError('QUERY_TOO_DEEP', `The query is ${stored.depth} fields deep; ${maxDepth} are allowed.`);
}
