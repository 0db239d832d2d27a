import { Text } from '@mantine/core';
import { TransferUploadsDocument, type TransferUploadsQuery } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { type Column, Grid } from '../../parts/Grid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { uploadTexts } from '../../texts/uploads';
import { isMoving, UploadProgress } from './UploadProgress';

type Row = NonNullable<TransferUploadsQuery['transferUploads']>['nodes'][number];

const movingMs = 1_000;

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
  const query = useAsk(
    TransferUploadsDocument,
    {},
    { refetchMs: (data) => (data?.transferUploads?.nodes.some(isMoving) ? movingMs : false) },
  );
  return (
    <Section title={uploadTexts.transfers} hint={uploadTexts.transfersHint}>
      <Answered query={query} at={['transferUploads']} pick={({ transferUploads }) => transferUploads}>
        {({ nodes }) => (
          <Grid
            label={uploadTexts.transfers}
            rows={nodes}
            columns={columns}
            keyOf={({ id }) => id}
            empty={uploadTexts.noTransfers}
          />
        )}
      </Answered>
    </Section>
  );
}
