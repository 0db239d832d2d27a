import { Group, Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { appTexts } from '../texts/app';

export interface PageProps {
  readonly title: string;
  /** Beside the title: badges, actions. */
  readonly beside?: ReactNode;
  readonly children?: ReactNode;
}

/** One page: its title is the one heading of level 1, and the tab's. */
export function Page({ title, beside, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · ${appTexts.product}`;
  }, [title]);
  return (
    <Stack gap="lg">
      <Group gap="sm" align="center">
        <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        {beside}
      </Group>
      {children}
    </Stack>
  );
}
