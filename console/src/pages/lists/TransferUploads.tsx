import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { TransferUploadsDocument, type TransferUploadsQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import type { Column } from '../../parts/Grid';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { importTexts } from '../../texts/imports';
import { uploadTexts } from '../../texts/uploads';
import { QuarantinedOfImport } from './QuarantinedOfImport';
import { refetchMoving, UploadProgress } from './UploadProgress';

type Row = NonNullable<TransferUploadsQuery['transferUploads']>['nodes'][number];

const columns: readonly Column<Row>[] = [
  { header: uploadTexts.files, cell: ({ files }) => files.map(({ name }) => name).join(', ') || '–' },
  { header: uploadTexts.at, cell: ({ uploadedAt }) => <When at={uploadedAt} /> },
  { header: uploadTexts.by, cell: ({ uploadedBy }) => uploadedBy },
  { header: uploadTexts.state, cell: (upload) => <UploadProgress {...upload} /> },
];

const fileOf = ({ files, id }: Row) => files.map(({ name }) => name).join(', ') || id;

/** The files of transfers that were uploaded, and what became of their rows; those in quarantine on demand. */
export function TransferUploads() {
  const [opened, setOpened] = useState<Row>();
  const pages = usePages(TransferUploadsDocument, {}, ({ transferUploads }) => transferUploads, {
    refetchMs: refetchMoving,
  });
  return (
    <Section title={uploadTexts.transfers} hint={uploadTexts.transfersHint}>
      <PagedGrid
        pages={pages}
        label={uploadTexts.transfers}
        columns={[...columns, rowsColumn(setOpened)]}
        keyOf={({ id }) => id}
        empty={uploadTexts.noTransfers}
      />
      {opened?.report ? (
        <QuarantinedOfImport key={opened.report.import} of={opened.report.import} file={fileOf(opened)} />
      ) : null}
    </Section>
  );
}

const rowsColumn = (onOpen: (upload: Row) => void): Column<Row> => ({
  header: uploadTexts.rows,
  cell: (upload) => {
    const { report } = upload;
    if (!report) return '–';
    return (
      <>
        {importTexts.rowsOf(report)}
        <Text size="xs" c="dimmed" className="mono">
          {report.import}
        </Text>
        {report.quarantined > 0 ? (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={importTexts.quarantinedOf(fileOf(upload))}
            onClick={() => onOpen(upload)}
          >
            {importTexts.quarantined}
          </Button>
        ) : null}
      </>
    );
  },
});
