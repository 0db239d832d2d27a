import { Alert, Badge, Stack, Text } from '@mantine/core';
import { ListsDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { Facts } from '../../parts/Facts';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { listTexts } from '../../texts/lists';
import { uploadTexts } from '../../texts/uploads';
import { isPartner, mayDo, mayRead } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { Imports } from './Imports';
import { ListHistory } from './ListHistory';
import type { ListShown } from './listShown';
import { ListUploads } from './ListUploads';
import { TransferUploads } from './TransferUploads';
import { UploadForm } from './UploadForm';
import { useListUploads } from './useListUploads';

export function ListsPage() {
  const query = useAsk(ListsDocument, {});
  const session = useSession();
  const seesUploads = !isPartner(session) && session.scopes.includes('claims:read');
  return (
    <Page title={listTexts.title} beside={query.isRefetching ? <ReadAgain /> : null}>
      {seesUploads ? <ListsBeingPublished /> : null}
      <Answered query={query} at={['sanctionsLists']} pick={({ sanctionsLists }) => sanctionsLists}>
        {(lists) => (
          <Stack gap="lg">
            {lists.length === 0 && !query.isFetching ? <NoList seesUploads={seesUploads} /> : null}
            {lists.map((list) => (
              <OneList key={list.id} list={list} />
            ))}
          </Stack>
        )}
      </Answered>
      {mayDo(session, 'importLists') || mayDo(session, 'importTransfers') ? <UploadForm /> : null}
      {seesUploads ? <ListUploads /> : null}
      {seesUploads ? <TransferUploads /> : null}
      {seesUploads && mayRead(session, 'attribution:read') ? <Imports /> : null}
    </Page>
  );
}

/** What is shown is from before: a list may have come into force since. */
const ReadAgain = () => (
  <Text size="sm" c="dimmed" role="status">
    {listTexts.readAgain}
  </Text>
);

const useApprovedUploads = () => useListUploads().rows.filter(({ state }) => state === 'APPROVED');

/** Says that an approved list is not in force yet, and will be. */
function ListsBeingPublished() {
  const approved = useApprovedUploads();
  if (approved.length === 0) return null;
  return (
    <Alert color="blue" variant="light" role="status" title={listTexts.beingPublished}>
      {approved
        .flatMap(({ reports }) => reports ?? [])
        .map(({ list, version }) => (
          <div key={list}>{uploadTexts.reportOf(list, version)}</div>
        ))}
    </Alert>
  );
}

const none = <Alert color="orange" variant="light" title={listTexts.none} role="note" />;

/** Says that no list is in force, unless one is about to be. */
const NoList = ({ seesUploads }: { readonly seesUploads: boolean }) =>
  seesUploads ? <NoListUnlessApproved /> : none;

const NoListUnlessApproved = () => (useApprovedUploads().length > 0 ? null : none);

const count = new Intl.NumberFormat('en-GB');

function OneList({ list }: { readonly list: ListShown }) {
  const numbers = (
    ['entries', 'aliases', 'addresses', 'relationships', 'wallets', 'quarantined'] as const
  ).map((name) => [listTexts[name], count.format(list[name])] as const);
  return (
    <Section
      title={list.id}
      beside={
        list.stale ? (
          <Badge color="orange" variant="light">
            {listTexts.stale}
          </Badge>
        ) : null
      }
    >
      <Facts
        of={[
          [listTexts.version, list.version],
          [listTexts.published, list.publishedOn ? <When at={list.publishedOn} /> : null],
          [listTexts.age, list.ageDays === null ? null : listTexts.days(list.ageDays)],
          [listTexts.imported, <When at={list.importedAt} />],
          ...numbers,
          ['', list.dateAssumed ? listTexts.assumed : null],
        ]}
      />
      <ListHistory list={list} />
    </Section>
  );
}
