import { Badge, Box, Button, SegmentedControl, Stack } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { LegalProcessesDocument, type ProcessPartsFragment } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { Illustrative } from '../../parts/Badges';
import type { Column } from '../../parts/Grid';
import { AccountLink, ProcessLink } from '../../parts/Links';
import { Page } from '../../parts/Page';
import { PagedGrid } from '../../parts/PagedGrid';
import { When } from '../../parts/When';
import { mayDo, mayReadHolds } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { processTexts } from '../../texts/processes';
import { kindText } from './processKinds';
import { RetentionHolds } from './RetentionHolds';

/** Accounts that a row names; the page of the process names all. */
const maxAccounts = 5;

const columns: readonly Column<ProcessPartsFragment>[] = [
  {
    header: processTexts.process,
    cell: ({ id, docket, withdrawn, illustrative }) => (
      <>
        <ProcessLink id={id} name={docket ?? id} /> <Illustrative when={illustrative} />
        {withdrawn ? (
          <Badge color="orange" variant="light" size="sm">
            {processTexts.withdrawn}
          </Badge>
        ) : null}
      </>
    ),
  },
  { header: processTexts.kind, cell: ({ kind }) => kindText(kind) },
  { header: processTexts.authority, cell: ({ authority }) => authority },
  { header: processTexts.servedOn, cell: ({ served }) => (served ? <When at={served} /> : '–') },
  { header: processTexts.expiresOn, cell: ({ expiry }) => (expiry ? <When at={expiry} /> : '–') },
  {
    header: processTexts.scope,
    cell: ({ scope }) => (
      <Stack gap={4}>
        {scope.slice(0, maxAccounts).map((id) => (
          <AccountLink key={id} id={id} />
        ))}
        {scope.length > maxAccounts ? processTexts.moreAccounts(scope.length - maxAccounts) : null}
      </Stack>
    ),
  },
];

const inThirtyDays = () => new Date(Date.now() + 30 * 86_400_000).toISOString();

export function ProcessesPage() {
  const session = useSession();
  const navigate = useNavigate();
  const { expires = 'all' } = useSearch({ strict: false });
  const expiresBefore = useMemo(() => (expires === 'soon' ? inThirtyDays() : null), [expires]);
  const pages = usePages(LegalProcessesDocument, { expiresBefore }, ({ legalProcesses }) => legalProcesses);
  return (
    <Page
      title={processTexts.title}
      beside={
        mayDo(session, 'recordProcess') ? (
          <Button component={Link} to="/processes/new" size="xs">
            {processTexts.newLink}
          </Button>
        ) : null
      }
    >
      <SegmentedControl
        size="xs"
        aria-label={processTexts.expiring}
        style={{ alignSelf: 'start' }}
        value={expires}
        onChange={(value) =>
          void navigate({ to: '/processes', search: { expires: value === 'soon' ? value : undefined } })
        }
        data={[
          { value: 'all', label: processTexts.all },
          { value: 'soon', label: processTexts.expiring },
        ]}
      />
      <Box className="surface" p={{ base: 'sm', sm: 'md' }}>
        <PagedGrid
          pages={pages}
          label={processTexts.title}
          columns={columns}
          keyOf={({ id }) => id}
          empty={processTexts.empty}
        />
      </Box>
      {mayReadHolds(session) ? <RetentionHolds /> : null}
    </Page>
  );
}
