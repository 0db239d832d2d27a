import { WaitingProposalsDocument } from '../graph/generated/graphql';
import { useAsk } from '../graph/useAsk';
import { useSession } from '../session/useSession';
import { appTexts } from '../texts/app';
import { CountBadge } from './CountBadge';

const { waiting: label, waitingUnknown: unknown } = appTexts.session;

/** Counts the proposals of others, which wait for this person. */
export function WaitingBadge() {
  const { subject } = useSession();
  const { data, isPending, isError } = useAsk(WaitingProposalsDocument, {}, { staleMs: 30_000 });
  if (isPending) return null;
  const proposals = isError ? undefined : data.data.proposals;
  return (
    <CountBadge
      count={proposals?.nodes.filter(({ proposer }) => proposer !== subject).length}
      more={proposals ? proposals.totalCount > proposals.nodes.length : false}
      label={label}
      unknown={unknown}
    />
  );
}
