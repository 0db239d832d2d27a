import { List, Text } from '@mantine/core';
import { AlertsDocument, type AlertsQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { cutOf } from '../../parts/completeness';
import type { Column } from '../../parts/Grid';
import { Page } from '../../parts/Page';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { wordsOf } from '../../parts/words';
import { alertTexts } from '../../texts/more';
import { SubjectLink } from './SubjectLink';
import { Watches } from './Watches';

type AlertRow = NonNullable<AlertsQuery['alerts']>['nodes'][number];
type Change = AlertRow['changes'][number];

function causeText({ cause }: Change): string {
  const { statementIds, designationId, versions, depositId, transfers, trace } = cause;
  const { cause: texts } = alertTexts;
  return [
    statementIds.length ? texts.statements(statementIds.length) : '',
    designationId ? texts.designation : '',
    versions.length ? texts.versions(versions.join(', ')) : '',
    depositId ? texts.deposit : '',
    transfers.length ? texts.transfers(transfers.length) : '',
    trace ? texts.trace : '',
  ]
    .filter(Boolean)
    .join(', ');
}

const changeText = ({ change, kind, before, after }: Change) => {
  const about = after ?? before;
  const whom = about?.actor?.name ?? about?.label ?? '';
  return `${wordsOf(change)}: ${wordsOf(kind).toLowerCase()} ${whom}`.trim();
};

const columns: readonly Column<AlertRow>[] = [
  { header: alertTexts.alert, cell: ({ number, label }) => `${number} · ${label}` },
  { header: alertTexts.at, cell: ({ at }) => <When at={at} /> },
  { header: alertTexts.subject, cell: ({ subject }) => <SubjectLink subject={subject} /> },
  {
    header: alertTexts.changes,
    cell: ({ changes, completeness }) => {
      const cut = cutOf([completeness]);
      return (
        <>
          <List size="sm">
            {changes.map((change, i) => (
              <List.Item key={i}>{changeText(change)}</List.Item>
            ))}
          </List>
          {cut ? (
            <Text size="xs" c="dimmed">
              {cut.text}
            </Text>
          ) : null}
        </>
      );
    },
  },
  { header: alertTexts.why, cell: ({ changes }) => [...new Set(changes.map(causeText))].join('; ') },
];

export function AlertsPage() {
  const pages = usePages(AlertsDocument, {}, ({ alerts }) => alerts);
  return (
    <Page title={alertTexts.title}>
      <Section title={alertTexts.title} hint={alertTexts.hint}>
        <PagedGrid
          pages={pages}
          label={alertTexts.title}
          columns={columns}
          keyOf={({ id }) => id}
          empty={alertTexts.none}
        />
      </Section>
      <Watches />
    </Page>
  );
}
