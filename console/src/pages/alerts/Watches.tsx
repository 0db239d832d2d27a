import { Button } from '@mantine/core';
import { UnwatchDocument, WatchesDocument, type WatchesQuery } from '../../graph/generated/graphql';
import { useAct } from '../../graph/useAct';
import { usePages } from '../../graph/usePages';
import type { Column } from '../../parts/Grid';
import { PagedGrid } from '../../parts/PagedGrid';
import { RejectionNote } from '../../parts/RejectionNote';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { mayWatch } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { formTexts } from '../../texts/forms';
import { alertTexts } from '../../texts/alerts';
import { SubjectLink } from './SubjectLink';

type WatchRow = NonNullable<WatchesQuery['watches']>['nodes'][number];

const columns: readonly Column<WatchRow>[] = [
  { header: alertTexts.label, cell: ({ label }) => label },
  { header: alertTexts.subject, cell: ({ subject }) => <SubjectLink subject={subject} /> },
  {
    header: alertTexts.since,
    cell: ({ createdAt, endedAt }) => (
      <>
        <When at={createdAt} /> {endedAt ? alertTexts.ended : null}
      </>
    ),
  },
];

function EndButton({ id }: { readonly id: string }) {
  const ending = useAct(UnwatchDocument);
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        loading={ending.isPending}
        onClick={() => ending.mutate({ id })}
      >
        {formTexts.unwatch}
      </Button>
      {ending.error ? <RejectionNote error={ending.error} /> : null}
    </>
  );
}

const endColumn: Column<WatchRow> = {
  header: formTexts.unwatch,
  cell: ({ id, endedAt }) => (endedAt ? null : <EndButton id={id} />),
};

export function Watches() {
  const session = useSession();
  const pages = usePages(WatchesDocument, {}, ({ watches }) => watches);
  return (
    <Section title={alertTexts.watches}>
      <PagedGrid
        pages={pages}
        label={alertTexts.watches}
        columns={mayWatch(session) ? [...columns, endColumn] : columns}
        keyOf={({ id }) => id}
        empty={alertTexts.noWatches}
      />
    </Section>
  );
}
