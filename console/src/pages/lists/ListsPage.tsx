import { Alert, Badge, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { ListsDocument, type ListsQuery } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { Facts } from '../../parts/Facts';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { listTexts } from '../../texts/more';
import { isPartner, mayDo } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { ListChanges } from './ListChanges';
import { ListUploads } from './ListUploads';
import { TransferUploads } from './TransferUploads';
import { UploadForm } from './UploadForm';
import { QuarantinedRows } from './QuarantinedRows';

type ListShown = NonNullable<ListsQuery['sanctionsLists']>[number];

export function ListsPage() {
  const query = useAsk(ListsDocument, {});
  const session = useSession();
  const seesUploads = !isPartner(session) && session.scopes.includes('claims:read');
  return (
    <Page title={listTexts.title}>
      <Answered query={query} at={['sanctionsLists']} pick={({ sanctionsLists }) => sanctionsLists}>
        {(lists) =>
          lists.length === 0 ? (
            <Alert color="orange" variant="light" title={listTexts.none} role="note" />
          ) : (
            <Stack gap="lg">
              {lists.map((list) => (
                <OneList key={list.id} list={list} />
              ))}
            </Stack>
          )
        }
      </Answered>
      {mayDo(session, 'importLists') || mayDo(session, 'importTransfers') ? <UploadForm /> : null}
      {seesUploads ? <ListUploads /> : null}
      {seesUploads ? <TransferUploads /> : null}
    </Page>
  );
}

const count = new Intl.NumberFormat('en-GB');

function OneList({ list }: { readonly list: ListShown }) {
  const earlier = list.versions.filter((version) => version !== list.version);
  const [since, setSince] = useState<string | null>(null);
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
      {list.quarantined > 0 ? (
        <details>
          <summary>{listTexts.quarantined}</summary>
          <QuarantinedRows list={list.id} />
        </details>
      ) : null}
      {earlier.length > 0 ? (
        <Select
          mt="sm"
          label={listTexts.changes('…')}
          data={earlier}
          value={since}
          onChange={setSince}
          clearable
        />
      ) : null}
      {since ? <ListChanges list={list.id} since={since} /> : null}
    </Section>
  );
}
