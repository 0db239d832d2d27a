import { Code, Text } from '@mantine/core';
import { partTexts } from '../texts/parts';

/** A view of more requests than this is one fault all the same. */
const maxShown = 3;

/** Shows the ids that support finds the requests of an error by; nothing where there are none. */
export function RequestIds({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" mt="xs" component="p">
      {partTexts.fault.requests}{' '}
      {ids.slice(0, maxShown).map((id) => (
        <Code key={id} mr="xs">
          {id}
        </Code>
      ))}
    </Text>
  );
}
