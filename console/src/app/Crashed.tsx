import { Alert } from '@mantine/core';
import { Page } from '../parts/Page';
import { appTexts } from '../texts/app';

/** The message of a page that failed, in place of the page only. */
export function Crashed({ error }: { readonly error: unknown }) {
  return (
    <Page title={appTexts.crashed.title}>
      <Alert color="red" title={error instanceof Error ? error.message : String(error)}>
        {appTexts.crashed.text}
      </Alert>
    </Page>
  );
}
