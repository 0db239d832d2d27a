import { WaitingObligationsDocument } from '../graph/generated/graphql';
import { useAsk } from '../graph/useAsk';
import { useSession } from '../session/useSession';
import { appTexts } from '../texts/app';
import { CountBadge } from './CountBadge';

const { waitingObligations: label, waitingObligationsUnknown: unknown } = appTexts.session;

/** Counts the obligations that are not met and wait for a role of this person. */
export function WaitingObligationsBadge() {
  const { roles } = useSession();
  const { data, isPending, isError } = useAsk(WaitingObligationsDocument, {}, { staleMs: 30_000 });
  if (isPending) return null;
  const { late, open, undetermined } = isError ? {} : data.data;
  const pages = late && open && undetermined ? [late, open, undetermined] : undefined;
  return (
    <CountBadge
      count={pages?.flatMap(({ nodes }) => nodes).filter(({ ownerRole }) => roles.includes(ownerRole)).length}
      more={pages?.some(({ pageInfo }) => pageInfo.hasNextPage) ?? false}
      label={label}
      unknown={unknown}
    />
  );
}
