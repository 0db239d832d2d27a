import { useQueries } from '@tanstack/react-query';
import { useSession } from '../../session/useSession';
import { follow, type Followed, type FollowStep } from './followed';

export interface FollowedAnswer {
  readonly step: FollowStep;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly followed: Followed | undefined;
  retry(): void;
}

/** The answers to steps, in their order; each step is asked once. */
export function useFollowed(steps: readonly FollowStep[]): readonly FollowedAnswer[] {
  const { token } = useSession();
  return useQueries({
    queries: steps.map((step) => ({
      queryKey: ['follow', step, token],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => follow(step, signal),
      staleTime: 60_000,
    })),
    combine: (results) =>
      results.map(({ isPending, error, data, refetch }, i) => ({
        step: steps[i] as FollowStep,
        pending: isPending,
        error,
        followed: data,
        retry: () => void refetch(),
      })),
  });
}
