import { Text } from '@mantine/core';
import { Page } from '../parts/Page';
import { appTexts } from '../texts/app';

export function NotFound() {
  return (
    <Page title={appTexts.notFound.title}>
      <Text>{appTexts.notFound.text}</Text>
    </Page>
  );
}
