import { Alert } from '@mantine/core';
import { AskError } from '../graph/ask';
import { RequestIds } from './RequestIds';

/** Shows in a form why its command was rejected, in the words of the rules. */
export function RejectionNote({ error }: { readonly error: Error }) {
  const { code, requestId } = error instanceof AskError ? error : { code: 'ERROR' };
  return (
    <Alert color="red" variant="light" role="alert" title={code}>
      {error.message}
      <RequestIds ids={requestId ? [requestId] : []} />
    </Alert>
  );
}
