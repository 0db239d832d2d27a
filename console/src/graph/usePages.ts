import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '../session/useSession';
import { partTexts } from '../texts/parts';
import type { GraphError } from './answer';
import { ask, AskError } from './ask';
import type { TypedDocumentString } from './generated/graphql';

export interface PageOf<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly totalCount?: number;
}

export interface Pages<Row, Data = unknown> {
  readonly rows: readonly Row[];
  /** The whole answer of each page, for what stands beside its rows. */
  readonly answers: readonly Data[];
  readonly total: number | undefined;
  readonly errors: readonly GraphError[];
  readonly pending: boolean;
  readonly fault: Error | null;
  readonly hasNext: boolean;
  readonly loadingNext: boolean;
  next(): void;
  retry(): void;
}

export interface PagesOptions<Row> {
  /** Returns how soon the loaded pages are read again by themselves, in milliseconds; false: never. */
  readonly refetchMs?: (rows: readonly Row[]) => number | false;
}

/** The rows of a connection, page after page. A page without the connection is a fault, never an empty list. */
export function usePages<Data, Variables extends object, Row>(
  document: TypedDocumentString<Data, Variables>,
  variables: NoInfer<Omit<Variables, 'after'>>,
  pick: (data: Data, errors: readonly GraphError[]) => PageOf<Row> | null | undefined,
  { refetchMs = () => false }: PagesOptions<Row> = {},
): Pages<Row, Data> {
  const { token } = useSession();
  const query = useInfiniteQuery({
    queryKey: [document.toString(), variables, token, 'pages'],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const { data, errors } = await ask(document, { ...variables, after: pageParam } as Variables, {
        signal,
      });
      const page = pick(data, errors);
      if (!page) throw AskError.of(errors);
      // Without a cursor the list would end here, and read as whole.
      if (page.pageInfo.hasNextPage && !page.pageInfo.endCursor)
        throw new AskError(partTexts.noCursor, 'UNKNOWN');
      return { data, page, errors };
    },
    getNextPageParam: ({ page }) => (page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null),
    staleTime: 5_000,
    refetchInterval: ({ state }) => refetchMs(state.data?.pages.flatMap(({ page }) => page.nodes) ?? []),
  });
  // The same arrays at each render until an answer changes them: what is worked out from them can be memoized.
  const loaded = useMemo(() => {
    const pages = query.data?.pages ?? [];
    return {
      rows: pages.flatMap(({ page }) => page.nodes),
      answers: pages.map(({ data }) => data),
      total: pages[0]?.page.totalCount,
      errors: pages.flatMap(({ errors }) => errors),
    };
  }, [query.data]);
  return {
    ...loaded,
    pending: query.isPending,
    fault: query.error,
    hasNext: query.hasNextPage,
    loadingNext: query.isFetchingNextPage,
    next: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
