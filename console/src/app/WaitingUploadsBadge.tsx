import { WaitingUploadsDocument } from '../graph/generated/graphql';
import { useAsk } from '../graph/useAsk';
import { useSession } from '../session/useSession';
import { appTexts } from '../texts/app';
import { CountBadge } from './CountBadge';

const { waiting: label, waitingUnknown: unknown } = appTexts.session;

/** Counts the uploaded lists that wait for this person. */
export function WaitingUploadsBadge() {
  const { subject } = useSession();
  const { data, isPending, isError } = useAsk(WaitingUploadsDocument, {}, { staleMs: 30_000 });
  if (isPending) return null;
  const uploads = isError ? undefined : data.data.listUploads;
  const waits = ({ state, uploadedBy }: { readonly state: string; readonly uploadedBy: string }) =>
    state === 'WAITING' && uploadedBy !== subject;
  return (
    <CountBadge
      count={uploads?.nodes.filter(waits).length}
      more={uploads?.pageInfo.hasNextPage ?? false}
      label={label}
      unknown={unknown}
    />
  );
}
