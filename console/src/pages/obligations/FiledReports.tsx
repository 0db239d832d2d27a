import { FiledReportsDocument, type FiledReportsQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { Illustrative } from '../../parts/Badges';
import type { Column } from '../../parts/Grid';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { RecordButton } from '../../recording/RecordButton';
import { mayDo } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { accountTexts } from '../../texts/account';
import { obligationTexts } from '../../texts/obligations';
import { reportCorrection } from './reportCorrection';

type Report = NonNullable<FiledReportsQuery['filedReports']>['nodes'][number];

const columns: readonly Column<Report>[] = [
  {
    header: obligationTexts.reportKind,
    cell: ({ kind, illustrative }) => (
      <>
        {kind} <Illustrative when={illustrative} />
      </>
    ),
  },
  { header: obligationTexts.filed, cell: ({ filedAt }) => <When at={filedAt} /> },
  { header: obligationTexts.filedBy, cell: ({ filedBy }) => filedBy ?? '–' },
  { header: obligationTexts.reference, cell: ({ reference }) => reference ?? '–' },
];

const actions: Column<Report> = {
  header: accountTexts.acts,
  cell: (report) => <RecordButton small recording={reportCorrection(report)} />,
};

export function FiledReports() {
  const files = mayDo(useSession(), 'fileReport');
  const pages = usePages(FiledReportsDocument, {}, ({ filedReports }) => filedReports);
  return (
    <Section title={obligationTexts.reports}>
      <PagedGrid
        pages={pages}
        label={obligationTexts.reports}
        columns={files ? [...columns, actions] : columns}
        keyOf={({ id }) => id}
        empty={obligationTexts.noReports}
      />
    </Section>
  );
}
