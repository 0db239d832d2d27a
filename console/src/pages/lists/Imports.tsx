import { Button } from '@mantine/core';
import { useState } from 'react';
import { ImportsDocument, type ImportsQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import type { Column } from '../../parts/Grid';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { wordsOf } from '../../parts/words';
import { importTexts } from '../../texts/imports';
import { QuarantinedOfImport } from './QuarantinedOfImport';

type Import = NonNullable<ImportsQuery['imports']>['nodes'][number];

const columns: readonly Column<Import>[] = [
  { header: importTexts.file, cell: ({ file }) => file },
  { header: importTexts.kind, cell: ({ kind }) => wordsOf(kind) },
  { header: importTexts.started, cell: ({ startedAt }) => <When at={startedAt} /> },
  { header: importTexts.rows, cell: rowsText },
];

/** Its counts are not known before it ends. */
function rowsText({ read, stored, duplicates, quarantinedRows: quarantined }: Import): string {
  if (read === null || stored === null || duplicates === null || quarantined === null)
    return importTexts.notEnded;
  return importTexts.rowsOf({ read, stored, duplicates, quarantined });
}

/** Every import of transfers, crossings, deposit wallets and labels, however it was made; its quarantined rows on demand. */
export function Imports() {
  const [opened, setOpened] = useState<Import>();
  const pages = usePages(ImportsDocument, {}, ({ imports }) => imports);
  const rowLinks: Column<Import> = {
    header: importTexts.quarantined,
    cell: (one) =>
      one.quarantinedRows === 0 ? null : (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={importTexts.quarantinedOf(one.file)}
          onClick={() => setOpened(one)}
        >
          {importTexts.quarantined}
        </Button>
      ),
  };
  return (
    <Section title={importTexts.title} hint={importTexts.hint}>
      <PagedGrid
        pages={pages}
        label={importTexts.title}
        columns={[...columns, rowLinks]}
        keyOf={({ id }) => id}
        empty={importTexts.none}
      />
      {opened ? <QuarantinedOfImport key={opened.id} of={opened.id} file={opened.file} /> : null}
    </Section>
  );
}
