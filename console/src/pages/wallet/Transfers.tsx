import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { WalletTransfersDocument, type WalletTransfersQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { Amount } from '../../parts/Amount';
import { Illustrative } from '../../parts/Badges';
import type { Column } from '../../parts/Grid';
import { TransactionLink, WalletLink } from '../../parts/Links';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { walletTexts } from '../../texts/wallet';
import { TransferFilter } from './TransferFilter';
import { useDirection } from './useDirection';
import { filterVariables, noFilter } from './typedFilter';
import { useSeenAssets } from './useSeenAssets';

type Transfer = NonNullable<WalletTransfersQuery['wallet']>['transfers']['nodes'][number];

const end = (wallet: Transfer['from']) => (wallet ? <WalletLink id={wallet.id} /> : '–');

/** `<chain>:<hash>` of a transfer's id, which may name a place within it as well. */
const transactionOf = (id: string) => id.split(':').slice(0, 3).join(':');

const columns: readonly Column<Transfer>[] = [
  { header: walletTexts.at, cell: ({ at }) => <When at={at} /> },
  { header: walletTexts.from, cell: ({ from }) => end(from) },
  { header: walletTexts.to, cell: ({ to }) => end(to) },
  {
    header: walletTexts.amount,
    number: true,
    cell: ({ amount, asset }) => <Amount of={amount} asset={asset} />,
  },
  {
    header: walletTexts.tx,
    cell: ({ id, illustrative }) => (
      <>
        <TransactionLink id={transactionOf(id)} /> <Illustrative when={illustrative} />
      </>
    ),
  },
];

export function Transfers({ id }: { readonly id: string }) {
  const [direction, setDirection] = useDirection('transfers', 'ANY');
  const [filter, setFilter] = useState(() => filterVariables(noFilter, []));
  const variables = { id, direction, ...filter };
  const pages = usePages(WalletTransfersDocument, variables, ({ wallet }) => wallet?.transfers);
  const seen = useSeenAssets(pages.rows);
  return (
    <Section
      title={walletTexts.transfers}
      beside={
        <SegmentedControl
          size="xs"
          aria-label={walletTexts.direction}
          value={direction}
          onChange={(value) => setDirection(value)}
          data={[
            { value: 'ANY', label: walletTexts.any },
            { value: 'IN', label: walletTexts.in },
            { value: 'OUT', label: walletTexts.out },
          ]}
        />
      }
    >
      <TransferFilter seen={seen} onFilter={setFilter} />
      {pages.rows.length === 0 && pages.hasNext ? <Text size="sm">{walletTexts.filterNoneYet}</Text> : null}
      <PagedGrid
        pages={pages}
        label={walletTexts.transfers}
        columns={columns}
        keyOf={({ id: key }) => key}
        empty={walletTexts.noTransfers}
      />
    </Section>
  );
}
