import { List, Text } from '@mantine/core';
import { AlertsDocument } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { cutOf } from '../../parts/completeness';
import type { Column } from '../../parts/Grid';
import { Page } from '../../parts/Page';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { alertTexts } from '../../texts/alerts';
import { Causes } from './Causes';
import { type AlertRow, changeFacts, changeTitle } from './changeText';
import { SubjectLink } from './SubjectLink';
import { Watches } from './Watches';

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
              <List.Item key={i}>
                {changeTitle(change)}
                <Text size="xs" c="dimmed">
                  {changeFacts(change).join(', ')}
                </Text>
              </List.Item>
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
  { header: alertTexts.causes, cell: ({ changes }) => <Causes of={changes} /> },
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
