import { Button, Group, Text } from '@mantine/core';
import { partTexts } from '../texts/parts';

export interface PagerProps {
  readonly shown: number;
  readonly total?: number | undefined;
  readonly hasNext: boolean;
  readonly loading: boolean;
  readonly onNext: () => void;
}

/** The number of shown rows, and a button for the next page. */
export function Pager({ shown, total, hasNext, loading, onNext }: PagerProps) {
  return (
    <Group justify="space-between" mt="sm">
      <Text size="sm" c="dimmed">
        {partTexts.shown(shown, total)}
      </Text>
      {hasNext ? (
        <Button variant="default" size="xs" loading={loading} onClick={onNext}>
          {partTexts.more}
        </Button>
      ) : null}
    </Group>
  );
}
