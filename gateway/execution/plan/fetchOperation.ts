import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { FetchNode } from './planNodes';

/** Parses the operation of a fetch. Throws where it is not one operation. */
export function parseFetch({ operation }: Pick<FetchNode, 'operation'>): OperationDefinitionNode {
  const [definition, ...others] = parse(operation, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || others.length > 0)
    throw new Error('a call in the plan is not one operation');
  return definition;
}
