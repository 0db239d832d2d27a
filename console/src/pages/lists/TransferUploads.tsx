import { Text } from '@mantine/core';
import { TransferUploadsDocument, type TransferUploadsQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import type { Column } from '../../parts/Grid';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { uploadTexts } from '../../texts/uploads';
import { refetchMoving, UploadProgress } from './UploadProgress';

type Row = NonNullable<TransferUploadsQuery['transferUploads']>['nodes'][number];

const columns: readonly Column<Row>[] = [
  { header: uploadTexts.files, cell: ({ files }) => files.map(({ name }) => name).join(', ') || '–' },
  { header: uploadTexts.at, cell: ({ uploadedAt }) => <When at={uploadedAt} /> },
  { header: uploadTexts.by, cell: ({ uploadedBy }) => uploadedBy },
  { header: uploadTexts.state, cell: (upload) => <UploadProgress {...upload} /> },
  {
    header: uploadTexts.rows,
    cell: ({ report }) =>
      report ? (
        <>
          {uploadTexts.rowsOf(report)}
          <Text size="xs" c="dimmed" className="mono">
            {report.import}
          </Text>
        </>
      ) : (
        '–'
      ),
  },
];

/** The files of transfers that were uploaded, and what became of their rows. */
export function TransferUploads() {
  const pages = usePages(TransferUploadsDocument, {}, ({ transferUploads }) => transferUploads, {
    refetchMs: refetchMoving,
  });
  return (
    <Section title={uploadTexts.transfers} hint={uploadTexts.transfersHint}>
      <PagedGrid
        pages={pages}
        label={uploadTexts.transfers}
        columns={columns}
        keyOf={({ id }) => id}
        empty={uploadTexts.noTransfers}
      />
    </Section>
  );
}
