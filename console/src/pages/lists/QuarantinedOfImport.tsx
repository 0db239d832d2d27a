import { Title } from '@mantine/core';
import { QuarantinedOfImportDocument, type QuarantinedOfImportQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import type { Column } from '../../parts/Grid';
import { PagedGrid } from '../../parts/PagedGrid';
import { wordsOf } from '../../parts/words';
import { importTexts } from '../../texts/imports';

type Row = NonNullable<NonNullable<QuarantinedOfImportQuery['import']>['quarantined']>['nodes'][number];

const columns: readonly Column<Row>[] = [
  { header: importTexts.line, cell: ({ file, line }) => (file ? `${file}:${line}` : line) },
  { header: importTexts.rowKind, cell: ({ reason }) => (reason ? wordsOf(reason) : '–') },
  { header: importTexts.reason, cell: ({ problem }) => problem },
];

export interface QuarantinedOfImportProps {
  /** The id of the import. */
  readonly of: string;
  /** The name of its file. */
  readonly file: string;
}

/** The rows of an imported file that were not stored, each with its reason. */
export function QuarantinedOfImport({ of, file }: QuarantinedOfImportProps) {
  const pages = usePages(QuarantinedOfImportDocument, { import: of }, (data) => data.import?.quarantined);
  const label = importTexts.quarantinedOf(file);
  return (
    <section aria-live="polite">
      <Title order={3} size="h5" mt="md" mb="xs">
        {label}
      </Title>
      <PagedGrid
        pages={pages}
        label={label}
        columns={columns}
        keyOf={({ file: from, line, problem }) => `${from ?? ''}:${line} ${problem}`}
      />
    </section>
  );
}
