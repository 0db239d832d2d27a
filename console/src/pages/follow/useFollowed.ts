import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '../../session/useSession';
import { follow, type Followed, type FollowStep } from './followed';

export interface FollowedAnswer {
  readonly step: FollowStep;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly followed: Followed | undefined;
  readonly retry: () => unknown;
}

/** One function for all renders: the same answers are then the same object, and a picture of them is not arranged anew. */
const combine = (results: readonly UseQueryResult<Followed>[]) =>
  results.map(({ isPending, error, data, refetch }) => ({
    pending: isPending,
    error,
    followed: data,
    retry: refetch,
  }));

/** The answers to steps, in their order; each step is asked once. */
export function useFollowed(steps: readonly FollowStep[]): readonly FollowedAnswer[] {
  const { token } = useSession();
  const combined = useQueries({
    queries: steps.map((step) => ({
      queryKey: ['follow', step, token],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => follow(step, signal),
      staleTime: 60_000,
    })),
    combine,
  });
  return useMemo(
    () => combined.flatMap((answer, i) => (steps[i] ? [{ step: steps[i], ...answer }] : [])),
    [combined, steps],
  );
}
