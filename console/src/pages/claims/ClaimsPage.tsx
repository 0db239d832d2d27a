import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { AllContradictionsDocument, ClaimsDocument, type ClaimsQuery } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { usePages } from '../../graph/usePages';
import { Answered } from '../../parts/Answered';
import { StatusBadge } from '../../parts/Badges';
import { Contradictions } from '../../parts/Contradictions';
import type { Column } from '../../parts/Grid';
import { Page } from '../../parts/Page';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { SourceLine } from '../../parts/SourceLine';
import { wordsOf } from '../../parts/words';
import { claimTexts } from '../../texts/more';

type ClaimRow = NonNullable<ClaimsQuery['claims']>['nodes'][number];

const columns: readonly Column<ClaimRow>[] = [
  {
    header: claimTexts.statement,
    cell: ({ statement, quote }) => (
      <>
        {statement}
        {quote ? (
          <Text size="sm" fs="italic" c="dimmed">
            “{quote}”
          </Text>
        ) : null}
      </>
    ),
  },
  { header: claimTexts.modality, cell: ({ modality }) => wordsOf(modality) },
  { header: claimTexts.status, cell: ({ status }) => <StatusBadge status={status} /> },
  { header: claimTexts.source, cell: ({ source }) => <SourceLine source={source} /> },
];

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
        <PagedGrid
          pages={pages}
          label={claimTexts.claims}
          columns={columns}
          keyOf={({ id }) => id}
          empty={claimTexts.none}
        />
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
