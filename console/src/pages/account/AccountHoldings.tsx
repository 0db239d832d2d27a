import { Group } from '@mantine/core';
import { Amount } from '../../parts/Amount';
import { Illustrative } from '../../parts/Badges';
import { type Column, Grid } from '../../parts/Grid';
import { Section } from '../../parts/Section';
import { SourceLine } from '../../parts/SourceLine';
import { accountTexts } from '../../texts/account';
import { partTexts } from '../../texts/parts';
import { mayDo, mayRegister } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { RecordButton } from '../../recording/RecordButton';
import type { AccountShown } from './accountShown';
import type { ActSubject } from './actForm';
import { amountRecordings, holdingRecording } from './amountRecordings';

type Holding = AccountShown['holdings'][number];

const amountColumn = (header: string, column: 'held' | 'frozen' | 'inflow' | 'seized'): Column<Holding> => ({
  header,
  number: true,
  cell: (holding) => <Amount of={holding[column]} asset={holding.asset} />,
});

const columns: readonly Column<Holding>[] = [
  {
    header: accountTexts.asset,
    cell: ({ asset, illustrative }) => (
      <>
        {asset.symbol} <Illustrative when={illustrative} />
      </>
    ),
  },
  amountColumn(accountTexts.held, 'held'),
  amountColumn(accountTexts.frozen, 'frozen'),
  amountColumn(accountTexts.inflow, 'inflow'),
  amountColumn(accountTexts.seized, 'seized'),
  { header: partTexts.source, cell: ({ source }) => <SourceLine source={source} /> },
];

export interface AccountHoldingsProps {
  readonly of: readonly Holding[];
  readonly subject: ActSubject;
}

export function AccountHoldings({ of, subject }: AccountHoldingsProps) {
  const session = useSession();
  const offered = [
    ...(mayRegister(session) ? [holdingRecording(subject)] : []),
    ...(mayDo(session, 'propose') ? amountRecordings(subject) : []),
  ];
  return (
    <Section
      title={accountTexts.holdings}
      beside={
        <Group gap="xs">
          {offered.map((recording) => (
            <RecordButton key={recording.label} recording={recording} />
          ))}
        </Group>
      }
    >
      <Grid
        label={accountTexts.holdings}
        rows={of}
        columns={columns}
        keyOf={({ asset }) => asset.id}
        empty={accountTexts.noHoldings}
      />
    </Section>
  );
}
