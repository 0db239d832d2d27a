import { QuarantinedRowsDocument, type QuarantinedRowsQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import type { Column } from '../../parts/Grid';
import { PagedGrid } from '../../parts/PagedGrid';
import { wordsOf } from '../../parts/words';
import { listTexts } from '../../texts/lists';

type Row = NonNullable<QuarantinedRowsQuery['reconciliation']>['quarantined']['nodes'][number];

const columns: readonly Column<Row>[] = [
  { header: listTexts.row, cell: ({ file, line }) => `${file}:${line}` },
  { header: listTexts.rowKind, cell: ({ kind }) => wordsOf(kind) },
  { header: listTexts.reason, cell: ({ reason }) => reason },
  { header: listTexts.text, cell: ({ text }) => <span className="mono">{text}</span> },
];

export interface QuarantinedRowsProps {
  readonly list: string;
  readonly version: string;
}

/** The rows of a version that became no fact. */
export function QuarantinedRows({ list, version }: QuarantinedRowsProps) {
  const pages = usePages(
    QuarantinedRowsDocument,
    { list, version },
    (data) => data.reconciliation?.quarantined,
  );
  return (
    <PagedGrid
      pages={pages}
      label={listTexts.quarantinedOf(version)}
      columns={columns}
      keyOf={({ file, line }) => `${file}:${line}`}
    />
  );
}
