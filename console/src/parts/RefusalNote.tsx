import { Alert } from '@mantine/core';
import { AskError } from '../graph/ask';

/** Why a command was not carried out, in the rules' own words, where the form is. */
export function RefusalNote({ error }: { readonly error: Error }) {
  return (
    <Alert color="red" variant="light" role="alert" title={error instanceof AskError ? error.code : 'ERROR'}>
      {error.message}
    </Alert>
  );
}
