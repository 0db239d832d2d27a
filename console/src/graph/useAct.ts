import { useMutation, useQueryClient } from '@tanstack/react-query';
import { carryOut } from './carryOut';
import type { TypedDocumentString } from './generated/graphql';

/**
 * Carries out a command. It rejects with AskError where the graph rejected it; afterwards every page asks anew. A key makes
 * a repetition harmless: keep it for one form, so that a second press after a fault cannot act twice.
 */
export function useAct<Data extends object, Variables>(document: TypedDocumentString<Data, Variables>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (variables: Variables) => carryOut(document, variables),
    onSettled: () => queries.invalidateQueries(),
  });
}
