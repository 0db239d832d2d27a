import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, hint, beside, children }: SectionProps) {
  return (
    <Box component="section" className="surface" p={{ base: 'sm', sm: 'md' }}>
      <Group justify="space-between" mb={hint ? 0 : 'sm'}>
        <Title order={2} size="h4">
          {title}
        </Title>
        {beside}
      </Group>
      {hint ? (
        <Text size="sm" c="dimmed" mb="sm">
          {hint}
        </Text>
      ) : null}
      {children}
    </Box>
  );
}
