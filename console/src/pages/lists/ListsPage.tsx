import { Alert, Badge, Stack } from '@mantine/core';
import { ListsDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { Facts } from '../../parts/Facts';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { listTexts } from '../../texts/more';
import { isPartner, mayDo } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { ListHistory } from './ListHistory';
import type { ListShown } from './listShown';
import { ListUploads } from './ListUploads';
import { TransferUploads } from './TransferUploads';
import { UploadForm } from './UploadForm';

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
