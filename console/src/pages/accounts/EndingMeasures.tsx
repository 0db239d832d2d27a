import { useMemo } from 'react';
import { EndingMeasuresDocument, type EndingMeasuresQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { Illustrative } from '../../parts/Badges';
import type { Column } from '../../parts/Grid';
import { AccountLink, ProcessLink } from '../../parts/Links';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { wordsOf } from '../../parts/words';
import { accountsTexts } from '../../texts/accounts';

type Row = NonNullable<EndingMeasuresQuery['measures']>['nodes'][number];

const columns: readonly Column<Row>[] = [
  { header: accountsTexts.ends, cell: ({ to }) => <When at={to} /> },
  {
    header: accountsTexts.measure,
    cell: ({ kind, illustrative }) => (
      <>
        {wordsOf(kind)} <Illustrative when={illustrative} />
      </>
    ),
  },
  { header: accountsTexts.account, cell: ({ account }) => <AccountLink id={account.id} /> },
  { header: accountsTexts.endReason, cell: ({ endReason }) => (endReason ? wordsOf(endReason) : '–') },
  {
    header: accountsTexts.basis,
    cell: ({ bases }) =>
      bases.map(({ id, docket }) => (
        <div key={id}>
          <ProcessLink id={id} name={docket ?? id} />
        </div>
      )),
  },
];

const soonDays = 30;
const dayMs = 86_400_000;

/** The measures in force that end within a month, the first to end first. */
export function EndingMeasures() {
  const expiresBefore = useMemo(() => new Date(Date.now() + soonDays * dayMs).toISOString(), []);
  const pages = usePages(EndingMeasuresDocument, { expiresBefore }, ({ measures }) => measures);
  return (
    <Section title={accountsTexts.ending} hint={accountsTexts.endingHint}>
      <PagedGrid
        pages={pages}
        label={accountsTexts.ending}
        columns={columns}
        keyOf={({ id }) => id}
        empty={accountsTexts.noneEnding}
      />
    </Section>
  );
}
