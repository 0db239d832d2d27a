import { Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { ReadLogDocument, type ReadLogQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import type { Column } from '../../parts/Grid';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { ledgerTexts } from '../../texts/ledger';

type Read = NonNullable<ReadLogQuery['reads']>['nodes'][number];

const maxShownRecords = 5;

const columns: readonly Column<Read>[] = [
  { header: ledgerTexts.at, cell: ({ at }) => <When at={at} /> },
  {
    header: ledgerTexts.by,
    cell: ({ subject, client, venue }) => [subject, client, venue].filter(Boolean).join(' · '),
  },
  { header: ledgerTexts.purpose, cell: ({ purpose }) => purpose ?? ledgerTexts.noPurpose },
  { header: ledgerTexts.operation, cell: ({ operationName }) => operationName ?? '–' },
  {
    header: ledgerTexts.records,
    cell: ({ records }) => (
      <>
        {records.slice(0, maxShownRecords).map((record) => (
          <Text key={record} size="sm" className="mono">
            {record}
          </Text>
        ))}
        {records.length > maxShownRecords ? (
          <details>
            <summary>{ledgerTexts.moreRecords(records.length - maxShownRecords)}</summary>
            {records.slice(maxShownRecords).map((record) => (
              <Text key={record} size="sm" className="mono">
                {record}
              </Text>
            ))}
          </details>
        ) : null}
      </>
    ),
  },
];

/** The log of reads of restricted records, with reader and purpose; looking at it is logged, too. */
export function ReadLog() {
  const [of, setOf] = useState('');
  const [by, setBy] = useState('');
  const [asked] = useDebouncedValue({ of: of.trim() || null, by: by.trim() || null }, 400);
  const pages = usePages(ReadLogDocument, asked, ({ reads }) => reads);
  return (
    <Section title={ledgerTexts.readLog} hint={ledgerTexts.readLogHint}>
      <Group mb="sm">
        <TextInput
          size="xs"
          label={ledgerTexts.ofRecord}
          placeholder="Account:meridian:acct-1001"
          value={of}
          onChange={({ currentTarget }) => setOf(currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={ledgerTexts.bySubject}
          value={by}
          onChange={({ currentTarget }) => setBy(currentTarget.value)}
        />
      </Group>
      <PagedGrid
        pages={pages}
        label={ledgerTexts.readLog}
        columns={columns}
        keyOf={({ id }) => id}
        empty={ledgerTexts.noReads}
      />
    </Section>
  );
}
