import { Badge } from '@mantine/core';
import { WaitingProposalsDocument } from '../graph/generated/graphql';
import { useAsk } from '../graph/useAsk';
import { useSession } from '../session/useSession';
import { appTexts } from '../texts/app';

/** Counts what waits for this person: proposals of others. */
export function WaitingBadge() {
  const { subject } = useSession();
  const { data } = useAsk(WaitingProposalsDocument, {}, { staleMs: 30_000 });
  const waiting = data?.data.proposals?.nodes.filter(({ proposer }) => proposer !== subject).length ?? 0;
  if (waiting === 0) return null;
  return (
    <Badge circle aria-label={appTexts.session.waiting(waiting)}>
      {waiting}
    </Badge>
  );
}
