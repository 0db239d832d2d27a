import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Illustrative } from '../../parts/Badges';
import { type Column, Grid } from '../../parts/Grid';
import { ProcessLink } from '../../parts/Links';
import { RouteLink } from '../../parts/RouteLink';
import { Section } from '../../parts/Section';
import { SourceLine } from '../../parts/SourceLine';
import { When } from '../../parts/When';
import { wordsOf } from '../../parts/words';
import { isPartner, mayDo } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { evidenceTexts } from '../../texts/evidence';
import { accountTexts } from '../../texts/account';
import { partTexts } from '../../texts/parts';
import type { AccountShown } from './accountShown';
import { ActDialog } from './ActDialog';
import type { ActName } from './acts';
import { subjectOf } from './actSubject';

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
  { header: partTexts.source, cell: ({ source }) => <SourceLine source={source} /> },
];

export interface AccountMeasuresProps {
  readonly account: AccountShown;
  readonly knownAt: string | undefined;
}

export function AccountMeasures({ account, knownAt }: AccountMeasuresProps) {
  const session = useSession();
  const [ending, setEnding] = useState<{ readonly act: ActName; readonly measure: string }>();
  const rowLinks: Column<Measure> = {
    header: accountTexts.acts,
    cell: (measure) => (
      <Group gap="xs">
        {isPartner(session) ? null : (
          <RouteLink to="/evidence" search={{ account: account.id, measure: measure.id }} size="sm">
            {evidenceTexts.open}
          </RouteLink>
        )}
        {mayDo(session, 'propose') ? (
          <EndButton measure={measure} onEnd={(act) => setEnding({ act, measure: measure.id })} />
        ) : null}
      </Group>
    ),
  };
  return (
    <Section title={accountTexts.measures}>
      <Grid
        label={accountTexts.measures}
        rows={account.measures}
        columns={[...columns, rowLinks]}
        keyOf={({ id }) => id}
        empty={accountTexts.noMeasures(knownAt)}
      />
      {ending ? (
        <ActDialog
          subject={subjectOf(account, ending.measure)}
          act={ending.act}
          onClose={() => setEnding(undefined)}
        />
      ) : null}
    </Section>
  );
}

interface EndButtonProps {
  readonly measure: Measure;
  readonly onEnd: (act: ActName) => void;
}

/** The button that ends a measure in force: a flag or restriction by one person, any other by two. */
function EndButton({ measure: { kind, inForce }, onEnd }: EndButtonProps) {
  if (!inForce) return null;
  const act = kind === 'FLAG' || kind === 'RESTRICT' ? 'clear' : 'release';
  return (
    <Button size="compact-xs" variant="default" onClick={() => onEnd(act)}>
      {accountTexts.propose[act]}
    </Button>
  );
}
