import { RouteLink } from '../../parts/RouteLink';
import { Stack, Text } from '@mantine/core';
import { ActorContradictionsDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { Contradictions } from '../../parts/Contradictions';
import { Section } from '../../parts/Section';
import { actorTexts } from '../../texts/pages';
import { partTexts } from '../../texts/parts';

export function ActorContradictions({ id }: { readonly id: string }) {
  const query = useAsk(ActorContradictionsDocument, { id });
  return (
    <Section
      title={actorTexts.claims}
      beside={
        <RouteLink to="/claims" search={{ about: id }} size="sm">
          {actorTexts.claimsLink}
        </RouteLink>
      }
    >
      <Answered query={query} at={['contradictions']} pick={({ contradictions }) => contradictions}>
        {(found) =>
          found.length === 0 ? (
            <Text c="dimmed">{partTexts.none}</Text>
          ) : (
            <Stack>
              <Contradictions of={found} />
            </Stack>
          )
        }
      </Answered>
    </Section>
  );
}
