import { Badge } from '@mantine/core';
import { WaitingProposalsDocument } from '../graph/generated/graphql';
import { useAsk } from '../graph/useAsk';
import { useSession } from '../session/useSession';
import { appTexts } from '../texts/app';

/** Counts what waits for this person: proposals of others; `?` where they could not be read, and `+` where there are more. */
export function WaitingBadge() {
  const { subject } = useSession();
  const { data, isPending, isError } = useAsk(WaitingProposalsDocument, {}, { staleMs: 30_000 });
  if (isPending) return null;
  const proposals = data?.data.proposals;
  if (isError || !proposals)
    return (
      <Badge color="gray" aria-label={appTexts.session.waitingUnknown}>
        ?
      </Badge>
    );
  const { nodes, totalCount } = proposals;
  const waiting = nodes.filter(({ proposer }) => proposer !== subject).length;
  const more = totalCount > nodes.length;
  if (waiting === 0 && !more) return null;
  const count = `${waiting}${more ? '+' : ''}`;
  return <Badge aria-label={appTexts.session.waiting(count)}>{count}</Badge>;
}
