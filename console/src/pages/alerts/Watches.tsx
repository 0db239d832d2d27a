import { WatchesDocument, type WatchesQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import type { Column } from '../../parts/Grid';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { alertTexts } from '../../texts/more';
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

export function Watches() {
  const pages = usePages(WatchesDocument, {}, ({ watches }) => watches);
  return (
    <Section title={alertTexts.watches}>
      <PagedGrid
        pages={pages}
        label={alertTexts.watches}
        columns={columns}
        keyOf={({ id }) => id}
        empty={alertTexts.noWatches}
      />
    </Section>
  );
}
