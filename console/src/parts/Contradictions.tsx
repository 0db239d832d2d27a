import { Badge, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ContradictionPartsFragment } from '../graph/generated/graphql';
import { quotedSource } from './sourceFacts';
import { SourceLine } from './SourceLine';
import { wordsOf } from './words';

/** Claims that cannot all hold, side by side, each with its source. */
export function Contradictions({ of }: { readonly of: readonly ContradictionPartsFragment[] }) {
  return (
    <>
      {of.map(({ id, topic, explanation, claims }) => (
        <Stack key={id} gap="xs">
          <Text fw={600}>{topic}</Text>
          {explanation ? <Text size="sm">{explanation}</Text> : null}
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xs">
            {claims.map((claim) => (
              <Stack key={claim.id} className="surface" p="sm" gap={4}>
                <Badge variant="default" size="sm">
                  {wordsOf(claim.modality)}
                </Badge>
                <Text size="sm">{claim.statement}</Text>
                <SourceLine source={quotedSource(claim)} />
              </Stack>
            ))}
          </SimpleGrid>
        </Stack>
      ))}
    </>
  );
}
