import { CordonError } from '../../shared/errors/cordonError';

/** Rejects a supergraph. The message names the field or type that is at fault. */
export function invalidSupergraph(message: string): CordonError {
  return new CordonError('SUPERGRAPH_INVALID', message);
}
