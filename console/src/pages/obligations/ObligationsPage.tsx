import type { ObligationRow } from './obligationRow';
import { Button, SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ObligationsDocument, type ObligationState } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import type { Column } from '../../parts/Grid';
import { Page } from '../../parts/Page';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { wordsOf } from '../../parts/words';
import { isPartner, mayDo } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { obligationTexts } from '../../texts/obligations';
import { BlockedReport } from './BlockedReport';
import { FiledReports } from './FiledReports';
import { obligationColumns } from './obligationColumns';
import { FileReportDialog } from './FileReportDialog';

const states: readonly ObligationState[] = ['OPEN', 'LATE', 'UNDETERMINED', 'MET'];

export function ObligationsPage() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const session = useSession();
  const [filing, setFiling] = useState<ObligationRow | 'OTHER'>();
  const mayFile = mayDo(session, 'fileReport');
  const state = states.find((one) => one === search.state) ?? null;
  const pages = usePages(ObligationsDocument, { state }, ({ obligations }) => obligations);
  const files: Column<ObligationRow> = {
    header: obligationTexts.file,
    cell: (row) =>
      row.state === 'MET' ? null : (
        <Button size="compact-xs" variant="default" onClick={() => setFiling(row)}>
          {obligationTexts.file}
        </Button>
      ),
  };
  return (
    <Page
      title={obligationTexts.title}
      beside={
        mayFile ? (
          <Button size="xs" variant="default" onClick={() => setFiling('OTHER')}>
            {obligationTexts.fileOther}
          </Button>
        ) : null
      }
    >
      <div className="grid-scroll">
        <SegmentedControl
          size="xs"
          aria-label={obligationTexts.state}
          value={state ?? ''}
          onChange={(value) => void navigate({ to: '/obligations', search: { state: value || undefined } })}
          data={[
            { value: '', label: obligationTexts.all },
            ...states.map((value) => ({ value, label: wordsOf(value) })),
          ]}
        />
      </div>
      <Section title={obligationTexts.title} hint={obligationTexts.hint}>
        <PagedGrid
          pages={pages}
          label={obligationTexts.title}
          columns={mayFile ? [...obligationColumns, files] : obligationColumns}
          keyOf={({ id }) => id}
          empty={obligationTexts.none}
        />
      </Section>
      {mayFile ? <BlockedReport /> : null}
      {isPartner(session) ? null : <FiledReports />}
      {filing ? (
        <FileReportDialog
          {...(filing === 'OTHER' ? {} : { obligation: filing })}
          onClose={() => setFiling(undefined)}
        />
      ) : null}
    </Page>
  );
}
