import { Button, Group, Select, Switch, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { carryOut } from '../../graph/carryOut';
import { BlockedPropertyReportDocument } from '../../graph/generated/graphql';
import { isDay } from '../../parts/day';
import { download } from '../../parts/download';
import { RejectionNote } from '../../parts/RejectionNote';
import { Section } from '../../parts/Section';
import { obligationTexts } from '../../texts/obligations';

type Kind = 'ANNUAL' | 'INITIAL';

/** Downloads the report of blocked property, to be checked and filed. */
export function BlockedReport() {
  const [kind, setKind] = useState<Kind>('ANNUAL');
  const [day, setDay] = useState('');
  const [includeIllustrative, setIncludeIllustrative] = useState(false);
  const writing = useMutation({
    mutationFn: async () => {
      const period = kind === 'ANNUAL' ? { asOf: day } : { since: day };
      const asked = { asOf: null, since: null, ...period, includeIllustrative };
      const { blockedPropertyReport } = await carryOut(BlockedPropertyReportDocument, asked);
      download(`blocked-property-${day}.csv`, blockedPropertyReport.csv, 'text/csv');
      return blockedPropertyReport;
    },
  });
  return (
    <Section title={obligationTexts.blocked} hint={obligationTexts.blockedHint}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          writing.mutate();
        }}
      >
        <Group align="end">
          <Select
            label={obligationTexts.blockedKind}
            w={280}
            data={[
              { value: 'ANNUAL', label: obligationTexts.annual },
              { value: 'INITIAL', label: obligationTexts.initial },
            ]}
            value={kind}
            allowDeselect={false}
            onChange={(value) => setKind(value as Kind)}
          />
          <TextInput
            label={kind === 'ANNUAL' ? obligationTexts.asOf : obligationTexts.since}
            placeholder={kind === 'ANNUAL' ? '2026-06-30' : '2026-11-02'}
            value={day}
            onChange={({ currentTarget }) => setDay(currentTarget.value.trim())}
          />
          <Switch
            label={obligationTexts.illustrative}
            checked={includeIllustrative}
            onChange={({ currentTarget }) => setIncludeIllustrative(currentTarget.checked)}
          />
          <Button type="submit" disabled={!isDay(day)} loading={writing.isPending}>
            {obligationTexts.downloadCsv}
          </Button>
        </Group>
      </form>
      {writing.error ? <RejectionNote error={writing.error} /> : null}
      {writing.data ? (
        <Text size="sm" mt="sm" role="status">
          {obligationTexts.written(writing.data)}
        </Text>
      ) : null}
    </Section>
  );
}
