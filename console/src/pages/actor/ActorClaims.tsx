import { Stack, Text, Title } from '@mantine/core';
import { AllContradictionsDocument, ClaimsDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { usePages } from '../../graph/usePages';
import { Answered } from '../../parts/Answered';
import { Contradictions } from '../../parts/Contradictions';
import { RouteLink } from '../../parts/RouteLink';
import { Section } from '../../parts/Section';
import { claimTexts } from '../../texts/claims';
import { actorTexts } from '../../texts/actor';
import { ClaimsTable } from '../claims/ClaimsTable';

/** Shows the contradictions among claims about the actor, then every claim with its source's quotation. */
export function ActorClaims({ id }: { readonly id: string }) {
  const contradictions = useAsk(AllContradictionsDocument, { about: id });
  const pages = usePages(ClaimsDocument, { about: id, search: null }, ({ claims }) => claims);
  return (
    <Section
      title={actorTexts.claims}
      hint={claimTexts.hint}
      beside={
        <RouteLink to="/claims" search={{ about: id }} size="sm">
          {actorTexts.claimsLink}
        </RouteLink>
      }
    >
      <Stack gap="lg">
        <Answered query={contradictions} at={['contradictions']} pick={(data) => data.contradictions}>
          {(found) =>
            found.length === 0 ? (
              <Text c="dimmed" size="sm">
                {actorTexts.noContradictions}
              </Text>
            ) : (
              <Contradictions of={found} />
            )
          }
        </Answered>
        <div>
          <Title order={3} size="h5" mb="xs">
            {actorTexts.claimsAbout}
          </Title>
          <ClaimsTable pages={pages} label={actorTexts.claimsAbout} empty={actorTexts.noClaims} />
        </div>
      </Stack>
    </Section>
  );
}
