import { Box, Group, Select, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { AccountsDocument, type AccountsQuery, type AccountStatus } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { Illustrative, StatusBadge } from '../../parts/Badges';
import type { Column } from '../../parts/Grid';
import { AccountLink } from '../../parts/Links';
import { Page } from '../../parts/Page';
import { PagedGrid } from '../../parts/PagedGrid';
import { When } from '../../parts/When';
import { isPartner, mayRegister } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { RecordButton } from '../../recording/RecordButton';
import { accountsTexts } from '../../texts/accounts';
import { EndingMeasures } from './EndingMeasures';
import { registrationsFor } from './registrations';

type AccountRow = NonNullable<AccountsQuery['accounts']>['nodes'][number];

const statuses: readonly AccountStatus[] = [
  'OPEN',
  'FLAGGED',
  'RESTRICTED',
  'FROZEN',
  'BLOCKED',
  'SEIZED',
  'FORFEITED',
];

const columns: readonly Column<AccountRow>[] = [
  {
    header: accountsTexts.account,
    cell: ({ id, illustrative }) => (
      <>
        <AccountLink id={id} /> <Illustrative when={illustrative} />
      </>
    ),
  },
  { header: accountsTexts.venue, cell: ({ venue }) => venue.name },
  { header: accountsTexts.status, cell: ({ status }) => <StatusBadge status={status} /> },
  { header: accountsTexts.since, cell: ({ frozenSince }) => (frozenSince ? <When at={frozenSince} /> : '–') },
];

export function AccountsPage() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const session = useSession();
  const status = statuses.find((one) => one === search.status) ?? null;
  const pages = usePages(
    AccountsDocument,
    { status, venue: search.venue ?? null },
    ({ accounts }) => accounts,
  );
  const filter = (change: object) => void navigate({ to: '/accounts', search: { ...search, ...change } });
  return (
    <Page
      title={accountsTexts.title}
      beside={
        mayRegister(session)
          ? registrationsFor(session).map((recording) => (
              <RecordButton key={recording.label} recording={recording} />
            ))
          : null
      }
    >
      <Group>
        <Select
          label={accountsTexts.status}
          placeholder={accountsTexts.all}
          data={[...statuses]}
          value={status}
          clearable
          onChange={(value) => filter({ status: value ?? undefined })}
        />
        {isPartner(session) ? null : (
          <TextInput
            label={accountsTexts.venue}
            defaultValue={search.venue ?? ''}
            onBlur={({ currentTarget }) => filter({ venue: currentTarget.value.trim() || undefined })}
            onKeyDown={({ key, currentTarget }) =>
              key === 'Enter' ? filter({ venue: currentTarget.value.trim() || undefined }) : undefined
            }
          />
        )}
      </Group>
      <Box className="surface" p={{ base: 'sm', sm: 'md' }}>
        <PagedGrid
          pages={pages}
          label={accountsTexts.title}
          columns={columns}
          keyOf={({ id }) => id}
          empty={accountsTexts.none}
        />
      </Box>
      <EndingMeasures />
    </Page>
  );
}
