import { Badge } from '@mantine/core';
import { WaitingUploadsDocument } from '../graph/generated/graphql';
import { useAsk } from '../graph/useAsk';
import { useSession } from '../session/useSession';
import { appTexts } from '../texts/app';

/** Counts the uploaded lists that wait for this person; `?` where they could not be read, and `+` where not all were. */
export function WaitingUploadsBadge() {
  const { subject } = useSession();
  const { data, isPending, isError } = useAsk(WaitingUploadsDocument, {}, { staleMs: 30_000 });
  if (isPending) return null;
  const uploads = data?.data.listUploads;
  if (isError || !uploads)
    return (
      <Badge color="gray" aria-label={appTexts.session.waitingUnknown}>
        ?
      </Badge>
    );
  const waiting = uploads.nodes.filter(
    ({ state, uploadedBy }) => state === 'WAITING' && uploadedBy !== subject,
  ).length;
  const more = uploads.pageInfo.hasNextPage;
  if (waiting === 0 && !more) return null;
  const count = `${waiting}${more ? '+' : ''}`;
  return <Badge aria-label={appTexts.session.waiting(count)}>{count}</Badge>;
}
