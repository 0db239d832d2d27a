import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, AskError } from './ask';
import { codeOf } from './answer';
import type { TypedDocumentString } from './generated/graphql';

/**
 * Carries out a command. It rejects with AskError where the graph refused it; afterwards every page asks anew. A key makes
 * a repetition harmless: keep it for one form, so that a second press after a fault cannot act twice.
 */
export function useAct<Data, Variables>(document: TypedDocumentString<Data, Variables>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (variables: Variables): Promise<Data> => {
      const { data, errors } = await ask(document, variables);
      const [refusal] = errors;
      if (refusal) throw new AskError(refusal.message, codeOf(refusal));
      return data;
    },
    onSettled: () => queries.invalidateQueries(),
  });
}
