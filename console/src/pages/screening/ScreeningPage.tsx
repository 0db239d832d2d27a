import { Button, FileInput, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { screeningTexts } from '../../texts/screening';
import { MappingForm } from './MappingForm';
import { type CsvFile, readCsv } from './readCsv';
import { Results } from './Results';
import { mappingOf, subjectsOf } from './subjectsOfCsv';
import { useScreening } from './useScreening';

const maxRows = 10_000;

export function ScreeningPage() {
  const run = useScreening();
  const [names, setNames] = useState('');
  const [unmapped, setUnmapped] = useState<CsvFile>();
  const [problem, setProblem] = useState<string>();
  const forget = useRef<() => void>(null);
  const typed = names
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);
  const take = async (file: File | null) => {
    setProblem(undefined);
    setUnmapped(undefined);
    if (!file) return;
    try {
      const read = await readCsv(file);
      const mapping = mappingOf(read.headers);
      if (read.rows.length === 0) setProblem(screeningTexts.noRows);
      else if (read.rows.length > maxRows) setProblem(screeningTexts.tooMany(read.rows.length));
      else if (mapping.name === undefined) setUnmapped(read);
      else run.start(subjectsOf(read.rows, mapping));
    } catch (error) {
      setProblem(screeningTexts.unreadable(error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <Page title={screeningTexts.title}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Section title={screeningTexts.names}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              run.start(typed.map((name) => ({ name })));
            }}
          >
            <Stack>
              <Textarea
                aria-label={screeningTexts.names}
                description={screeningTexts.namesHint}
                value={names}
                onChange={({ currentTarget }) => setNames(currentTarget.value)}
                autosize
                minRows={4}
                maxRows={12}
              />
              <Button
                type="submit"
                style={{ alignSelf: 'start' }}
                disabled={typed.length === 0 || typed.length > 1_000}
              >
                {screeningTexts.screen}
              </Button>
            </Stack>
          </form>
        </Section>
        <Section title={screeningTexts.file}>
          <FileInput
            label={screeningTexts.chooseFile}
            placeholder="customers.csv"
            description={screeningTexts.fileHint}
            accept=".csv,text/csv"
            error={problem}
            clearable
            resetRef={forget}
            onChange={(file) => {
              // The same file can then be chosen again.
              forget.current?.();
              void take(file);
            }}
          />
          {unmapped ? (
            <MappingForm
              file={unmapped}
              onMapped={(mapping) => {
                setUnmapped(undefined);
                run.start(subjectsOf(unmapped.rows, mapping));
              }}
            />
          ) : null}
        </Section>
      </SimpleGrid>
      {run.state === 'IDLE' ? (
        <Text size="sm" c="dimmed">
          {screeningTexts.place}
        </Text>
      ) : (
        <Results run={run} />
      )}
    </Page>
  );
}
