import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { download } from '../../parts/download';
import { Fault, graphErrorOf } from '../../parts/Fault';
import { Section } from '../../parts/Section';
import { screeningTexts } from '../../texts/screening';
import { resultRows, sharedProblems, versionsOf } from './resultRows';
import { resultsCsv } from './resultsCsv';
import { ResultsTable } from './ResultsTable';
import type { ScreeningRun } from './useScreening';

export function Results({ run }: { readonly run: ScreeningRun }) {
  const { state, subjects, screened, fault } = run;
  const rows = useMemo(() => resultRows(screened), [screened]);
  const matched = screened.filter(({ screening }) => screening.matches?.length).length;
  const problems = screened.filter(({ screening }) => screening.problem).length;
  const versions = useMemo(() => versionsOf(screened), [screened]);
  const shared = useMemo(() => sharedProblems(screened), [screened]);
  const running = state === 'RUNNING';
  return (
    <Section
      title={screeningTexts.results}
      beside={
        <Group gap="xs">
          {running ? (
            <Button size="xs" variant="default" onClick={run.cancel}>
              {screeningTexts.cancel}
            </Button>
          ) : null}
          <Button
            size="xs"
            disabled={running || screened.length === 0}
            onClick={() => download('screening.csv', resultsCsv(run), 'text/csv')}
          >
            {screeningTexts.download}
          </Button>
        </Group>
      }
    >
      <Stack gap="sm">
        {running ? (
          <Progress
            value={(screened.length / Math.max(1, subjects.length)) * 100}
            aria-label={screeningTexts.progress(screened.length, subjects.length)}
          />
        ) : null}
        <Text size="sm" role="status">
          {running
            ? screeningTexts.progress(screened.length, subjects.length)
            : screeningTexts.summary(matched, screened.length, problems)}
          {screened.length > 0 ? ` · ${screeningTexts.versions(versions)}` : ''}
        </Text>
        {state === 'CANCELLED' ? (
          <Alert
            color="orange"
            variant="light"
            title={screeningTexts.cancelled(screened.length, subjects.length)}
          />
        ) : null}
        {fault ? (
          <>
            <Text fw={600}>{screeningTexts.fault(screened.length, subjects.length)}</Text>
            <Fault errors={[graphErrorOf(fault)]} partial={screened.length > 0} />
          </>
        ) : null}
        {shared.length > 0 ? (
          <Alert color="orange" variant="light" title={screeningTexts.problemOfAll}>
            {shared.join('; ')}
          </Alert>
        ) : null}
        {rows.length > 0 ? <ResultsTable rows={rows} /> : null}
      </Stack>
    </Section>
  );
}
