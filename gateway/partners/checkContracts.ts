import { CordonError } from '../../shared/errors/cordonError';
import type { Graph } from '../graph/graph';
import { contractKey } from '../supergraph/contract';
import { contractSupergraph } from '../supergraph/contractSupergraph';
import type { PartnerList } from './partnerList';

/**
 * Returns the problems of a list's contracts for a supergraph, a line for each. One is a tag that no element
 * of the schema carries (a misspelled `exclude` would omit nothing). Another is a contract that leaves no
 * query.
 */
export function checkContracts(
  { file, partners }: PartnerList,
  { sdl, schema, tags }: Pick<Graph, 'sdl' | 'schema' | 'tags'>,
): readonly string[] {
  const checked = new Map<string, string | undefined>();
  return partners.flatMap(({ client, contract, lineOf }) => {
    if (!contract) return [];
    const key = contractKey(contract);
    if (!checked.has(key)) checked.set(key, problemOf());
    const problem = checked.get(key);
    return problem === undefined
      ? []
      : [`${file}:${lineOf('contract')}: the contract of ${client}: ${problem}`];

    function problemOf(): string | undefined {
      const unknown = (contract?.exclude ?? contract?.include ?? []).filter((tag) => !tags.has(tag));
      if (unknown.length > 0) return `no element of the schema is tagged ${unknown.join(', ')}`;
      try {
        if (contract) contractSupergraph(sdl, schema, contract);
        return undefined;
      } catch (error) {
        if (error instanceof CordonError) return error.message;
        throw error;
      }
    }
  });
}
