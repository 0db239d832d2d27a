import { Amount } from '../../parts/Amount';
import { Illustrative } from '../../parts/Badges';
import { type Column, Grid } from '../../parts/Grid';
import { Section } from '../../parts/Section';
import { SourceLine } from '../../parts/SourceLine';
import { accountTexts } from '../../texts/work';
import type { AccountShown } from './accountShown';

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
  { header: 'Source', cell: ({ source }) => <SourceLine source={source} /> },
];

export function AccountHoldings({ of }: { readonly of: readonly Holding[] }) {
  return (
    <Section title={accountTexts.holdings}>
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
