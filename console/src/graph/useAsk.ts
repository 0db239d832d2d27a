import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSession } from '../session/useSession';
import type { Answer } from './answer';
import { ask } from './ask';
import type { TypedDocumentString } from './generated/graphql';

export interface AskOptions {
  readonly enabled?: boolean;
  readonly staleMs?: number;
}

/** Asks the graph for the data of a page; the key is the operation, its variables and the caller. */
export function useAsk<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { enabled = true, staleMs = 5_000 }: AskOptions = {},
): UseQueryResult<Answer<Data>> {
  const { token } = useSession();
  return useQuery({
    queryKey: [document.toString(), variables, token],
    queryFn: ({ signal }) => ask(document, variables, { signal }),
    enabled,
    staleTime: staleMs,
  });
}
