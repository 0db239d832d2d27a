import { Text } from '@mantine/core';
import { Illustrative } from '../../parts/Badges';
import { type Column, Grid } from '../../parts/Grid';
import { ProcessLink } from '../../parts/Links';
import { Section } from '../../parts/Section';
import { SourceLine } from '../../parts/SourceLine';
import { When } from '../../parts/When';
import { wordsOf } from '../../parts/words';
import { accountTexts } from '../../texts/work';
import type { AccountShown } from './accountShown';

type Measure = AccountShown['measures'][number];

const columns: readonly Column<Measure>[] = [
  {
    header: accountTexts.kind,
    cell: ({ kind, illustrative }) => (
      <>
        {wordsOf(kind)} <Illustrative when={illustrative} />
      </>
    ),
  },
  { header: accountTexts.from, cell: ({ from }) => <When at={from} /> },
  {
    header: accountTexts.to,
    cell: ({ to, endReason, inForce }) => (
      <>
        {to ? <When at={to} /> : null} {endReason ? wordsOf(endReason) : null}{' '}
        {inForce ? accountTexts.inForce : null}
      </>
    ),
  },
  {
    header: accountTexts.bases,
    cell: ({ bases }) =>
      bases.length === 0 ? (
        <Text size="sm" c="dimmed">
          {accountTexts.noBasis}
        </Text>
      ) : (
        bases.map(({ id, docket, authority }) => (
          <div key={id}>
            <ProcessLink id={id} name={docket ?? id} /> {authority}
          </div>
        ))
      ),
  },
  { header: accountTexts.reason, cell: ({ reason }) => reason ?? '–' },
  { header: 'Source', cell: ({ source }) => <SourceLine source={source} /> },
];

export interface AccountMeasuresProps {
  readonly of: readonly Measure[];
  readonly knownAt: string | undefined;
}

export function AccountMeasures({ of, knownAt }: AccountMeasuresProps) {
  return (
    <Section title={accountTexts.measures}>
      <Grid
        label={accountTexts.measures}
        rows={of}
        columns={columns}
        keyOf={({ id }) => id}
        empty={accountTexts.noMeasures(knownAt)}
      />
    </Section>
  );
}
