import { Group } from '@mantine/core';
import { RetentionHoldsDocument, type RetentionHoldsQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { Illustrative } from '../../parts/Badges';
import type { Column } from '../../parts/Grid';
import { AccountLink } from '../../parts/Links';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { RecordButton } from '../../recording/RecordButton';
import { mayDo } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { accountTexts } from '../../texts/account';
import { processTexts } from '../../texts/processes';
import { correcting, lifting, placing } from './holdRecordings';

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

const actions: Column<Hold> = {
  header: accountTexts.acts,
  cell: (hold) => (
    <Group gap="xs">
      <RecordButton small recording={lifting(hold)} />
      <RecordButton small recording={correcting(hold)} />
    </Group>
  ),
};

export function RetentionHolds() {
  const records = mayDo(useSession(), 'recordProcess');
  const pages = usePages(RetentionHoldsDocument, {}, ({ retentionHolds }) => retentionHolds);
  return (
    <Section
      title={processTexts.holds}
      hint={processTexts.holdsHint}
      beside={records ? <RecordButton recording={placing} /> : null}
    >
      <PagedGrid
        pages={pages}
        label={processTexts.holds}
        columns={records ? [...columns, actions] : columns}
        keyOf={({ id }) => id}
        empty={processTexts.noHolds}
      />
    </Section>
  );
}
