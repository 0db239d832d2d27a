import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { AllContradictionsDocument, ClaimsDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { usePages } from '../../graph/usePages';
import { Answered } from '../../parts/Answered';
import { Contradictions } from '../../parts/Contradictions';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { claimTexts } from '../../texts/claims';
import { ClaimsTable } from './ClaimsTable';

export function ClaimsPage() {
  const { about, search } = useSearch({ strict: false });
  const pages = usePages(
    ClaimsDocument,
    { about: about ?? null, search: search ?? null },
    ({ claims }) => claims,
  );
  const contradictions = useAsk(AllContradictionsDocument, { about: about ?? null });
  return (
    <Page title={about ? `${claimTexts.title} · ${claimTexts.about(about)}` : claimTexts.title}>
      <Section title={claimTexts.contradictions} hint={claimTexts.hint}>
        <Answered query={contradictions} at={['contradictions']} pick={(data) => data.contradictions}>
          {(found) =>
            found.length === 0 ? (
              <Text c="dimmed">{claimTexts.noContradictions}</Text>
            ) : (
              <Stack gap="lg">
                <Contradictions of={found} />
              </Stack>
            )
          }
        </Answered>
      </Section>
      <Section title={claimTexts.claims} beside={<WordsForm about={about} search={search} />}>
        <ClaimsTable pages={pages} label={claimTexts.claims} empty={claimTexts.none} />
      </Section>
    </Page>
  );
}

function WordsForm({
  about,
  search,
}: {
  readonly about: string | undefined;
  readonly search: string | undefined;
}) {
  const [words, setWords] = useState(search ?? '');
  const navigate = useNavigate();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '/claims', search: { about, search: words.trim() || undefined } });
      }}
    >
      <Group gap="xs" align="end">
        <TextInput
          size="xs"
          aria-label={claimTexts.search}
          placeholder={claimTexts.search}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Button size="xs" variant="default" type="submit">
          {claimTexts.find}
        </Button>
      </Group>
    </form>
  );
}
