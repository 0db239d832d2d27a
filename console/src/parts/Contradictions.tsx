import { Badge, SimpleGrid, Stack, Text } from '@mantine/core';
import type { SourceFacts } from './sourceFacts';
import { SourceLine } from './SourceLine';
import { wordsOf } from './words';

export interface ContradictionShown {
  readonly id: string;
  readonly topic: string;
  readonly explanation?: string | null;
  readonly claims: readonly {
    readonly id: string;
    readonly statement: string;
    readonly modality: string;
    readonly source: SourceFacts;
  }[];
}

/** Claims that cannot all hold, side by side, each with its source. */
export function Contradictions({ of }: { readonly of: readonly ContradictionShown[] }) {
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
                <SourceLine source={claim.source} />
              </Stack>
            ))}
          </SimpleGrid>
        </Stack>
      ))}
    </>
  );
}
