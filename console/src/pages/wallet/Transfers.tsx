import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import {
  type Direction,
  WalletTransfersDocument,
  type WalletTransfersQuery,
} from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { Amount } from '../../parts/Amount';
import { Illustrative } from '../../parts/Badges';
import type { Column } from '../../parts/Grid';
import { WalletLink } from '../../parts/Links';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { shortened } from '../../parts/words';
import { walletTexts } from '../../texts/pages';

type Transfer = NonNullable<WalletTransfersQuery['wallet']>['transfers']['nodes'][number];

const end = (wallet: Transfer['from']) => (wallet ? <WalletLink id={wallet.id} /> : '–');

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
    cell: ({ txHash, illustrative }) => (
      <>
        <span className="mono" title={txHash}>
          {shortened(txHash)}
        </span>{' '}
        <Illustrative when={illustrative} />
      </>
    ),
  },
];

export function Transfers({ id }: { readonly id: string }) {
  const [direction, setDirection] = useState<Direction>('ANY');
  const pages = usePages(WalletTransfersDocument, { id, direction }, ({ wallet }) => wallet?.transfers);
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
