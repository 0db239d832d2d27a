import { RetentionHoldsDocument, type RetentionHoldsQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { Illustrative } from '../../parts/Badges';
import type { Column } from '../../parts/Grid';
import { AccountLink } from '../../parts/Links';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { accountTexts, processTexts } from '../../texts/work';

type Hold = NonNullable<RetentionHoldsQuery['retentionHolds']>['nodes'][number];

const columns: readonly Column<Hold>[] = [
  {
    header: processTexts.accounts,
    cell: ({ accountIds, illustrative }) => (
      <>
        {accountIds.map((id) => (
          <div key={id}>
            <AccountLink id={id} />
          </div>
        ))}
        <Illustrative when={illustrative} />
      </>
    ),
  },
  { header: accountTexts.from, cell: ({ from }) => <When at={from} /> },
  { header: accountTexts.reason, cell: ({ reason }) => reason },
];

export function RetentionHolds() {
  const pages = usePages(RetentionHoldsDocument, {}, ({ retentionHolds }) => retentionHolds);
  return (
    <Section title={processTexts.holds} hint={processTexts.holdsHint}>
      <PagedGrid
        pages={pages}
        label={processTexts.holds}
        columns={columns}
        keyOf={({ id }) => id}
        empty={processTexts.noHolds}
      />
    </Section>
  );
}
