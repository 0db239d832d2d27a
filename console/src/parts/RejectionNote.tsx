import { Alert } from '@mantine/core';
import { AskError } from '../graph/ask';

/** Shows in a form why its command was rejected, in the words of the rules. */
export function RejectionNote({ error }: { readonly error: Error }) {
  return (
    <Alert color="red" variant="light" role="alert" title={error instanceof AskError ? error.code : 'ERROR'}>
      {error.message}
    </Alert>
  );
}
